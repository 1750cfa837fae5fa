/** The bytes of an answer as text, whatever they are: never an error that nobody listens for, never without bounds. */
import { promisify } from "node:util";
import { brotliDecompress, gunzip } from "node:zlib";

/** The largest answer that is read, sent and unpacked; a page of 100 posts takes less than half a megabyte. */
export const MAX_ANSWER_BYTES = 20 * 1024 * 1024;

type Unpack = (bytes: Buffer) => Promise<Buffer>;

const limits = { maxOutputLength: MAX_ANSWER_BYTES };
const gzip: Unpack = (bytes) => promisify(gunzip)(bytes, limits);
const brotli: Unpack = (bytes) => promisify(brotliDecompress)(bytes, limits);

/** By names that X gives, so no object: those have members of their own. */
const UNPACK: ReadonlyMap<string, Unpack> = new Map([
  ["identity", async (bytes: Buffer) => bytes],
  ["gzip", gzip],
  ["x-gzip", gzip],
  ["br", brotli],
]);

export const ACCEPTED_ENCODINGS = "br, gzip";

/** Undefined for what is corrupt, cut off, larger than the limit or in an encoding that was not asked for. */
export const decode = async (bytes: Buffer, encoding: string): Promise<string | undefined> => {
  // An answer without a body may name an encoding all the same.
  if (bytes.length === 0) return "";
  const unpack = UNPACK.get(encoding.trim().toLowerCase() || "identity");
  const text = await unpack?.(bytes).catch(() => undefined);
  return text?.toString();
};
