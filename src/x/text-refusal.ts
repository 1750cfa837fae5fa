/** X's refusal of a post whose text is too long, with its length and the limit. */
import { TEXT_MAX_LENGTH } from "../connector/limits.ts";
import { problemText, toProblem } from "./problem.ts";
import { tooLongText, weightedLength } from "./text-rules.ts";
import { XError } from "./x-error.ts";

/**
 * X says that a text is too long in words, or with a 403 that gives no reason: as for a scope that is missing, or for
 * what the account may not do.
 */
const mayBeForLength = ({ code, failure }: XError): boolean => {
  if (failure.kind !== "refused") return false;
  if (code === "NotPermitted" || code === "MissingScope") return true;
  return (
    failure.status === 400 && /too long|length/i.test(problemText(toProblem(failure.body)) ?? "")
  );
};

/** The error for the caller: another one where the text is longer than an account without X Premium may post. */
export const explainLength = async (error: XError, text: string): Promise<XError> => {
  if (!mayBeForLength(error)) return error;
  const length = await weightedLength(text);
  if (length <= TEXT_MAX_LENGTH) return error;
  return new XError("InvalidParameter", `${tooLongText(length)} ${error.message}`, error.failure, {
    ...error.options,
    target: "tweetText",
  });
};
