/**
 * The headers of every answer, whoever made them. Node refuses to send a header with anything but Latin letters, and a
 * proxy refuses one that is too long: an answer that names X's words or a maker's search would be a 500 then.
 */

const MAX_LENGTH = 1_000;
const CUT = "...";

/** Cut off, an address or a cookie would be another one; both are made by us, and of ASCII. */
const WHOLE = new Set(["location", "set-cookie"]);

/** What people and X write most, in letters that a header can hold. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u2018-\u201b]/g, "'"],
  [/[\u201c-\u201f\u00ab\u00bb]/g, '"'],
  [/\p{M}/gu, ""],
  [/\s+/g, " "],
  [/[^\x20-\x7e]/gu, "?"],
];

/** What most headers are from the start. */
const SENDABLE = /^[!-~]+(?: [!-~]+)*$/;

/** Printable ASCII, without line ends. */
const toAscii = (text: string): string =>
  SENDABLE.test(text)
    ? text
    : PLAIN.reduce(
        (result, [pattern, plain]) => result.replace(pattern, plain),
        text.normalize("NFKD"),
      );

const toHeader = (name: string, value: string): string => {
  if (WHOLE.has(name.toLowerCase())) return toAscii(value);
  const text = toAscii(value.slice(0, MAX_LENGTH)).trim();
  const isShort = value.length <= MAX_LENGTH && text.length <= MAX_LENGTH;
  return isShort ? text : `${text.slice(0, MAX_LENGTH - CUT.length)}${CUT}`;
};

/**
 * Seconds to wait where whoever made the answer knows no better time. The platform repeats these by itself, and without
 * this it does so within seconds: https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policies
 */
const RETRY_SECONDS: Readonly<Record<number, number>> = { 429: 60, 502: 30, 503: 10, 504: 30 };
const RETRY_AFTER = "Retry-After";

/** `headers` as they can be sent, with Retry-After where the status tells to come back. */
export const toSendableHeaders = (
  status: number,
  headers: Readonly<Record<string, string>>,
): Record<string, string> => {
  const entries = Object.entries(headers);
  const wait = RETRY_SECONDS[status];
  const isTold = entries.some(([name]) => name.toLowerCase() === RETRY_AFTER.toLowerCase());
  if (wait !== undefined && !isTold) entries.push([RETRY_AFTER, String(wait)]);
  return Object.fromEntries(entries.map(([name, value]) => [name, toHeader(name, value)]));
};
