/**
 * X's error bodies: problem documents (RFC 7807), with or without a list of errors.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 */
import type { XProblem } from "../connector/errors.ts";

export interface ProblemEntry {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly resource_type?: string;
  readonly parameter?: string;
  readonly value?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface ProblemBody extends ProblemEntry {
  readonly reason?: string;
  readonly period?: string;
  readonly reset_date?: string;
  readonly required_enrollment?: string;
  readonly errors?: readonly ProblemEntry[];
}

/** The body as a problem; HTML, text and nothing at all have none of its members. */
export const toProblem = (body: unknown): ProblemBody =>
  typeof body === "object" && body !== null ? (body as ProblemBody) : {};

/** Both hosts, api.twitter.com and api.x.com, occur in types, so only the last segment tells them apart. */
export const problemType = ({ type }: ProblemEntry): string => type?.split("/").at(-1) ?? "";

/** X's own words, the most telling ones first. */
export const problemText = (problem: ProblemBody): string | undefined => {
  const messages = problem.errors?.flatMap(({ message, detail }) => message ?? detail ?? []) ?? [];
  return messages.length > 0 ? messages.join(" ") : (problem.detail ?? problem.title);
};

/** What the caller is shown of it. */
export const toXProblem = (problem: ProblemBody): XProblem | undefined => {
  const detail = problemText(problem);
  const { type, title } = problem;
  if (!type && !title && !detail) return undefined;
  return { ...(type && { type }), ...(title && { title }), ...(detail && { detail }) };
};
