/** An answer of X's sign-in, read as far as one of X's own is long: anything longer is not X's. */
import { parsedJson } from "../connector/json-text.ts";

/** X's answer to a call of its OAuth, whatever its status. */
export interface XAnswer {
  readonly status: number;
  /** Undefined when it is no JSON. */
  readonly body: unknown;
}

const MAX_BYTES = 64 * 1024;

/** Rejects when the answer is cut, damaged or too long. */
export const readXAnswer = async ({ status, body }: Response): Promise<XAnswer> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > MAX_BYTES) throw new RangeError("X's answer is too long.");
    chunks.push(chunk);
  }
  return { status, body: parsedJson(Buffer.concat(chunks).toString()) };
};
