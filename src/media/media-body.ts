/**
 * The file in the body of a request. Flows and canvas apps send it as it is, or as base64: bare, as a JSON string, as
 * a data URI, or in the envelope that workflows keep files in. All of that is told apart by the first bytes.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type
 */
import { ConnectorError } from "../connector/errors.ts";
import { VIDEO_MAX_BYTES } from "../connector/limits.ts";
import type { Media } from "../x/media-upload.ts";
import { toMedia, tooLarge } from "./media-kind.ts";

/** Up to the file's base64, and after it, there is nothing but the envelope and the file's type. */
const ENVELOPE_MAX_BYTES = 4096;
const OPENING = /^\s*(?:\{.*?"\$content"\s*:\s*)?"/s;
const DATA_URI = /^data:[^,]*?(;base64)?,/i;
const NOTHING = /^\s*(?:null\s*)?$/;
/** No picture or video begins with so many bytes of base64's alphabet. */
const BARE_BASE64 = /^[A-Za-z0-9+/]{16}/;
/** What JSON and mail programs put between the characters of base64. */
const CLUTTER = ["\\", "\n", "\r", "\t", " "];
/** A multiple of four characters, so that every slice but the last decodes for itself. */
const SLICE = 1024 * 1024;

const invalid = (problem: string): ConnectorError =>
  new ConnectorError(
    "InvalidParameter",
    `${problem} Send the file's bytes, or its base64 as a JSON string, a data URI or {"$content-type": "…", "$content": "…"}.`,
    { target: "body" },
  );

const textAt = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString("latin1", start, start + length);

/** The text between the quotes, without making a string of it: it may have 20 MB. */
const quoted = (body: Buffer, opening: string): Buffer => {
  const end = body.indexOf('"', opening.length);
  const closing = textAt(body, end, ENVELOPE_MAX_BYTES);
  if (end < 0 || end + closing.length < body.length) throw invalid("The body is not valid JSON.");
  try {
    const around: unknown = JSON.parse(opening + closing);
    const content =
      typeof around === "string" ? around : (around as { $content: unknown }).$content;
    if (content === "") return body.subarray(opening.length, end);
  } catch {
    throw invalid("The body is not valid JSON.");
  }
  throw invalid("The body's JSON holds no file.");
};

/** Base64 as one run of its alphabet: JSON may escape its characters, and mail programs break it into lines. */
const tidied = (text: Buffer, isJson: boolean): Buffer => {
  if (!CLUTTER.some((character) => text.includes(character))) return text;
  const raw = text.toString("latin1");
  try {
    const plain: string = isJson ? JSON.parse(`"${raw}"`) : raw;
    return Buffer.from(plain.replaceAll(/\s/g, ""));
  } catch {
    throw invalid("The body is not valid JSON.");
  }
};

/** Decodes into the same memory, which the file needs less of; undefined when the text is no base64. */
const decodeInPlace = (text: Buffer): Buffer | undefined => {
  const padding = textAt(text, Math.max(0, text.length - 2), 2).replace(/[^=]/g, "").length;
  const digits = text.length - padding;
  const length = Math.floor((digits * 3) / 4);
  if (digits % 4 === 1) return undefined;
  if (length > VIDEO_MAX_BYTES) throw tooLarge("file", length);
  let written = 0;
  for (let start = 0; start < text.length; start += SLICE) {
    written += text.write(textAt(text, start, SLICE), written, "base64");
  }
  // Node passes over what is not base64, so that less is written.
  return written === length ? text.subarray(0, length) : undefined;
};

interface Encoded {
  readonly text: Buffer;
  readonly isJson: boolean;
}

/** The encoded file, or undefined when the body is the file itself. */
const encodedIn = (body: Buffer): Encoded | undefined => {
  const head = textAt(body, 0, ENVELOPE_MAX_BYTES);
  const [opening] = OPENING.exec(head) ?? [];
  if (opening) return { text: quoted(body, opening), isJson: true };
  if (/^\s*[{[]/.test(head)) throw invalid("The body's JSON holds no file.");
  return DATA_URI.test(head) || BARE_BASE64.test(head) ? { text: body, isJson: false } : undefined;
};

const decoded = ({ text, isJson }: Encoded): Buffer => {
  const tidy = tidied(text, isJson);
  const [prefix = "", isBase64 = prefix === ""] =
    DATA_URI.exec(textAt(tidy, 0, ENVELOPE_MAX_BYTES)) ?? [];
  const file = isBase64 ? decodeInPlace(tidy.subarray(prefix.length)) : undefined;
  if (!file) throw invalid("The media is not valid base64.");
  return file;
};

/**
 * The media of a request, or undefined when it has none: an empty body, as canvas apps send it, or empty content. The
 * body's memory is used for the file. Rejects with InvalidParameter, UnsupportedMedia or MediaTooLarge.
 */
export const readMedia = async (body: Uint8Array): Promise<Media | undefined> => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes.length <= ENVELOPE_MAX_BYTES && NOTHING.test(bytes.toString("latin1")))
    return undefined;
  const encoded = encodedIn(bytes);
  if (!encoded) return toMedia(bytes);
  if (encoded.text.length === 0) return undefined;
  return toMedia(decoded(encoded));
};
