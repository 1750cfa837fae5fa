/** Every fault at every step of a post, on the sandbox, with the platform's repeats: X makes one post at most. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMovableClock } from "../../../local/clock.ts";
import { type Sandbox, startSandbox } from "../../../local/sandbox/sandbox.ts";
import { ConnectorError } from "../../../src/connector/errors.ts";
import { createPosting } from "../../../src/posting/posting.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import type { Media } from "../../../src/x/media-upload.ts";
import { createXSession } from "../../../src/x/session.ts";
import { createXTransport } from "../../../src/x/transport.ts";
import { FILES } from "../../fixtures/media-files.ts";
import { callsAs, signIn } from "../../sandbox/signed-in.ts";

/** Only what hangs is waited for to the end; a busy machine may take its time with the rest. */
const timeoutOf = (faults: readonly Fault[]): number =>
  faults.some(({ kind }) => kind === "hang") ? 100 : 10_000;
const DEADLINE_MS = 100_000;
/** The platform repeats what failed four times at most, after seconds. */
const ATTEMPTS = 5;
const PAUSE_MS = 5_000;

const PICTURE: Media = { bytes: FILES.png, type: "image/png", category: "tweet_image" };
const VIDEO: Media = { bytes: FILES.mp4, type: "video/mp4", category: "tweet_video" };

const clock = createMovableClock();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ clock });
});
afterAll(() => sandbox.close());

interface Fault {
  readonly kind: string;
  readonly path: string;
  readonly method?: string;
  readonly afterEffect?: boolean;
  readonly times?: number;
}

let makers = 0;

/** What X has of the post, and what the caller was told last, after as many attempts as the platform makes. */
const play = async (faults: readonly Fault[], text: string, media: Media | undefined) => {
  makers += 1;
  const username = `poster_${makers}`;
  const transport = createXTransport(sandbox.url, timeoutOf(faults));
  const { control } = callsAs(sandbox, { access_token: "", refresh_token: "" });
  const { json: user } = await control("users", { username });
  const { access_token: token } = await signIn(sandbox, { as: username });
  await control("faults", undefined, "DELETE");
  // A fault hits the path of nobody else's call, because a call of the sandbox comes after the other.
  for (const fault of faults) await control("faults", { method: "POST", ...fault });
  const sleep = async (ms: number) => clock.advance(ms);
  const posting = createPosting({
    store: createMemoryStore({ clock: clock.now, log: () => {} }),
    clock: clock.now,
    sleep,
    leaseMs: 45_000,
    every: () => () => {},
  });
  const attempt = () =>
    posting.post(
      {
        identity: { appId: "app", userId: user.id },
        runId: "run",
        notice: () => {},
        x: createXSession({
          transport,
          credentials: { accessToken: async () => token, newerThan: async () => undefined },
          deadline: clock.now() + DEADLINE_MS,
          clock: clock.now,
          onCall: () => {},
          admit: async () => ({ chosen: 0, settle: () => {} }),
        }),
      },
      { text, media: media ? [{ file: media, altText: "" }] : [] },
    );
  let told: string | ConnectorError | undefined;
  for (let count = 0; count < ATTEMPTS; count += 1) {
    told = await attempt().catch((error: ConnectorError) => error);
    if (!(told instanceof ConnectorError) || told.status < 429) break;
    await sleep(PAUSE_MS);
  }
  const { json: state } = await control("state");
  const made: { id: string; author: string }[] = state.posts;
  return { told, made: made.filter(({ author }) => author === username).map(({ id }) => id) };
};

const UNKNOWN = [
  "cut",
  "hang",
  "htmlError",
  "serverError",
  "invalidJson",
  "timedOut",
  "redirected",
  "forbiddenPage",
  "emptyObject",
  "errorsOnly",
] as const;
const CONTENTS = [
  ["a text", "Words and https://contoso.com/a?b=1&c=2", undefined],
  ["a picture", "", PICTURE],
  ["a video", "Watch", VIDEO],
] as const;
const TIMELINE = { method: "GET", path: "^/2/users/\\d+/tweets" };

describe.each(CONTENTS)("%s", (_, text, media) => {
  it.each(UNKNOWN)("is one post when X has made it and then answers: %s", async (kind) => {
    const { told, made } = await play(
      [{ kind, path: "/2/tweets", afterEffect: true }],
      text,
      media,
    );
    expect(made).toEqual([told]);
  });

  it.each(UNKNOWN)("is one post when its timeline shows it late, after: %s", async (kind) => {
    const faults = [
      { kind, path: "/2/tweets", afterEffect: true },
      { ...TIMELINE, kind: "emptyPage" },
    ];
    const { told, made } = await play(faults, text, media);
    expect(made).toEqual([told]);
  });

  it.each(UNKNOWN)("is one post when the timeline fails too, after: %s", async (kind) => {
    const faults = [
      { kind, path: "/2/tweets", afterEffect: true },
      { ...TIMELINE, kind: "serverError", times: 2 },
    ];
    const { told, made } = await play(faults, text, media);
    expect(made).toEqual([told]);
  });

  it.each(UNKNOWN)("is posted by a repeat when X has not made it: %s", async (kind) => {
    const { told, made } = await play([{ kind, path: "/2/tweets" }], text, media);
    expect(made).toEqual([told]);
  });

  it.each(UNKNOWN)("is one post when X loses every other answer: %s", async (kind) => {
    const faults = [
      { kind, path: "/2/tweets" },
      { kind, path: "/2/tweets", afterEffect: true },
    ];
    const { told, made } = await play(faults, text, media);
    expect(made).toEqual([told]);
  });

  it.each(["rateLimited", "creditsDepleted", "notPermitted"])(
    "is no post where X refuses it, and the repeat of what may be repeated is one: %s",
    async (kind) => {
      const { told, made } = await play([{ kind, path: "/2/tweets" }], text, media);
      expect(made).toEqual(told instanceof ConnectorError ? [] : [told]);
      expect(told instanceof ConnectorError).toBe(kind !== "rateLimited");
    },
  );
});

describe.each([
  ["a picture", PICTURE, ["initialize", "append", "finalize"]],
  ["a video", VIDEO, ["initialize", "append", "finalize", "STATUS"]],
] as const)("%s", (_, media, steps) => {
  const faultAt = (step: string) =>
    step === "STATUS"
      ? { method: "GET", path: "^/2/media/upload$", times: 2 }
      : { path: `^/2/media/upload.*/${step}$` };
  const cases = steps.flatMap((step) =>
    UNKNOWN.flatMap((kind) => [
      [step, kind, "before", false] as const,
      [step, kind, "after", true] as const,
    ]),
  );

  it.each(cases)("is one post when %s is answered by %s, %s it took effect", async (...given) => {
    const [step, kind, , afterEffect] = given;
    const { told, made } = await play([{ ...faultAt(step), kind, afterEffect }], "Media", media);
    if (told instanceof ConnectorError) expect(made).toEqual([]);
    else expect(made).toEqual([told]);
  });
});
