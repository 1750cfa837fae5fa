/**
 * A multipart form of one file, encoded with a single copy of the file: the platform's own encoder makes three.
 * https://www.rfc-editor.org/rfc/rfc7578
 */
import { randomUUID } from "node:crypto";

export interface MultipartForm {
  readonly type: string;
  readonly body: Buffer;
}

/** Names and values are the connector's own: nothing in them needs an escape. */
export const toMultipart = (
  fields: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly bytes: Uint8Array },
): MultipartForm => {
  const boundary = `x-connector-${randomUUID()}`;
  const opening = `--${boundary}\r\nContent-Disposition: form-data; name=`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `${opening}"${name}"\r\n\r\n${value}\r\n`,
  );
  // A file without a name is taken for text by parsers of the standard.
  const head = `${texts.join("")}${opening}"${file.name}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
};
