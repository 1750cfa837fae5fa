/** How a test or the console looks into the sandbox and moves it: JSON over HTTP below /sandbox/. */
import * as z from "zod";
import type { MovableClock } from "../clock.ts";
import { FAULT_KINDS, type Faults, faultSchema } from "./faults.ts";
import { processingSchema, type Uploads } from "./media.ts";
import type { OAuth } from "./oauth.ts";
import type { Reply } from "./problems.ts";
import { shownPosts, type World } from "./world.ts";

/** A call that X saw. */
export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
  readonly userId: string | undefined;
  /** How many posts, users and media the answer held. */
  readonly resources: number;
  readonly at: string;
}

export interface ControlParts {
  readonly world: World;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly uploads: Uploads;
  readonly oauth: OAuth;
  readonly calls: RecordedCall[];
}

const STATE_POSTS = 50;

const clockSchema = z.union([
  z.object({ advanceMs: z.number() }),
  z.object({ now: z.iso.datetime() }),
]);
const postSchema = z.object({
  as: z.string(),
  text: z.string().default(""),
  lang: z.string().optional(),
  createdAt: z.iso.datetime().optional(),
  indexedAfterMs: z.number().optional(),
  inReplyTo: z.string().optional(),
  retweetOf: z.string().optional(),
  quoteOf: z.string().optional(),
  /** As many posts, numbered, spread over the time before now. */
  count: z.number().int().positive().optional(),
  spreadMs: z.number().min(0).default(0),
});
const userSchema = z.object({
  id: z.string().optional(),
  username: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  protected: z.boolean().optional(),
  suspended: z.boolean().optional(),
});
const appSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string().optional(),
  name: z.string().default("An app"),
  callbackUrls: z.array(z.string()).default(["loopback"]),
});

const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

export const createControl = ({ world, clock, faults, uploads, oauth, calls }: ControlParts) => {
  const createPosts = (body: unknown) => {
    const { as, text, createdAt, count, spreadMs, inReplyTo, ...rest } = postSchema.parse(body);
    const author = world.userNamed(as) ?? world.addUser({ username: as });
    const end = createdAt ? Date.parse(createdAt) : world.now();
    const many = count ?? 1;
    const posts = Array.from({ length: many }, (_, index) =>
      world.addPost({
        ...rest,
        authorId: author.id,
        text: count ? `${text} ${index + 1}` : text,
        replyTo: inReplyTo,
        createdAt: end - Math.round((spreadMs * (many - 1 - index)) / many),
      }),
    );
    return count ? { ids: posts.map(({ id }) => id) } : posts[0];
  };

  const state = () => ({
    now: new Date(world.now()).toISOString(),
    faultKinds: FAULT_KINDS,
    users: [...world.users.values()].filter(({ username }) => !username.startsWith("fan_")),
    follows: [...world.following].flatMap(([follower, followed]) =>
      world.users.get(follower)?.username.startsWith("fan_")
        ? []
        : followed.map((id) => ({
            follower: world.users.get(follower)?.username,
            followed: world.users.get(id)?.username,
          })),
    ),
    posts: shownPosts(world)
      .slice(0, STATE_POSTS)
      .map((post) => ({ ...post, author: world.users.get(post.authorId)?.username })),
    uploads: uploads.list(),
  });

  const routes: Readonly<Record<string, (body: unknown) => unknown>> = {
    "GET state": state,
    "GET calls": () => calls,
    "DELETE calls": () => {
      calls.length = 0;
    },
    "GET secrets": () => oauth.issued(),
    "GET clock": () => ({ now: new Date(clock.now()).toISOString() }),
    "POST clock": (body) => {
      const change = clockSchema.parse(body);
      if ("advanceMs" in change) clock.advance(change.advanceMs);
      else clock.set(Date.parse(change.now));
      return { now: new Date(clock.now()).toISOString() };
    },
    "GET faults": () => faults.list(),
    "POST faults": (body) => faults.add(faultSchema.parse(body)),
    "DELETE faults": () => faults.clear(),
    "POST posts": createPosts,
    "POST users": (body) => world.addUser({ ...defined(userSchema.parse(body)) } as never),
    "POST apps": (body) => oauth.register(appSchema.parse(body)),
    "POST media-processing": (body) => uploads.setProcessing(processingSchema.parse(body)),
  };

  /** `path` is what follows /sandbox/. */
  return (method: string, path: string, body: unknown): Reply => {
    const post = /^posts\/(\d+)$/.exec(path)?.[1];
    if (method === "DELETE" && post) {
      return { status: world.posts.delete(post) ? 204 : 404, body: undefined };
    }
    const route = routes[`${method} ${path}`];
    if (!route) return { status: 404, body: { error: "The sandbox has no such control." } };
    try {
      const answer = route(body);
      return { status: answer === undefined ? 204 : 200, body: answer };
    } catch (error) {
      if (error instanceof z.ZodError)
        return { status: 400, body: { error: z.prettifyError(error) } };
      throw error;
    }
  };
};
