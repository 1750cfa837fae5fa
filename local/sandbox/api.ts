/** X API v2 as the connector uses it: one entry a call, with the scopes, limits and answers of X's document. */
import * as z from "zod";
import type { Uploads } from "./media.ts";
import type { OAuth } from "./oauth.ts";
import { pageOf, windowOf } from "./paging.ts";
import {
  forbidden,
  invalidRequest,
  notAuthorized,
  notFound,
  ReplyError,
  suspended,
  unauthorized,
} from "./problems.ts";
import type { RateLimits } from "./rate-limits.ts";
import { parseQuery, QueryError } from "./search-query.ts";
import { type Shapes, wantedOf } from "./shapes.ts";
import { type SandboxPost, type SandboxUser, shownPosts, type World } from "./world.ts";

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly origin: string;
  json(): unknown;
  form(): { readonly fields: ReadonlyMap<string, string>; readonly file: Buffer | undefined };
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly userId: string;
}

interface Call extends ApiRequest {
  readonly me: SandboxUser;
  readonly id: string;
}

interface Endpoint {
  readonly method: string;
  readonly path: RegExp;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Calls per 15 minutes, and per day. */
  readonly limit: number;
  readonly perDay?: number;
  readonly status?: number;
  run(call: Call): unknown;
}

export interface ApiParts {
  readonly world: World;
  readonly oauth: OAuth;
  readonly rateLimits: RateLimits;
  readonly shapes: Shapes;
  readonly uploads: Uploads;
}

const READ = ["tweet.read", "users.read"];
const WRITE = ["tweet.read", "tweet.write", "users.read"];
const SEARCH_WINDOW_MS = 7 * 24 * 60 * 60 * 1000;
/** X refuses the same text again for a while; how long it does not say. */
const DUPLICATE_MS = 24 * 60 * 60 * 1000;

const postSchema = z.object({
  text: z.string().optional(),
  media: z.object({ media_ids: z.array(z.string()).min(1).max(4) }).optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
});

