/** What is wrong with an input, found all at once and told in one answer. */
import { ConnectorError, type ErrorCode, type ErrorDetail } from "./errors.ts";

/** One thing that is wrong with a body in JSON. */
export interface Finding extends ErrorDetail {
  readonly code: ErrorCode;
}

/** The finding's own code when it is the only one, else InvalidParameter; undefined when nothing was found. */
export const refusalOf = (findings: readonly Finding[]): ConnectorError | undefined => {
  const [first] = findings;
  if (!first) return undefined;
  const isAlone = findings.length === 1;
  return new ConnectorError(
    isAlone ? first.code : "InvalidParameter",
    findings.map(({ message }) => message).join(" "),
    {
      ...(isAlone && { target: first.target }),
      details: findings.map(({ target, message }) => ({ target, message })),
    },
  );
};
