/**
 * X's own rules for a text that is to be posted: what in it X reads as a mention or a link, and how long it counts.
 * https://github.com/twitter/twitter-text, whose list of top-level domains ends in 2020: what is written behind an
 * address under a younger one, such as `/@name`, counts as a mention, as everywhere outside a link.
 */

/** X reads the full-width sign as a mention too. */
const AT_SIGN = /[@\uFF20]/;

/** Loaded when a text comes that needs it: most calls bring none, and a cold start pays for what is loaded. */
const loadRules = async () => (await import("twitter-text")).default;

/** How long a text may be by X's count: https://docs.x.com/fundamentals/counting-characters */
export const TEXT_MAX_LENGTH = 280;
/** The same with X Premium: https://help.x.com/using-x/x-premium */
export const PREMIUM_TEXT_MAX_LENGTH = 25_000;

/** The text without the signs that X would make a mention of. Links and mail addresses keep theirs. */
export const withoutMentions = async (text: string): Promise<string> => {
  if (!AT_SIGN.test(text)) return text;
  const { extractEntitiesWithIndices } = await loadRules();
  let rest = text;
  for (;;) {
    // Of what overlaps the library keeps what begins first, so that a mention within a link is none.
    const mentions = extractEntitiesWithIndices(rest).filter((found) => "screenName" in found);
    if (mentions.length === 0) return rest;
    rest = mentions.reduceRight(
      (cut, { indices: [start] }) => cut.slice(0, start) + cut.slice(start + 1),
      rest,
    );
  }
};

/** How long X counts the text to be: a link is 23, an emoji 2, a Chinese character 2, a Latin letter 1. */
export const weightedLength = async (text: string): Promise<number> =>
  (await loadRules()).parseTweet(text).weightedLength;

/** Said to be an address, whatever its top-level domain: X may know a younger one. */
const SCHEME = /https?:\/\/\S/i;

/** Whether X makes a link of something in the text, or may, for which it bills more. */
export const holdsLink = async (text: string): Promise<boolean> => {
  if (SCHEME.test(text)) return true;
  // Without a dot there is no address, and nothing to load.
  return text.includes(".") && (await loadRules()).extractUrlsWithIndices(text).length > 0;
};