export const createApi = ({ world, oauth, rateLimits, shapes, uploads }: ApiParts) => {
  const oneUser = (
    found: SandboxUser | undefined,
    parameter: string,
    value: string,
    call: Call,
  ) => {
    if (!found) return { errors: [notFound("user", parameter, value)] };
    if (found.suspended) return { errors: [suspended(parameter, value)] };
    return { data: shapes.user(found, wantedOf(call.query, call.origin)) };
  };
  const mayRead = (me: SandboxUser, { id, protected: closed }: SandboxUser): boolean =>
    !closed || me.id === id || (world.following.get(me.id)?.includes(id) ?? false);

  const posts = (call: Call, matching: readonly SandboxPost[], least: number, token: string) => {
    const page = pageOf(matching, call.query, { least, most: 100, usual: 10, token });
    return {
      ...shapes.page(page.items, wantedOf(call.query, call.origin)),
      meta: {
        ...(page.items[0] && { newest_id: page.items[0].id, oldest_id: page.items.at(-1)?.id }),
        result_count: page.items.length,
        ...(page.next && { next_token: page.next }),
      },
    };
  };

  const followList = (direction: "followers" | "following") => (call: Call) => {
    const user = world.users.get(call.id);
    if (!user) return { errors: [notFound("user", "id", call.id)] };
    if (user.suspended) return { errors: [suspended("id", call.id)] };
    const users = (world[direction].get(call.id) ?? []).flatMap((id) => {
      const found = world.users.get(id);
      return found && !found.suspended ? found : [];
    });
    const page = pageOf(users, call.query, {
      least: 1,
      most: 1000,
      usual: 100,
      token: "pagination_token",
    });
    const wanted = wantedOf(call.query, call.origin);
    return {
      ...(page.items.length > 0 && { data: page.items.map((each) => shapes.user(each, wanted)) }),
      meta: { result_count: page.items.length, ...(page.next && { next_token: page.next }) },
    };
  };

  const visible = (me: SandboxUser) => (post: SandboxPost) => {
    const author = world.users.get(post.authorId);
    return author !== undefined && !author.suspended && mayRead(me, author);
  };

  const search = (call: Call) => {
    const query = call.query.get("query") ?? "";
    const since = call.query.get("since_id");
    const earliest = world.now() - SEARCH_WINDOW_MS;
    const oldestId = (BigInt(Math.floor(earliest)) - 1288834974657n) << 22n;
    if (since && BigInt(since) < oldestId) {
      throw invalidRequest(
        "since_id",
        since,
        `'since_id' must be a tweet id created after ${new Date(earliest).toISOString().slice(0, 16)}Z. Please use a 'since_id' that is larger than ${oldestId}`,
      );
    }
    try {
      const matches = parseQuery(query);
      const found = windowOf(shownPosts(world), call.query).filter((post) => {
        // Since 2026-05-04 keyword search finds no retweets.
        if (post.createdAt < earliest || post.retweetOf || !visible(call.me)(post)) return false;
        const replied = post.replyTo && world.posts.get(post.replyTo);
        return matches({
          text: post.text.toLowerCase(),
          author: world.users.get(post.authorId)?.username.toLowerCase() ?? "",
          replyTo: replied ? world.users.get(replied.authorId)?.username.toLowerCase() : undefined,
          lang: post.lang,
          isRetweet: false,
          isReply: post.replyTo !== undefined,
          isQuote: post.quoteOf !== undefined,
          hasMedia: post.media.length > 0,
        });
      });
      return posts(call, found, 10, "next_token");
    } catch (error) {
      if (error instanceof QueryError) throw invalidRequest("query", query, error.message);
      throw error;
    }
  };

  const timeline = (call: Call) => {
    const user = world.users.get(call.id);
    if (!user) return { errors: [notFound("user", "id", call.id)] };
    if (user.suspended) return { errors: [suspended("id", call.id)] };
    if (!mayRead(call.me, user)) return { errors: [notAuthorized("User", "id", call.id)] };
    const own = windowOf(shownPosts(world), call.query).filter(
      ({ authorId }) => authorId === call.id,
    );
    return posts(call, own, 5, "pagination_token");
  };

  const home = (call: Call) => {
    if (call.id !== call.me.id)
      throw forbidden("The `id` query parameter value must match the authenticated user.");
    const followed = new Set([call.me.id, ...(world.following.get(call.me.id) ?? [])]);
    const shown = windowOf(shownPosts(world), call.query).filter(
      (post) => followed.has(post.authorId) && visible(call.me)(post),
    );
    return posts(call, shown, 1, "pagination_token");
  };

  const byIds = (call: Call) => {
    const ids = (call.query.get("ids") ?? "").split(",");
    const found = ids.flatMap((id) => {
      const post = world.posts.get(id);
      return post && visible(call.me)(post) ? post : [];
    });
    const missing = ids.filter((id) => !found.some((post) => post.id === id));
    const page = shapes.page(found, wantedOf(call.query, call.origin));
    const errors = [...(page.errors ?? []), ...missing.map((id) => notFound("tweet", "ids", id))];
    return { ...page, ...(errors.length > 0 && { errors }) };
  };

  const create = (call: Call) => {
    const parsed = postSchema.safeParse(call.json());
    if (!parsed.success || !(parsed.data.text || parsed.data.media)) {
      throw invalidRequest("text", "", "The text or the media of the post is missing.");
    }
    const { text = "", media, reply } = parsed.data;
    const repeated = [...world.posts.values()].some(
      (post) =>
        post.authorId === call.me.id &&
        post.text === text &&
        text !== "" &&
        post.createdAt > world.now() - DUPLICATE_MS,
    );
    if (repeated) throw forbidden("You are not allowed to create a Tweet with duplicate content.");
    const post = world.addPost({
      authorId: call.me.id,
      text,
      replyTo: reply?.in_reply_to_tweet_id,
      media: uploads.attach(call.me.id, media?.media_ids ?? []),
    });
    return { data: { id: post.id, text: post.text, edit_history_tweet_ids: [post.id] } };
  };

  const retweet = (call: Call) => {
    if (call.id !== call.me.id) throw forbidden("You are not permitted to perform this action.");
    const { tweet_id: id } = z.object({ tweet_id: z.string() }).parse(call.json());
    const original = world.posts.get(id);
    if (!original) throw new ReplyError(404, { ...notFound("tweet", "tweet_id", id), status: 404 });
    const again = [...world.posts.values()].some(
      (post) => post.authorId === call.me.id && post.retweetOf === id,
    );
    if (again) {
      throw invalidRequest(
        "tweet_id",
        id,
        "You cannot retweet a Tweet that you have already retweeted.",
      );
    }
    const author = world.users.get(original.authorId)?.username ?? "";
    const text = `RT @${author}: ${original.text}`;
    const post = world.addPost({
      authorId: call.me.id,
      text: text.length > 140 ? `${text.slice(0, 139)}…` : text,
      retweetOf: id,
    });
    return { data: { retweeted: true, rest_id: post.id } };
  };

  const users = (parameter: "ids" | "usernames") => (call: Call) => {
    const values = (call.query.get(parameter) ?? "").split(",");
    const answers = values.map((value) =>
      oneUser(
        parameter === "ids" ? world.users.get(value) : world.userNamed(value),
        parameter,
        value,
        call,
      ),
    );
    return {
      data: answers.flatMap(({ data }) => data ?? []),
      errors: answers.flatMap(({ errors }) => errors ?? []),
    };
  };

  const endpoint = (
    method: string,
    path: RegExp,
    name: string,
    scopes: readonly string[],
    limit: number,
    run: (call: Call) => unknown,
    more: Pick<Endpoint, "perDay" | "status"> = {},
  ): Endpoint => ({ method, path, name, scopes, limit, run, ...more });

  const FOLLOWS = [...READ, "follows.read"];
  const MEDIA = ["media.write"];
  const endpoints: readonly Endpoint[] = [
    endpoint("GET", /^users\/by\/username\/([^/]+)$/, "user", READ, 900, (call) =>
      oneUser(world.userNamed(call.id), "username", call.id, call),
    ),
    endpoint("GET", /^users\/by$/, "users-by", READ, 900, users("usernames")),
    endpoint("GET", /^users$/, "users", READ, 900, users("ids")),
    endpoint("GET", /^users\/me$/, "me", READ, 75, (call) =>
      oneUser(call.me, "id", call.me.id, call),
    ),
    endpoint(
      "GET",
      /^users\/(\d+)\/followers$/,
      "followers",
      FOLLOWS,
      300,
      followList("followers"),
    ),
    endpoint(
      "GET",
      /^users\/(\d+)\/following$/,
      "following",
      FOLLOWS,
      300,
      followList("following"),
    ),
    endpoint("GET", /^users\/(\d+)\/timelines\/reverse_chronological$/, "home", READ, 180, home),
    endpoint("GET", /^users\/(\d+)\/tweets$/, "timeline", READ, 900, timeline),
    endpoint("GET", /^tweets\/search\/recent$/, "search", READ, 300, search),
    endpoint("GET", /^tweets$/, "tweets", READ, 900, byIds),
    endpoint("POST", /^tweets$/, "post", WRITE, 100, create, { perDay: 10_000, status: 201 }),
    endpoint("POST", /^users\/(\d+)\/retweets$/, "retweet", WRITE, 50, retweet),
    endpoint("POST", /^media\/upload\/initialize$/, "initialize", MEDIA, 1875, (call) => ({
      data: uploads.initialize(call.me.id, call.json()),
    })),
    endpoint("POST", /^media\/upload\/(\d+)\/append$/, "append", MEDIA, 1875, (call) => {
      const { fields, file } = call.form();
      const segment = Number(fields.get("segment_index") ?? Number.NaN);
      return { data: uploads.append(call.me.id, call.id, segment, file ?? Buffer.alloc(0)) };
    }),
    endpoint("POST", /^media\/upload\/(\d+)\/finalize$/, "finalize", MEDIA, 1875, (call) => ({
      data: uploads.finalize(call.me.id, call.id),
    })),
    endpoint("GET", /^media\/upload$/, "status", MEDIA, 1875, (call) => ({
      data: uploads.status(call.me.id, call.query.get("media_id") ?? ""),
    })),
  ];

  /** The answer to a call below /2/. Throws ReplyError. */
  return (request: ApiRequest): ApiAnswer => {
    const path = request.path.replace(/^\/2\//, "");
    const found = endpoints.find((each) => each.method === request.method && each.path.test(path));
    if (!found)
      throw new ReplyError(404, {
        title: "Not Found",
        status: 404,
        type: "about:blank",
        detail: "Not Found",
      });
    const bearer = oauth.bearer(request.authorization);
    if (!bearer) throw unauthorized();
    if (!found.scopes.every((scope) => bearer.scopes.includes(scope))) throw forbidden("Forbidden");
    const headers = rateLimits.count(bearer.user.id, found.name, found.limit, found.perDay);
    const id = found.path.exec(path)?.[1] ?? "";
    const body = found.run({ ...request, me: bearer.user, id });
    return { status: found.status ?? 200, body, headers, userId: bearer.user.id };
  };
};
