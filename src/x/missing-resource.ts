/**
 * Errors that X answers with HTTP 200: a user who is unknown, suspended or protected comes as `errors` without `data`.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors#partial-errors
 */
import { ConnectorError, type ErrorCode } from "../connector/errors.ts";
import { type ProblemEntry, problemType, toProblem, toXProblem } from "./problem.ts";
import { XError } from "./x-error.ts";

const explain = (error: ProblemEntry, subject: string): readonly [ErrorCode, string] => {
  if (/suspended/i.test(error.detail ?? "")) {
    return ["UserSuspended", `X has suspended ${subject}.`];
  }
  if (problemType(error) === "not-authorized-for-resource") {
    return [
      "UserProtected",
      `The posts of ${subject} are protected, and the signed-in user does not follow it.`,
    ];
  }
  return ["UserNotFound", `X knows no user ${subject}. Check the spelling of the handle.`];
};

const userMissing = (error: ProblemEntry, handle: string): ConnectorError => {
  const [code, message] = explain(error, `@${handle}`);
  const x = toXProblem(error);
  return new ConnectorError(code, message, { target: "userName", ...(x && { x }) });
};

/** A call about the user of `handle` (without @): rejects with what is wrong with that user where X says so. */
export const aboutUser = async <T>(handle: string, call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof XError) || error.failure.kind !== "undocumented") throw error;
    const [first] = toProblem(error.failure.body).errors ?? [];
    throw first ? userMissing(first, handle) : error;
  }
};
