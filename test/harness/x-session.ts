/** An XSession of prepared answers, for what a real X gives only at the edge of its rules. */
import type * as z from "zod";
import { readAnswer } from "../../src/x/answer.ts";
import type { XSession } from "../../src/x/session.ts";
import { toXError } from "../../src/x/x-error.ts";

export interface PreparedCall {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** `answer` is asked for every call; what it throws is what X refuses. */
export const preparedSession = (answer: (call: PreparedCall) => unknown) => {
  const calls: PreparedCall[] = [];
  const respond = async (path: string, values: PreparedCall["values"] = {}): Promise<unknown> => {
    calls.push({ path, values });
    return answer({ path, values });
  };
  const ask = async <T>(path: string, schema: z.ZodType<T>, values?: PreparedCall["values"]) => {
    const read = readAnswer(schema, { status: 200, body: await respond(path, values) });
    if (read.kind === "read") return read.value;
    throw toXError(read, path, 0);
  };
  const x: XSession = {
    get: ask,
    post: ask,
    put: ask,
    delete: (path, schema) => ask(path, schema),
    async postForm(path, form) {
      await respond(path, { ...form });
    },
    timeLeft: () => 100_000,
    callCount: () => calls.length,
    answeredAt: () => undefined,
  };
  return { x, calls };
};
