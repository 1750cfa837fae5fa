/**
 * One slice of a source, read as far as a page holds, and what X's answer lets us be sure of: that these are all, that
 * there are more, or neither. Only the first lets a cursor pass the slice.
 */
import type { XSession } from "../x/session.ts";
import type { CountedPage } from "../x/shapes.ts";
import type { CutPage, Slice } from "./slice.ts";
import type { Item, Source, SourceAnswer } from "./source.ts";

export type SliceReading =
  /** These are all, the oldest first. */
  | { readonly kind: "whole"; readonly tweets: readonly Item[] }
  /** There are older ones than the page holds. */
  | { readonly kind: "cutOff"; readonly page: CutPage }
  /** These are there, the oldest first, and nobody knows what else is. */
  | {
      readonly kind: "doubtful";
      readonly tweets: readonly Item[];
      /** The newest of what is there, handed out before or not. */
      readonly reached: bigint | undefined;
      readonly doubt: Doubt;
    };

/**
 * X told of errors beside its posts, gave a post without an id, or gave pages without posts that led to further pages,
 * as many as a poll may read.
 */
export type Doubt = "partial" | "unidentified" | "endless";

export interface SliceRequest {
  readonly x: XSession;
  readonly source: Source;
  readonly slice: Slice;
  /** Handed out already, ascending. */
  readonly seen: readonly bigint[];
  /** New ones that are wanted. */
  readonly target: number;
  /** Posts without an id count as not there. */
  readonly passesUnidentified: boolean;
  /** Whether this poll may call X once more. */
  mayCall(): boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const idOf = ({ TweetId }: Item): bigint => BigInt(TweetId);
export const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : 1);

const nothing = (doubt: Doubt): SliceReading => ({
  kind: "doubtful",
  tweets: [],
  reached: undefined,
  doubt,
});

/** As many as are wanted beside those of the slice that were handed out before. */
const pageSize = ({ source, slice, seen, target }: SliceRequest): number => {
  const known = seen.filter((id) => isWithin(slice, id)).length;
  return Math.min(source.most, Math.max(source.least, target + known));
};

const isWithin = ({ after, until }: Slice, id: bigint): boolean =>
  id > after && (until === undefined || id < until);

/** What of X's pages, newest first, is sure: behind a post without an id nobody knows where the page went on. */
const sureTweets = (
  pages: readonly CountedPage[],
  { source, passesUnidentified }: Pick<SliceRequest, "source" | "passesUnidentified">,
) => {
  const posts = pages.flatMap(({ data }) => data ?? []);
  const last = passesUnidentified ? -1 : posts.findLastIndex((post) => !post);
  const sure = new Set(posts.slice(last + 1));
  const tweets = pages.flatMap((page) => {
    const data = (page.data ?? []).flatMap((post) => (post && sure.has(post) ? [post] : []));
    return source.toItems({ ...page, data });
  });
  return { tweets, isShort: last >= 0 };
};

/** Rejects with XError. */
export const readSlice = async (request: SliceRequest): Promise<SliceReading> => {
  const { x, source, slice, seen, mayCall, now } = request;
  const maxResults = pageSize(request);
  const untilId = slice.until === undefined ? undefined : String(slice.until);
  const pages: CountedPage[] = [];
  let sinceId: string | undefined = String(slice.after);
  let nextToken: string | undefined;
  let count = 0;
  do {
    const window = { sinceId, untilId, nextToken, maxResults };
    const answer: SourceAnswer = await source.read(x, window, now);
    ({ sinceId } = answer);
    const { page } = answer;
    pages.push(page);
    count += page.data?.length ?? 0;
    nextToken = page.meta.next_token ?? undefined;
  } while (nextToken !== undefined && count < maxResults && mayCall());

  const { tweets, isShort } = sureTweets(pages, request);
  const known = new Set(seen);
  const within = tweets
    .filter((tweet) => isWithin(slice, idOf(tweet)))
    .toSorted((a, b) => ascending(idOf(a), idOf(b)));
  const fresh = within.filter((tweet) => !known.has(idOf(tweet)));
  const [oldest, newest] = [within[0], within.at(-1)].map((tweet) => tweet && idOf(tweet));
  // Where X passed over our since_id, a page that reaches below it holds all above it.
  const reachesBelow = tweets.some((tweet) => idOf(tweet) <= slice.after);
  if (nextToken !== undefined && !reachesBelow) {
    if (oldest === undefined || newest === undefined) return nothing("endless");
    return { kind: "cutOff", page: { oldest, newest, count: fresh.length } };
  }
  const doubtful = (doubt: Doubt): SliceReading => ({
    kind: "doubtful",
    tweets: fresh,
    reached: newest,
    doubt,
  });
  if (isShort) return doubtful("unidentified");
  if (pages.some(({ errors }) => (errors ?? []).length > 0)) return doubtful("partial");
  return { kind: "whole", tweets: fresh };
};
