/**
 * What X bills, as its page of prices says: what it answered with success, a post or a user once a UTC day and app, and
 * all else by the request. https://docs.x.com/x-api/getting-started/pricing
 */
import { type PriceClass, priceOf } from "../../src/x/prices.ts";
import type { World } from "./world/world.ts";

interface Resource {
  readonly id?: string;
}

interface Answer {
  readonly data?: Resource | readonly Resource[];
  readonly includes?: Readonly<Record<string, readonly Resource[]>>;
}

/** A call that X answered with success, whether or not the answer came through. */
export interface BilledCall {
  readonly clientId: string;
  /** Whose token it was. */
  readonly userId: string;
  /** The user who owns the app, if that was told. */
  readonly owner: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly json: unknown;
}

/** What was billed to an app on a UTC day. */
export interface BillLine {
  readonly day: string;
  readonly clientId: string;
  readonly price: PriceClass;
  readonly count: number;
  readonly microDollars: number;
}

/** Requests that are billed whatever they answer. */
const REQUESTS: readonly (readonly [RegExp, PriceClass])[] = [
  [/^POST \/2\/users\/\d+\/retweets$/, "repost"],
  [/^DELETE \/2\/(tweets\/\d+|users\/\d+\/retweets\/\d+)$/, "delete"],
  [/^POST \/2\/media\/metadata$/, "mediaMetadata"],
  [/^GET \/2\/tweets\/counts\/recent$/, "counts"],
];
const POSTS = /^GET \/2\/(tweets|users\/\d+\/(tweets|timelines|mentions))/;
const USERS = /^GET \/2\/users/;
const OWN = /^GET \/2\/users\/(\d+)\/(tweets|mentions|followers|following)$/;

const itemsOf = (resources: Resource | readonly Resource[] = []): readonly Resource[] =>
  [resources].flat();

export const createBill = (world: World) => {
  let lines = new Map<string, BillLine>();
  let seen = new Set<string>();
  let credits: number | undefined;

  const add = (clientId: string, price: PriceClass): void => {
    const day = new Date(world.now()).toISOString().slice(0, 10);
    const key = `${day} ${clientId} ${price}`;
    const { count, microDollars } = lines.get(key) ?? { count: 0, microDollars: 0 };
    const amount = priceOf(price);
    const line = { day, clientId, price, count: count + 1, microDollars: microDollars + amount };
    lines.set(key, line);
    if (credits !== undefined) credits -= amount;
  };

  const read = (
    clientId: string,
    kind: "post" | "user",
    price: PriceClass,
    items: readonly Resource[],
  ) => {
    const day = new Date(world.now()).toISOString().slice(0, 10);
    for (const { id } of items) {
      const key = `${kind} ${day} ${clientId} ${id}`;
      if (id !== undefined && seen.has(key)) continue;
      seen.add(key);
      add(clientId, price);
    }
  };

  const priceOfPost = (id: string | undefined): PriceClass => {
    const post = world.posts.find(id ?? "");
    const links = (post?.note ?? post?.shown)?.urls.filter(({ mediaKey }) => !mediaKey) ?? [];
    if (!post || links.length > 0) return "postWithUrl";
    const answered = world.posts.find(post.replyTo ?? "");
    const me = world.users.find(post.authorId)?.username.toLowerCase();
    const isSummoned = answered?.shown.mentions.some(
      ({ username }) => username.toLowerCase() === me,
    );
    return isSummoned ? "summonedReply" : "post";
  };

  return {
    add({ clientId, userId, owner, method, path, json }: BilledCall): void {
      const called = `${method} ${path}`;
      const { data, includes = {} } = (json ?? {}) as Answer;
      if (called === "POST /2/tweets") {
        add(clientId, priceOfPost(itemsOf(data)[0]?.id));
        return;
      }
      const [, request] = REQUESTS.find(([pattern]) => pattern.test(called)) ?? [];
      if (request) {
        add(clientId, request);
        return;
      }
      const isOwn = owner === userId && OWN.exec(called)?.[1] === userId;
      if (POSTS.test(called))
        read(clientId, "post", isOwn ? "ownPostRead" : "postRead", itemsOf(data));
      else if (USERS.test(called)) {
        read(clientId, "user", isOwn ? "ownUserRead" : "userRead", itemsOf(data));
      }
      read(clientId, "post", "postRead", [...(includes.tweets ?? []), ...(includes.posts ?? [])]);
      read(clientId, "user", "userRead", includes.users ?? []);
    },
    read: () => {
      const all = [...lines.values()];
      const count = (kind: string) => [...seen].filter((key) => key.startsWith(kind)).length;
      return {
        posts: count("post"),
        users: count("user"),
        microDollars: all.reduce((sum, { microDollars }) => sum + microDollars, 0),
        lines: all,
      };
    },
    clear(): void {
      lines = new Map();
      seen = new Set();
    },
    /** What is left to spend in micro-dollars; undefined for no end of it. */
    credits: () => credits,
    setCredits(microDollars: number | undefined): void {
      credits = microDollars;
    },
    isOutOfCredits: () => credits !== undefined && credits <= 0,
  };
};

export type Bill = ReturnType<typeof createBill>;
