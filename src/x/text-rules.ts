/**
 * X's own rules for a text that is to be posted: what in it X reads as a mention or a link, and how long it counts.
 * https://github.com/twitter/twitter-text, whose list of top-level domains is of 2020. Whether X's own is younger nobody
 * knows, so each question takes the answer that does no harm: what is written behind an address under a younger one, such
 * as `/@name`, counts as a mention, as everywhere outside a link, and the address as a link, which costs more.
 */
import { PREMIUM_TEXT_MAX_LENGTH, TEXT_MAX_LENGTH } from "../connector/limits.ts";

/** X reads the full-width sign as a mention too. */
const AT_SIGN = /[@\uFF20]/;

/** Loaded when a text comes that needs it: most calls bring none, and a cold start pays for what is loaded. */
const loadRules = async () => (await import("./twitter-text.ts")).twitterText;

const LONGEST_RUN = 100;
/** Of the end of a run, which may be the beginning of an address with a scheme, or its domain. */
const KEPT_END = 64;
/** What twitter-text takes for a part of a domain: all but spaces and ASCII's punctuation. */
const DOMAIN_RUN = new RegExp(`[^\\s!-,/:-@[-^\`{-~]{${LONGEST_RUN + KEPT_END},}`, "gu");
/** Ends a run, and is as long as the character and counts as much. */
const breakFor = (character: string): string => {
  if (character.length > 1) return "!!";
  return character < "\u1100" ? "!" : "\u3000";
};

/**
 * The text for twitter-text, every character in its place. In a run that could be a domain the library's patterns take
 * time by the square of its length: 25,000 Chinese characters with a dot among them held the process for ten seconds.
 */
const readable = (text: string): string =>
  text.replaceAll(DOMAIN_RUN, (run) => {
    if (!run.includes(".")) return run;
    const characters = [...run];
    return characters
      .map((character, at) => {
        const isBreak = at > 0 && at % LONGEST_RUN === 0 && at < characters.length - KEPT_END;
        return isBreak ? breakFor(character) : character;
      })
      .join("");
  });

/** The text without the signs that X would make a mention of. Links and mail addresses keep theirs. */
export const withoutMentions = async (text: string): Promise<string> => {
  if (!AT_SIGN.test(text)) return text;
  const { extractEntitiesWithIndices } = await loadRules();
  let rest = text;
  for (;;) {
    // Of what overlaps the library keeps what begins first, so that a mention within a link is none.
    const mentions = extractEntitiesWithIndices(readable(rest)).filter(
      (found) => "screenName" in found,
    );
    if (mentions.length === 0) return rest;
    rest = mentions.reduceRight(
      (cut, { indices: [start] }) => cut.slice(0, start) + cut.slice(start + 1),
      rest,
    );
  }
};

/** What a maker is told of a text that counts `length`, and how long it may be. */
export const tooLongText = (length: number): string =>
  `The text counts ${length} characters for X, and ${TEXT_MAX_LENGTH} are allowed, or ${PREMIUM_TEXT_MAX_LENGTH} with X Premium (a link counts 23, an emoji or a Chinese character 2). Shorten it.`;

/** How long X counts the text to be: a link is 23, an emoji 2, a Chinese character 2, a Latin letter 1. */
export const weightedLength = async (text: string): Promise<number> =>
  (await loadRules()).parseTweet(readable(text)).weightedLength;

/** The stock symbols that X makes links of, without their dollar sign. */
export const cashtagsIn = async (text: string): Promise<readonly string[]> =>
  text.includes("$") ? (await loadRules()).extractCashtags(readable(text)) : [];

/** Said to be an address, whatever its top-level domain. */
const SCHEME = /https?:\/\/\S/i;

let anyTopLevelDomain: RegExp | undefined;

/** The text with every top-level domain that IANA has as one that twitter-text knows; it ends where twitter-text has it end. */
const withKnownDomains = (text: string, topLevelDomains: readonly string[]): string => {
  anyTopLevelDomain ??= new RegExp(`\\.(?:${topLevelDomains.join("|")})(?![\\da-z@+-])`, "gi");
  return text.replaceAll(anyTopLevelDomain, ".com");
};

/** Whether X makes a link of something in the text, or may, for which it bills more. */
export const holdsLink = async (text: string): Promise<boolean> => {
  if (SCHEME.test(text)) return true;
  // Without a dot there is no address, and nothing to load.
  if (!text.includes(".")) return false;
  const { twitterText, topLevelDomains } = await import("./twitter-text.ts");
  const known = readable(text);
  const readings = [known, withKnownDomains(known, topLevelDomains)];
  return readings.some((reading) => twitterText.extractUrls(reading).length > 0);
};
