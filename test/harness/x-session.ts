/** An XSession of prepared answers, for what a real X gives only at the edge of its rules. */
import type { XSession } from "../../src/x/session.ts";

export interface PreparedCall {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** `answer` is asked for every call; what it throws is what X refuses. */
export const preparedSession = (answer: (call: PreparedCall) => unknown) => {
  const calls: PreparedCall[] = [];
  const respond = async (path: string, values: Readonly<Record<string, unknown>> = {}) => {
    calls.push({ path, values });
    return answer({ path, values }) as never;
  };
  const x: XSession = {
    get: respond,
    post: respond,
    postForm: (path, form) => respond(path, Object.fromEntries(form)),
    timeLeft: () => 100_000,
  };
  return { x, calls };
};
