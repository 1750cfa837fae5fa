/** Somebody else's words as a sentence that more sentences can follow. */

/** Without line ends, and with one full stop at the end unless the words end in a mark of their own. */
export const asSentence = (words: string): string => {
  const text = words.replaceAll(/\s+/g, " ").replace(/[\s.]+$/, "");
  return /[!?…]$/.test(text) ? text : `${text}.`;
};
