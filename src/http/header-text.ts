/** Text of any script in a header, which holds printable ASCII only: the rest is percent-encoded, as in an address. */

const PRINTABLE = /^[ -$&-~]$/;
/** What every header may be long. X's 512 characters fit, unless most are none of ASCII. */
const MOST = 1000;
const CUT = "...";

const encoded = (character: string): string =>
  PRINTABLE.test(character)
    ? character
    : [...Buffer.from(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join("");

/** `decodeURIComponent` gives the text back. A long one is cut between two characters and ends in "...". */
export const toHeaderText = (text: string): string => {
  const pieces = [...text].map(encoded);
  if (pieces.join("").length <= MOST) return pieces.join("");
  let cut = "";
  for (const piece of pieces) {
    if (cut.length + piece.length > MOST - CUT.length) break;
    cut += piece;
  }
  return cut + CUT;
};
