/** JSON with every digit of X's 64-bit ids, which JSON.stringify cannot write; Node 20 has no JSON.rawJSON. */
import { randomUUID } from "node:crypto";

/** Stands before an id while it is text. New in every process, so nobody can put it into a post to have digits unquoted. */
const MARK = `int64:${randomUUID()}:`;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, "g");

const marked = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? MARK + value : value;

/** `value` holds plain data; its bigints become integers. */
export const toExactJson = (value: object): string =>
  JSON.stringify(value, marked).replace(MARKED, "$1");
