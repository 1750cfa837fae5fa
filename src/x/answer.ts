/** What X answered to a call, read at the edge: what the rest of the connector gets is as its types say. */
import type * as z from "zod";
import type { XAnswer } from "./exchange.ts";
import type { XFailure } from "./failure.ts";

export type ReadAnswer<T> = { readonly kind: "read"; readonly value: T };

/** An empty list is no data: X leaves `data` out when it found nothing. */
const holdsData = (body: unknown): boolean => {
  const { data } = Object(body) as { readonly data?: unknown };
  return Array.isArray(data) ? data.length > 0 : data !== undefined && data !== null;
};

const holdsErrors = (body: unknown): boolean => {
  const { errors } = Object(body) as { readonly errors?: unknown };
  return Array.isArray(errors) ? errors.length > 0 : errors !== undefined && errors !== null;
};

/** X's data as `schema` takes it. What it does not take, errors without data and any redirect are `undocumented`. */
export const readAnswer = <T>(
  schema: z.ZodType<T>,
  { status, body }: Pick<XAnswer, "status" | "body">,
): ReadAnswer<T> | Extract<XFailure, { kind: "undocumented" }> => {
  const isError = status >= 300 || (holdsErrors(body) && !holdsData(body));
  const result = isError ? undefined : schema.safeParse(body);
  return result?.success
    ? { kind: "read", value: result.data }
    : { kind: "undocumented", status, body };
};
