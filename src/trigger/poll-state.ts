/**
 * What a trigger remembers between polls. It travels sealed in the address of the next poll, so it is kept short: under
 * 1 KB sealed at the documented limits. States of the version before are read as well, and go on from where they stood.
 */
import * as z from "zod";
import { encodeId, encodeIds, idListText, idText } from "./id-text.ts";
import { type Ahead, OVERLAP, smaller, WIDEST } from "./slice.ts";

export interface PollState {
  /** The search text that it belongs to, as a digest. */
  readonly key: string;
  /** When X was last read, in epoch milliseconds. */
  readonly at: number;
  /** Everything that matches, up to this id, was handed out. */
  readonly cursor: bigint;
  /** How many ids the next slice spans. */
  readonly width: bigint;
  /** Handed out although X may still index posts before them: ids above the cursor, ascending. */
  readonly seen: readonly bigint[];
  readonly ahead: Ahead | undefined;
  /** How many tweets wait to be handed out, as an estimate. */
  readonly waiting: number;
  /** How many polls in a row stood still before a post that X gave without an id. */
  readonly held: number;
  /** How many polls in a row stood still because X told of errors beside its posts. */
  readonly partial: number;
}

const VERSION = 2;

const current = z
  .object({
    v: z.literal(VERSION),
    key: z.string(),
    at: z.number(),
    cursor: idText,
    width: idText,
    seen: idListText,
    ahead: idListText,
    count: z.number(),
    waiting: z.number(),
    held: z.number(),
    partial: z.number().default(0),
  })
  .transform(({ v: _, ahead: [oldest, newest], count, ...state }): PollState => {
    const ahead = oldest && newest ? { oldest, newest, count } : undefined;
    return { ...state, ahead };
  });

const decimalId = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);

/**
 * The version of 1.0.0 kept the ids that it had read and not yet handed out. The cursor goes before the first of them,
 * and they are read once more, together with what that version had passed over.
 */
const released = z
  .object({
    key: z.string(),
    at: z.number(),
    /** What is older was there before the trigger was. */
    from: decimalId,
    /** Up to here X was read. */
    readTo: decimalId,
    backlog: idListText,
    seen: idListText,
  })
  .transform(({ key, at, from, readTo, backlog, seen }): PollState => {
    const [oldest] = backlog;
    const unread = smaller(readTo - OVERLAP, (oldest ?? readTo) - 1n);
    const cursor = unread > from ? unread : from;
    const count = backlog.length;
    const ahead =
      oldest === undefined ? undefined : { oldest, newest: backlog.at(-1) ?? oldest, count };
    return {
      key,
      at,
      cursor,
      width: WIDEST,
      seen: seen.filter((id) => id > cursor),
      ahead,
      waiting: count,
      held: 0,
      partial: 0,
    };
  });

export const pollStateSchema = z.union([current, released]);

/** As plain JSON, for sealing and for the store. */
export const encodePollState = ({ ahead, cursor, width, seen, ...state }: PollState) => ({
  v: VERSION,
  ...state,
  cursor: encodeId(cursor),
  width: encodeId(width),
  seen: encodeIds(seen),
  ahead: ahead ? encodeIds([ahead.oldest, ahead.newest]) : "",
  count: ahead?.count ?? 0,
});
