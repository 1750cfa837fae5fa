/** The JSON that a call brings, with X's refusal of what it does not know. */
import type * as z from "zod";
import { invalidRequest } from "../problems.ts";
import type { Call } from "./endpoint.ts";

export const readBody = <T>(call: Call, schema: z.ZodType<T>): T => {
  const { data, error } = schema.safeParse(call.json());
  if (data) return data;
  const { path = [], message = "" } = error?.issues[0] ?? {};
  const name = path.join(".");
  throw invalidRequest(name, "", `[$.${name}: ${message}]`);
};
