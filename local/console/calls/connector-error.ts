/** An error as the connector answers it. */
import type { Answer } from "./answer.ts";

export interface ConnectorErrorBody {
  readonly status: string;
  readonly code: string;
  readonly message: string;
  /** The parameter that is at fault. */
  readonly target?: string;
  readonly details: readonly string[];
  /** What is wrong with each parameter, by the name or path of it. */
  readonly findings: ReadonlyMap<string, string>;
  /** What X itself said. */
  readonly x?: string;
  /** The part that a thread stopped at, counted from 1. */
  readonly failedPart?: string;
  /** The posts of the thread that are there. */
  readonly postedIds: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const detailOf = (detail: unknown): string =>
  (isRecord(detail) ? textOf(detail.message) : undefined) ?? String(detail);

const saidByX = (x: unknown): string | undefined => {
  if (!isRecord(x)) return undefined;
  const said = [textOf(x.title), textOf(x.detail)].filter((part) => part !== undefined);
  return said.length > 0 ? [...new Set(said)].join(": ") : undefined;
};

const findingsOf = (body: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> => {
  const details: readonly unknown[] = Array.isArray(body.details) ? body.details : [];
  return new Map(
    [body, ...details.filter(isRecord)].flatMap(({ target, message }) =>
      textOf(target) ? [[String(target), textOf(message) ?? ""] as const] : [],
    ),
  );
};

/** undefined for an answer that is no error. */
export const errorOf = ({ status, json }: Answer): ConnectorErrorBody | undefined => {
  if (status < 400) return undefined;
  const body = isRecord(json) ? json : {};
  const target = textOf(body.target);
  const x = saidByX(body.x);
  return {
    status: String(status),
    code: textOf(body.code) ?? "NoJson",
    message: textOf(body.message) ?? "The response is not in a JSON format.",
    findings: findingsOf(body),
    details: Array.isArray(body.details) ? body.details.map(detailOf) : [],
    postedIds: Array.isArray(body.postedIds) ? body.postedIds.map(String) : [],
    ...(body.failedPart !== undefined && { failedPart: String(body.failedPart) }),
    ...(target !== undefined && { target }),
    ...(x !== undefined && { x }),
  };
};
