/**
 * The file in the body of a request. Flows and canvas apps send it as it is, or as base64: bare, as a JSON string, as
 * a data URI, or in the envelope that workflows keep files in. All of that is told apart by the first bytes.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type
 */
import { ConnectorError } from "../connector/errors.ts";
import { REQUEST_BODY_MAX_BYTES, VIDEO_MAX_BYTES } from "../connector/limits.ts";
import type { Media } from "../x/media-upload.ts";
import { decodeInPlace } from "./base64.ts";
import { toMedia, tooLarge } from "./media-kind.ts";

/** Up to the file's base64, and after it, there is nothing but the envelope and the file's type. */
const ENVELOPE_MAX_BYTES = 4096;
const OPENING = /^\s*(?:\{.*?"\$content"\s*:\s*)?"/s;
const DATA_URI = /^\s*data:[^,]*?(;base64)?,/i;
const NOTHING = /^\s*(?:null\s*|""\s*)?$/;
/**
 * No picture or video begins with so many bytes of base64's alphabet. The second form is for a plus sign that came as
 * a space: base64 of what can be posted begins like this.
 */
const BARE_BASE64 =
  /^\s*(?:[A-Za-z0-9+/]{16}|(?:\/9j\/|iVBOR|R0lGO|UklGR|AAAA|GkXf)[A-Za-z0-9+/ ]{8})/;

const FORMS =
  'Send the file\'s bytes, or its base64 as a JSON string, a data URI or {"$content-type": "…", "$content": "…"}.';
const FORMS_IN_JSON =
  "Give its base64, a data URI, or the content that a step hands on; no link is fetched.";

const invalid = (problem: string, advice = FORMS): ConnectorError =>
  new ConnectorError("InvalidParameter", `${problem} ${advice}`, { target: "body" });

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

/** The encoded file, or undefined when the body is the file itself. */
const encodedIn = (body: Buffer): Buffer | undefined => {
  const head = textAt(body, 0, ENVELOPE_MAX_BYTES);
  const [opening] = OPENING.exec(head) ?? [];
  if (opening) return quoted(body, opening);
  if (/^\s*[{[]/.test(head)) throw invalid("The body's JSON holds no file.");
  return DATA_URI.test(head) || BARE_BASE64.test(head) ? body : undefined;
};

const decoded = async (text: Buffer, advice?: string): Promise<Buffer> => {
  const [prefix = "", isBase64 = prefix === ""] =
    DATA_URI.exec(textAt(text, 0, ENVELOPE_MAX_BYTES)) ?? [];
  const content = text.subarray(prefix.length);
  const file = isBase64
    ? await decodeInPlace(content, (length) => {
        if (length > VIDEO_MAX_BYTES) throw tooLarge("file", length);
      })
    : undefined;
  if (!file) throw invalid("The media is not valid base64.", advice);
  if (file.length === 0) throw invalid("The file is empty.", advice);
  return file;
};

/** The media in a text of a JSON body: base64 or a data URI. Rejects as `readMedia` does. */
export const readEncodedMedia = async (text: string): Promise<Media> =>
  toMedia(await decoded(Buffer.from(text), FORMS_IN_JSON));

/**
 * The media of a request, or undefined when it has none: an empty body, as canvas apps send it. The body's memory is
 * used for the file. Rejects with InvalidParameter, UnsupportedMedia or MediaTooLarge.
 */
export const readMedia = async (body: Uint8Array): Promise<Media | undefined> => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  // Before any work: nothing that may be posted needs more, however it is encoded.
  if (bytes.length > REQUEST_BODY_MAX_BYTES) throw tooLarge("body", bytes.length);
  if (bytes.length <= ENVELOPE_MAX_BYTES && NOTHING.test(bytes.toString("latin1")))
    return undefined;
  const encoded = encodedIn(bytes);
  return toMedia(encoded ? await decoded(encoded) : bytes);
};
