/** Which outputs stand in a table: those that makers use, as far as there is something in them. */
import type { Property } from "../definition/shape.ts";

type Row = Readonly<Record<string, unknown>>;

/** More than these would not fit beside each other. */
const MAX_COLUMNS = 5;

/** Of a list of tweets and of one of users, in this order. */
const MAKERS_USE = [
  ["CreatedAtIso", "TweetedBy", "TweetText", "MediaUrls", "TweetId"],
  ["UserName", "FullName", "Description", "FollowersCount", "Id"],
];
/** A list that has fewer of them is of something else: it keeps its own order. */
const ENOUGH = 3;

const isSingle = ({ shape }: Property): boolean =>
  (shape.kind === "list" ? shape.item : shape).kind === "value";

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

export const columnsOf = (
  properties: readonly Property[],
  rows: readonly Row[],
): readonly Property[] => {
  const filled = properties
    .filter(isSingle)
    .filter(({ key }) => rows.some((row) => !isEmpty(row[key])));
  const used = MAKERS_USE.map((keys) =>
    keys.flatMap((wanted) => filled.find(({ key }) => key === wanted) ?? []),
  );
  return used.find(({ length }) => length >= ENOUGH) ?? filled.slice(0, MAX_COLUMNS);
};
