/** The request that the platform makes of a filled-in operation. */
import type { Operation } from "../definition/operations.ts";
import type { CallRequest } from "./answer.ts";

/** What was entered, by the field's name. A file stands for a field of kind "file". */
export type Values = Readonly<Record<string, string | File | undefined>>;

export const initialValues = ({ fields }: Operation): Values =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));

/** Empty fields are not sent. */
export const requestFor = ({ method, path, fields }: Operation, values: Values): CallRequest => {
  const query = new URLSearchParams();
  let body: Blob | undefined;
  for (const { name } of fields) {
    const value = values[name];
    if (value instanceof File) body = value;
    else if (value) query.set(name, value);
  }
  return {
    method,
    url: query.size > 0 ? `${path}?${query}` : path,
    ...(body && { body }),
  };
};
