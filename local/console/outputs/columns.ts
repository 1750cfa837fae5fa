/** Which outputs stand in a table: those that makers use, as far as there is something in them. */
import type { Property } from "../definition/shape.ts";

type Row = Readonly<Record<string, unknown>>;

/** More than these would not fit beside each other. */
const MAX_COLUMNS = 5;

/** Of posts and of users, in this order; where a list has none of them, its own order is kept. */
const MAKERS_USE = [
  "CreatedAtIso",
  "TweetedBy",
  "TweetText",
  "MediaUrls",
  "TweetId",
  "UserName",
  "FullName",
  "Description",
  "FollowersCount",
  "Id",
];

const isSingle = ({ shape }: Property): boolean =>
  (shape.kind === "list" ? shape.item : shape).kind === "value";

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

const rankOf = ({ key }: Property): number => {
  const rank = MAKERS_USE.indexOf(key);
  return rank < 0 ? MAKERS_USE.length : rank;
};

export const columnsOf = (
  properties: readonly Property[],
  rows: readonly Row[],
): readonly Property[] =>
  properties
    .filter(isSingle)
    .filter(({ key }) => rows.some((row) => !isEmpty(row[key])))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MAX_COLUMNS);
