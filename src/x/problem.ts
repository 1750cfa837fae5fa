/**
 * X's error bodies: problem documents (RFC 7807), with or without a list of errors.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 */
import * as z from "zod";
import type { XProblem } from "../connector/errors.ts";
import { leniently, type Reading } from "./lenient.ts";

/** X's words are told to makers, and X may be a proxy's page. */
const MAX_WORDS = 1_000;

const entry = ({ optional }: Reading) => {
  const text = optional(z.string());
  return z.object({
    type: text,
    title: text,
    detail: text,
    message: text,
    resource_type: text,
    /** What was asked about. */
    value: text,
    parameters: optional(z.record(z.string(), z.unknown())),
  });
};

const problem = leniently((reading) => {
  const text = reading.optional(z.string());
  return entry(reading).extend({
    reason: text,
    period: text,
    reset_date: text,
    errors: reading.list(entry(reading)),
  });
});

export type ProblemEntry = Partial<z.output<ReturnType<typeof entry>>>;
export type ProblemBody = Partial<z.output<typeof problem>>;

/** The body as a problem; HTML, text and nothing at all have none of its members. */
export const toProblem = (body: unknown): ProblemBody => problem.safeParse(body).data ?? {};

/** Both hosts, api.twitter.com and api.x.com, occur in types, so only the last segment tells them apart. */
export const problemType = ({ type }: ProblemEntry): string => type?.split("/").at(-1) ?? "";

/** X's own words, the most telling ones first. */
export const problemText = ({ errors, detail, title }: ProblemBody): string | undefined => {
  const messages = (errors ?? []).flatMap(
    (error) => error.message ?? error.detail ?? error.title ?? [],
  );
  const words = messages.length > 0 ? messages.join(" ") : (detail ?? title);
  return words?.slice(0, MAX_WORDS).trim() || undefined;
};

/** What the caller is shown of it. */
export const toXProblem = (problem: ProblemBody): XProblem | undefined => {
  const detail = problemText(problem);
  const { type, title } = problem;
  if (!type && !title && !detail) return undefined;
  return { ...(type && { type }), ...(title && { title }), ...(detail && { detail }) };
};
