/** From the query of a request to the values an operation takes, or one error that lists all that is wrong. */
import { type Finding, refusalOf } from "../connector/findings.ts";
import type { Input, Parameters } from "../connector/operation-declaration.ts";

/** Rejects with InvalidParameter, or with the finding's own code when it is the only one. */
export const readInput = <P extends Parameters>(
  parameters: P,
  query: URLSearchParams,
): Input<P> => {
  const values: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [name, { schema }] of Object.entries(parameters)) {
    // Flows send an optional parameter that was left empty as empty text.
    const result = schema.safeParse(query.get(name) || undefined);
    if (result.success) values[name] = result.data;
    else {
      const { issues } = result.error;
      findings.push(
        ...issues.map((issue) => ({
          target: name,
          message: issue.message,
          code:
            issue.code === "custom"
              ? (issue.params?.code ?? "InvalidParameter")
              : "InvalidParameter",
        })),
      );
    }
  }
  const refusal = refusalOf(findings);
  if (refusal) throw refusal;
  return values as Input<P>;
};
