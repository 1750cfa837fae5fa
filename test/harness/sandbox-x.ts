/** The sandbox's X without a socket between: thousands of posts are made in it in seconds. */
import type * as z from "zod";
import { createAnswers } from "../../local/sandbox/answers/answers.ts";
import { createApi } from "../../local/sandbox/api/api.ts";
import { createUploads } from "../../local/sandbox/media/uploads.ts";
import { createOAuth } from "../../local/sandbox/oauth/oauth.ts";
import { createRateLimits } from "../../local/sandbox/rate-limits.ts";
import { createWorld } from "../../local/sandbox/world/world.ts";
import { readAnswer } from "../../src/x/answer.ts";
import type { XFailure } from "../../src/x/failure.ts";
import type { XSession } from "../../src/x/session.ts";
import { toXError } from "../../src/x/x-error.ts";
import { ALL_SCOPES } from "../sandbox/signed-in.ts";

/** What X answers, or why there is no answer. */
export type XReply = Exclude<XFailure, { kind: "undocumented" }> | Answered;
interface Answered {
  readonly kind: "answered";
  readonly status: number;
  readonly body: unknown;
}

/** Stands between a session and X: makes the call, or does not, and answers as it likes. */
export type Between = (name: string, call: () => Promise<XReply>) => Promise<XReply>;

export interface MadePost {
  readonly id: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly mediaCount: number;
}

const APP = "an-app";

export const createSandboxX = (now: () => number) => {
  const world = createWorld(now);
  const oauth = createOAuth(world, "");
  const uploads = createUploads(world);
  uploads.setProcessing({ outcome: "succeeded", rounds: 1, checkAfterSecs: 0 });
  const user = world.users.put({ username: "threader" });
  const other = world.users.put({ username: "contoso" });
  const grant = { clientId: APP, userId: user.id, scopes: ALL_SCOPES.split(" ") };
  const app = { clientId: APP, name: APP, callbackUrls: [], permissions: "write" } as const;
  const api = createApi({
    world,
    uploads,
    oauth: { ...oauth, bearer: () => ({ grant, app: { ...app, callbackUrls: [] } }) },
    // X's own limits are not what is tried here.
    rateLimits: { ...createRateLimits(now), take: () => ({}) },
    answers: createAnswers(world, () => "http://x.invalid"),
  });

  const call = async (
    method: string,
    path: string,
    query: URLSearchParams,
    body: Buffer,
    type: string,
  ): Promise<XReply> => {
    const headers = { "content-type": type };
    const { status, json } = await api({ method, path: `/2/${path}`, query, headers, body });
    const answered = json === undefined ? undefined : JSON.parse(JSON.stringify(json));
    return status < 400
      ? { kind: "answered", status, body: answered }
      : { kind: "refused", status, headers: {}, body: answered };
  };

  /** Calls of one request, which ends at `deadline`. */
  const session = (between: Between, deadline: number): XSession => {
    let calls = 0;
    const ask = async <T>(
      method: string,
      path: string,
      schema: z.ZodType<T>,
      query: Readonly<Record<string, unknown>>,
      body: Buffer,
      type = "application/json",
    ): Promise<T> => {
      calls += 1;
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) search.set(name, String(value));
      const name = `${method} ${path.replaceAll(/\/\d+/g, "/ID")}`;
      const reply = await between(name, () => call(method, path, search, body, type));
      const read = reply.kind === "answered" ? readAnswer(schema, reply) : reply;
      if (read.kind === "read") return read.value;
      throw toXError(read, path, now());
    };
    const json = (body?: object) => Buffer.from(body ? JSON.stringify(body) : "");
    return {
      get: (path, schema, query = {}) => ask("GET", path, schema, query, json()),
      post: (path, schema, body) => ask("POST", path, schema, {}, json(body)),
      put: (path, schema, body) => ask("PUT", path, schema, {}, json(body)),
      delete: (path, schema) => ask("DELETE", path, schema, {}, json()),
      async postForm(path, { type, body }) {
        const reply = await between(`POST ${path.replaceAll(/\/\d+/g, "/ID")}`, () =>
          call("POST", path, new URLSearchParams(), body, type),
        );
        if (reply.kind !== "answered") throw toXError(reply, path, now());
      },
      timeLeft: () => deadline - now(),
      callCount: () => calls,
      answeredAt: () => undefined,
    };
  };

  return {
    userId: user.id,
    session,
    /** Oldest first. */
    made: (): readonly MadePost[] =>
      world.posts
        .by(user.id)
        .filter(({ retweetOf }) => !retweetOf)
        .map(({ id, source, replyTo, media }) => ({
          id,
          text: source,
          replyTo,
          mediaCount: media.length,
        })),
    /** The ids of posts that the user retweets. */
    retweeted: (): readonly string[] =>
      world.posts.by(user.id).flatMap(({ retweetOf }) => retweetOf ?? []),
    isThere: (id: string): boolean => world.posts.find(id) !== undefined,
    /** As the user does it in X itself. */
    remove: (id: string) => world.posts.remove(id),
    /** A post of somebody else; answers with its id. */
    postOfAnother: (text: string): string => world.posts.add({ authorId: other.id, text }).id,
  };
};
export type SandboxX = ReturnType<typeof createSandboxX>;
