/**
 * Base64 decoded into its own memory, which the file needs less of: it may have 20 MB. The work is done in slices, and
 * other calls have their turn in between.
 */
import { setImmediate as nextTurn } from "node:timers/promises";

/** A multiple of four characters, so that every slice but the last decodes for itself. */
const SLICE = 48 * 1024;
/** Looking for a character takes less than a hundredth of the time of writing it anew. */
const SEARCHED_AT_ONCE = 4 * 1024 * 1024;
/** What JSON and mail programs put between the characters, and what forms make of a plus sign. */
const CLUTTER = ["\\", "\n", "\r", "\t", " "];

const BACKSLASH = 0x5c;
const SPACE = 0x20;
const PLUS = 0x2b;
const LINE_ENDS = new Set([..."\n\r\t"].map((character) => character.charCodeAt(0)));
const ESCAPED: Readonly<Record<string, string>> = { "/": "/", n: "\n", r: "\r", t: "\t" };

/** What is found while base64 is pushed together. */
interface Spaces {
  count: number;
  /** Whether the characters between them are always as many, as where a text was wrapped. */
  isRegular: boolean;
  pluses: number;
}

/** The character of a JSON escape and how long the escape is; undefined when it is none that base64 may have. */
const unescaped = (
  text: Buffer,
  at: number,
): readonly [code: number, length: number] | undefined => {
  const [, hex, letter = ""] =
    /^\\(?:u([\dA-Fa-f]{4})|(.))/s.exec(text.toString("latin1", at, at + 6)) ?? [];
  if (hex) return [Number.parseInt(hex, 16), 6];
  const plain = ESCAPED[letter];
  return plain === undefined ? undefined : [plain.charCodeAt(0), 2];
};

/** Pushes everything but line ends together. Undefined when an escape stands for nothing that base64 may have. */
const withoutLines = async (text: Buffer): Promise<(Spaces & { text: Buffer }) | undefined> => {
  const spaces: Spaces = { count: 0, isRegular: true, pluses: 0 };
  let [read, written, run] = [0, 0, 0];
  let firstRun: number | undefined;
  while (read < text.length) {
    const end = Math.min(read + SLICE, text.length);
    while (read < end) {
      let code = text[read] ?? 0;
      let length = 1;
      if (code === BACKSLASH) {
        const found = unescaped(text, read);
        if (!found) return undefined;
        [code, length] = found;
      }
      read += length;
      if (LINE_ENDS.has(code)) continue;
      if (code === SPACE) {
        spaces.count += 1;
        firstRun ??= run;
        spaces.isRegular &&= run === firstRun;
        run = 0;
      } else run += 1;
      if (code === PLUS) spaces.pluses += 1;
      // What is no character of base64 is found when it is decoded.
      text[written] = code;
      written += 1;
    }
    await nextTurn();
  }
  spaces.isRegular &&= run <= (firstRun ?? run);
  return { ...spaces, text: text.subarray(0, written) };
};

/** Writes `byte` for every space, or nothing. */
const withSpacesAs = async (text: Buffer, byte: number | undefined): Promise<Buffer> => {
  let written = 0;
  for (let start = 0; start < text.length; start += SLICE) {
    const end = Math.min(start + SLICE, text.length);
    for (let read = start; read < end; read += 1) {
      const code = text[read] === SPACE ? byte : text[read];
      if (code === undefined) continue;
      text[written] = code;
      written += 1;
    }
    await nextTurn();
  }
  return text.subarray(0, written);
};

const hasClutter = async (text: Buffer): Promise<boolean> => {
  for (let start = 0; start < text.length; start += SEARCHED_AT_ONCE) {
    const slice = text.subarray(start, start + SEARCHED_AT_ONCE);
    if (CLUTTER.some((character) => slice.includes(character))) return true;
    await nextTurn();
  }
  return false;
};

/**
 * Base64 as one run of its alphabet. A form reads a plus sign as a space, so where there is none and the length
 * is right with them, spaces become plus signs again; those that only wrap the text are left out. Undefined when neither
 * makes the length right.
 */
const tidied = async (text: Buffer): Promise<Buffer | undefined> => {
  if (!(await hasClutter(text))) return text;
  const found = await withoutLines(text);
  if (!found || found.count === 0) return found?.text;
  const { count, isRegular, pluses } = found;
  const isWhole = (length: number) => length % 4 === 0;
  if (isWhole(found.text.length - count) && (isRegular || pluses > 0))
    return withSpacesAs(found.text, undefined);
  return pluses === 0 && isWhole(found.text.length) ? withSpacesAs(found.text, PLUS) : undefined;
};

/** The file in a text of base64, or undefined when it is none. `check` is told the file's length first. */
export const decodeInPlace = async (
  given: Buffer,
  check: (length: number) => void,
): Promise<Buffer | undefined> => {
  const text = await tidied(given);
  if (!text) return undefined;
  const ending = text.toString("latin1", Math.max(0, text.length - 2));
  const digits = text.length - ending.replace(/[^=]/g, "").length;
  const length = Math.floor((digits * 3) / 4);
  if (digits % 4 === 1) return undefined;
  check(length);
  let written = 0;
  for (let start = 0; start < text.length; start += SLICE) {
    written += text.write(text.toString("latin1", start, start + SLICE), written, "base64");
    await nextTurn();
  }
  // Node passes over what is not base64, so that less is written.
  return written === length ? text.subarray(0, length) : undefined;
};
