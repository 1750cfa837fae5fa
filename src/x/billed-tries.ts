/** What X bills for all tries of one question, of which some answers may never have come. */
import { type AskedFor, mostOf, READ_KINDS, UNBILLED, type XCall, type XRead } from "./billing.ts";
import { snowflakeTime } from "./ids.ts";

/** What became of one try of a question. */
export interface XTry {
  readonly kind: "answered" | "refused" | "lost";
  readonly call: XCall;
  /** When it was sent, in epoch milliseconds. */
  readonly at: number;
}

/** X's clock and ours differ, and X indexes some posts late: so much older ones may be new since. */
const NEW_SINCE_MS = 60 * 1000;

/**
 * How many posts or users a lost answer may have had that the full page of a later one has not. Pages of posts have the
 * newest first, so each that is gone made room for one that is new.
 */
const missedBy = ({ call }: XTry, lost: XTry, query: AskedFor): number => {
  const [own] = call.reads;
  const isNewestFirst = own && READ_KINDS[own.price] === "post" && query.sort_order !== "relevancy";
  if (!own || !isNewestFirst) return mostOf(query);
  return own.ids.filter((id) => snowflakeTime(id) > lost.at - NEW_SINCE_MS).length;
};

/** As if X had given only so many. */
const shareOf = ({ reads }: XCall, missed: number, most: number): readonly XRead[] =>
  missed === 0
    ? []
    : reads.map((read) => ({ ...read, unnamed: Math.ceil((read.unnamed * missed) / most) }));

/**
 * Requests are billed each. What X returned to one try is free to the next, so reads that were lost are covered by the
 * next answer, unless that was a refusal, or a full page, which may have less than the lost one had.
 */
export const billedFor = (tries: readonly XTry[], query: AskedFor): XCall => {
  const last = tries.at(-1);
  if (!last) return UNBILLED;
  const request = tries.reduce((sum, { call }) => sum + call.request, 0);
  const lost = tries.slice(0, -1).findLast(({ kind }) => kind === "lost");
  if (!lost || last.kind === "lost") return { ...last.call, request };
  if (last.kind === "refused") return { ...lost.call, request };
  const most = mostOf(query);
  const [own] = last.call.reads;
  const isFull = most > 1 && own !== undefined && own.ids.length >= most;
  const missed = isFull ? shareOf(lost.call, missedBy(last, lost, query), most) : [];
  return { request, reads: [...last.call.reads, ...missed] };
};
