/** X's refusal of a post whose text is too long, with its length and the limit. */
import { problemText, toProblem } from "./problem.ts";
import { PREMIUM_TEXT_MAX_LENGTH, TEXT_MAX_LENGTH, weightedLength } from "./text-rules.ts";
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
  return new XError(
    "InvalidParameter",
    `The text counts ${length} characters for X, and ${TEXT_MAX_LENGTH} are allowed, or ${PREMIUM_TEXT_MAX_LENGTH} with X Premium (a link counts 23, an emoji or a Chinese character 2). Shorten it. ${error.message}`,
    error.failure,
    { ...error.options, target: "tweetText" },
  );
};
