/** The request that the platform makes of a filled-in operation. */
import type { Field, SingleField } from "../definition/fields.ts";
import type { Operation } from "../definition/operations.ts";
import type { CallRequest } from "./answer.ts";

/** What was entered: text, a file, the parts of a group by their names, or the items of a list. */
export type Value = string | File | Values | readonly Value[] | undefined;

/** By the field's name. */
export type Values = Readonly<{ [name: string]: Value }>;

export const isGroup = (value: Value): value is Values =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof File);

export const initialValue = (field: Field): Value => {
  if (field.kind === "group") return initialValues(field);
  return field.kind === "list" ? [] : field.initial;
};

export const initialValues = ({ fields }: { readonly fields: readonly Field[] }): Values =>
  Object.fromEntries(fields.map((field) => [field.name, initialValue(field)]));

/** As JSON carries a file. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    // data:TYPE;base64,CONTENT
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(file);
  });

/** Digits that are no whole number of JavaScript's stay text, and the connector says what is wrong with them. */
const singleJson = ({ kind }: SingleField, text: string): unknown => {
  if (kind === "switch") return text === "true";
  const number = Number(text);
  return kind === "number" && Number.isSafeInteger(number) ? number : text;
};

/** Empty items at the end are not sent; one before others is, so that each keeps the place that it is shown at. */
const listJson = ({ kind }: Field, items: readonly unknown[]): readonly unknown[] | undefined => {
  const count = items.findLastIndex((item) => item !== undefined) + 1;
  const empty = kind === "group" ? {} : "";
  return count > 0 ? items.slice(0, count).map((item) => item ?? empty) : undefined;
};

/** undefined for what was left empty, which is not sent. */
const jsonOf = async (field: Field, value: Value): Promise<unknown> => {
  if (value instanceof File) return base64Of(value);
  if (field.kind === "list") {
    const items = Array.isArray(value) ? value : [];
    const sent = await Promise.all(items.map((item) => jsonOf(field.item, item)));
    return listJson(field.item, sent);
  }
  if (field.kind === "group") return isGroup(value) ? groupJson(field.fields, value) : undefined;
  return typeof value === "string" && value !== "" ? singleJson(field, value) : undefined;
};

const groupJson = async (fields: readonly Field[], values: Values): Promise<unknown> => {
  const parts = await Promise.all(
    fields.map(async (field) => [field.name, await jsonOf(field, values[field.name])] as const),
  );
  const filled = parts.filter(([, part]) => part !== undefined);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
};

/** Empty fields are not sent. */
export const requestFor = async (
  { method, path, fields, isPost }: Operation,
  values: Values,
): Promise<CallRequest> => {
  const query = new URLSearchParams();
  let body: Blob | undefined;
  for (const { name, place } of fields) {
    const value = values[name];
    if (place === "body" && value instanceof File) body = value;
    else if (place === "query" && typeof value === "string" && value) query.set(name, value);
  }
  const inJson = fields.filter(({ place }) => place === "json");
  if (inJson.length > 0) {
    const json = JSON.stringify((await groupJson(inJson, values)) ?? {});
    body = new Blob([json], { type: "application/json" });
  }
  return {
    method,
    isPost,
    url: query.size > 0 ? `${path}?${query}` : path,
    ...(body && { body }),
  };
};
