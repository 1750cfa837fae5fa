/**
 * The functions of the workflow expression language that the examples use.
 * https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference
 */
import { stringify } from "lossless-json";

export const toText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? (stringify(value) ?? "") : String(value);
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "object" ? Object.keys(value).length === 0 : value === "");

const listOf = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Error(`${toText(value)} is no array.`);
  return value;
};
const numberOf = (value: unknown): number => {
  if (typeof value !== "number" && typeof value !== "bigint") {
    throw new Error(`"${toText(value)}" is no number.`);
  }
  return Number(value);
};
/** JSON's whole numbers arrive as bigints. */
const isEqual = (a: unknown, b: unknown): boolean =>
  typeof a === "bigint" || typeof b === "bigint" ? toText(a) === toText(b) : a === b;

/** `yyyy-MM-dd HH:mm` and what else it is made of; text in UTC. */
const formatDate = (iso: string, format: string): string => {
  const [, yyyy = "", MM = "", dd = "", HH = "", mm = ""] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(iso) ?? [];
  if (!yyyy) throw new Error(`"${iso}" is no time.`);
  return format.replace(/yyyy|MM|dd|HH|mm/g, (part) => ({ yyyy, MM, dd, HH, mm })[part] ?? part);
};

const DAY_MS = 24 * 60 * 60 * 1000;
const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * DAY_MS).toISOString();

type WorkflowFunction = (...parts: readonly unknown[]) => unknown;

export const FUNCTIONS: Readonly<Record<string, WorkflowFunction>> = {
  addDays: (iso, days) => addDays(toText(iso), numberOf(days)),
  coalesce: (...values) => values.find((value) => value !== null && value !== undefined) ?? null,
  concat: (...values) => values.map(toText).join(""),
  contains: (list, value) => listOf(list).some((each) => isEqual(each, value)),
  empty: isEmpty,
  encodeURIComponent: (text) => encodeURIComponent(toText(text)),
  equals: isEqual,
  first: (list) => listOf(list)[0] ?? null,
  formatDateTime: (iso, format) => formatDate(toText(iso), toText(format)),
  greater: (a, b) => numberOf(a) > numberOf(b),
  if: (condition, yes, no) => (condition === true ? yes : no),
  length: (value) => (typeof value === "string" ? value : listOf(value)).length,
  listCallbackUrl: () => "https://logic.azure.example/callback",
  not: (value) => value !== true,
  reverse: (list) => listOf(list).toReversed(),
  string: toText,
  substring: (text, start, length) => toText(text).substr(numberOf(start), numberOf(length)),
  take: (list, count) => listOf(list).slice(0, numberOf(count)),
  // Of what stands twice, one stays; the examples' items differ.
  union: (...lists) => lists.flatMap(listOf),
  utcNow: () => new Date().toISOString(),
};
