/**
 * Errors that X answers with HTTP 200: a user who is unknown, suspended or protected comes as `errors` without `data`.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors#partial-errors
 */
import { ConnectorError, type ErrorCode } from "../connector/errors.ts";
import { type ProblemEntry, problemType, toXProblem } from "./problem.ts";

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

/** The error for a user that X gave no data for. `handle` comes without @. */
export const userMissing = (
  errors: readonly ProblemEntry[] | undefined,
  handle: string,
): ConnectorError => {
  const error = errors?.[0] ?? {};
  const [code, message] = explain(error, `@${handle}`);
  const x = toXProblem(error);
  return new ConnectorError(code, message, { target: "userName", ...(x && { x }) });
};
