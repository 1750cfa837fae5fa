/** Posts as single requests make them, on some process, to an X of prepared answers. */
import { createPosting } from "../../../src/posting/posting.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import type { XFailure } from "../../../src/x/failure.ts";
import type { Media } from "../../../src/x/media-upload.ts";
import type { PostContent } from "../../../src/x/post-content.ts";
import { toXError } from "../../../src/x/x-error.ts";
import { FILES } from "../../fixtures/media-files.ts";
import { type PreparedCall, preparedSession } from "../../harness/x-session.ts";

export const NOW = Date.parse("2026-11-23T12:00:00Z");
export const LEASE_MS = 45_000;
export const DEADLINE_MS = 100_000;

export const VIDEO: Media = { bytes: FILES.mp4, type: "video/mp4", category: "tweet_video" };

export const PICTURE: Media = { bytes: FILES.png, type: "image/png", category: "tweet_image" };

export const refused = (status: number, body: object = { title: "Refused" }): XFailure => ({
  kind: "refused",
  status,
  body,
  headers: {},
});
export const DUPLICATE = refused(403, {
  detail: "You are not allowed to create a Tweet with duplicate content.",
});
export const fail = (failure: XFailure): never => {
  throw toXError(failure, "tweets", NOW);
};

/** The answers of X by path, each a value or a function that gives or throws one. */
type Answers = Readonly<Record<string, unknown>>;

interface RequestOptions {
  readonly on?: Store;
  readonly deadlineMs?: number;
  readonly runId?: string;
  readonly appId?: string;
}

/** Until all that need not wait is done. */
export const turns = async () => {
  for (let count = 0; count < 5; count += 1) await new Promise(setImmediate);
};

export const createWorld = () => {
  const time = { now: NOW };
  const clock = () => time.now;
  const logged: object[] = [];
  const everyMs: number[] = [];
  const store = createMemoryStore({ clock, log: (_, record) => void logged.push(record) });

  /** One request on some process. What is asked of X is answered by `answers`, the last digits of a path left out. */
  const request = (
    answers: Answers,
    { on = store, deadlineMs = DEADLINE_MS, runId = "", appId = "a" }: RequestOptions = {},
  ) => {
    const endsAt = clock() + deadlineMs;
    const beats = new Set<() => void>();
    const { x, calls } = preparedSession(async ({ path }: PreparedCall) => {
      const answer = answers[path.replaceAll(/\/\d+/g, "")];
      return typeof answer === "function" ? answer() : answer;
    });
    const notices: string[] = [];
    const posting = createPosting({
      store: on,
      clock,
      sleep: async (ms) => {
        time.now += ms;
      },
      leaseMs: LEASE_MS,
      every: (ms, run) => {
        everyMs.push(ms);
        beats.add(run);
        return () => void beats.delete(run);
      },
    });
    /** Lets time pass as it does for a process that lives. */
    const live = async (ms: number) => {
      for (const end = clock() + ms; clock() < end; time.now += LEASE_MS / 3) {
        for (const beat of beats) beat();
        await turns();
      }
    };
    const caller = {
      identity: { appId, userId: "1" },
      runId,
      x: { ...x, timeLeft: () => endsAt - clock() },
      notice: (message: string) => void notices.push(message),
    };
    const publish = (content: PostContent) => posting.post(caller, content);
    const tweet = (text: string, media?: Media) =>
      publish({ text, media: media ? [{ file: media, altText: "" }] : [] });
    const retweet = (id: string) => posting.retweet(caller, id);
    return { tweet, retweet, publish, calls, notices, live, beats };
  };
  return { time, store, logged, everyMs, request };
};

export const POSTED = { data: { id: "7" } };
export const NEVER = new Promise<never>(() => {});
export const timelineOf = (...posts: object[]) => ({ data: posts });
export const paths = (calls: readonly PreparedCall[]) => calls.map(({ path }) => path);

/** Every method fails from the `after`th call of it on. */
export const failing = (
  store: Store,
  method: "read" | "create" | "replace" | "delete",
  after = 0,
): Store => {
  let calls = 0;
  return {
    ...store,
    [method]: (...given: unknown[]) => {
      calls += 1;
      if (calls > after) throw new StoreUnavailableError("down");
      return (store[method] as (...args: unknown[]) => unknown)(...given);
    },
  };
};
