/** A body in JSON, read by a model: all that could be read of it, and all that was wrong. */
import type * as z from "zod";
import { ConnectorError } from "../connector/errors.ts";
import { type Finding, refusalOf } from "../connector/findings.ts";
import { parsedJson } from "../connector/json-text.ts";

/** Ten times what a thread of the most parts takes. */
const MOST_VALUES = 10_000;

/** Whether a value holds no more than so many: each costs a finding, where it is wrong, and memory for that. */
const isSmall = (given: unknown): boolean => {
  const left = [given];
  for (let count = 0; count < MOST_VALUES; count += 1) {
    if (left.length === 0) return true;
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    const values = Object.values(value);
    if (values.length > MOST_VALUES) return false;
    left.push(...values);
  }
  return false;
};

const refuseBody = (message: string): ConnectorError =>
  new ConnectorError("InvalidParameter", message, { target: "body" });

/** Throws InvalidParameter when the body is no JSON, or far more than any post takes. */
const readJson = (body: Uint8Array): unknown => {
  const given = parsedJson(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  if (given === undefined) {
    throw refuseBody(
      "The body is not valid JSON. Send an object, with the content type application/json.",
    );
  }
  if (isSmall(given)) return given;
  throw refuseBody(`The body holds more than ${MOST_VALUES} values. Send what is to be posted.`);
};

/** The body as `read` takes it. Rejects with all that is wrong with it. */
export const readBody = async <R extends { readonly findings: readonly Finding[] }>(
  { body }: { body(): Promise<Uint8Array> },
  read: (given: unknown) => Promise<R>,
): Promise<R> => {
  const reading = await read(readJson(await body()));
  const refusal = refusalOf(reading.findings);
  if (refusal) throw refusal;
  return reading;
};

/** As a formula would write it: `parts[2].media[0].altText`. */
export const pathTo = (base: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    return before === "" ? String(key) : `${before}.${String(key)}`;
  }, base);

export interface ModelReading<T> {
  readonly values: Partial<T>;
  readonly findings: readonly Finding[];
}

const issuesOf = (result: z.ZodSafeParseResult<unknown>): readonly z.core.$ZodIssue[] =>
  result.error?.issues ?? [];

/** `at` is where `given` stands in the body. */
export const readModel = <S extends z.ZodRawShape>(
  model: z.ZodObject<S>,
  given: unknown,
  at: string,
): ModelReading<z.output<z.ZodObject<S>>> => {
  const result = model.safeParse(given);
  const findings = issuesOf(result).map(
    ({ path, message }): Finding => ({
      target: pathTo(at, path) || "body",
      message,
      code: "InvalidParameter",
    }),
  );
  if (result.success) return { values: result.data, findings };
  // One property that is wrong hides no other.
  const properties = Object(given) as Readonly<Record<string, unknown>>;
  const values = Object.entries(model.shape).flatMap(([name, schema]) => {
    const read = (schema as z.ZodType).safeParse(properties[name]);
    return read.success ? [[name, read.data]] : [];
  });
  return { values: Object.fromEntries(values), findings };
};
