/** One instance of the connector as far as it posts, and what befalls it at one step of its work: a call to X or to the store. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { DOCUMENTED_LIMITS } from "../../src/connector/adjustable-limits.ts";
import { createAllowance } from "../../src/http/allowance.ts";
import { createHourlyLimits } from "../../src/limits/hourly-limits.ts";
import { createPosting, type Posting } from "../../src/posting/posting.ts";
import { createThreads, type ThreadCaller, type Threads } from "../../src/publishing/thread.ts";
import { createMemoryStore } from "../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../src/store/store.ts";
import { createSandboxX, type XReply } from "./sandbox-x.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
export const CONNECTION = "c";
const LEASE_MS = 45_000;
const DEADLINE_MS = 100_000;
/** What a call to X may take: the default of the setting. */
const X_TIMEOUT_MS = 30_000;
/** Nothing takes no time: what is counted by time is told apart. */
const STEP_MS = 1;
/** Other instances go on while one waits. */
const TURNS_A_WAIT = 10;

/** `afterwards`: the step takes effect, and only then comes what befalls the instance. */
export type Fault = { readonly afterwards: boolean } & (
  | { readonly kind: "it dies" }
  | { readonly kind: "the store is away"; readonly forLong: boolean }
  | { readonly kind: "X answers"; readonly answer: XAnswer }
);

export interface Disturbance {
  /** The number of the step, from 0. */
  readonly at: number;
  readonly fault: Fault;
}

const page = (status: number): XReply => ({
  kind: "refused",
  status,
  headers: {},
  body: undefined,
});
const problem = (status: number, title: string): XReply => ({
  kind: "refused",
  status,
  headers: {},
  body: { title, detail: title, status, type: "about:blank" },
});
const success = (body: unknown): XReply => ({ kind: "answered", status: 200, body });

/** After which nobody can know whether X has acted. */
export const LOST_ANSWERS = {
  lost: { kind: "lost" },
  late: { kind: "timeout" },
  "503": problem(503, "Service Unavailable"),
  "a page with 502": page(502),
  "408": page(408),
  "a page with 403": page(403),
  "a page with 400": page(400),
  "an empty object": success({}),
  "errors alone": success({ errors: [{ title: "Service Unavailable" }] }),
} as const satisfies Readonly<Record<string, XReply>>;

/** After which X has not acted. */
export const REFUSALS = {
  "no connection": { kind: "unreached" },
  "429": problem(429, "Too Many Requests"),
  "402": problem(402, "CreditsDepleted"),
  "403": problem(403, "You are not permitted to perform this action."),
} as const satisfies Readonly<Record<string, XReply>>;

const X_ANSWERS = { ...LOST_ANSWERS, ...REFUSALS };
export type XAnswer = keyof typeof X_ANSWERS;

/** X, a store and the time, which several instances share. Time passes only while somebody waits. */
export const createScene = () => {
  let now = NOW;
  const clock = {
    now: () => now,
    advance(ms: number) {
      now += ms;
    },
  };
  const beats = new Map<() => void, { readonly ms: number; last: number }>();
  return {
    clock,
    x: createSandboxX(clock.now),
    store: createMemoryStore({ clock: clock.now }),
    every(ms: number, run: () => void) {
      beats.set(run, { ms, last: now });
      return () => void beats.delete(run);
    },
    async sleep(ms: number) {
      clock.advance(Math.ceil(ms));
      for (const [run, beat] of beats) {
        if (now < beat.last + beat.ms) continue;
        beat.last = now;
        run();
      }
      for (let turn = 0; turn < TURNS_A_WAIT; turn += 1) await nextTurn();
    },
  };
};
export type Scene = ReturnType<typeof createScene>;

/** What posts. */
export interface Rooms {
  readonly posting: Posting;
  readonly threads: Threads;
}

export interface InstanceOptions {
  readonly disturbance?: Disturbance | undefined;
  /** How long each call to X takes. */
  readonly xMs?: number;
}

export const startInstance = (scene: Scene, { disturbance, xMs = 0 }: InstanceOptions = {}) => {
  const { x, store, clock } = scene;
  const steps: string[] = [];
  let isDead = false;
  let isStoreAway = false;
  let tellDeath = (): void => {};
  const died = new Promise<"died">((resolve) => {
    tellDeath = () => resolve("died");
  });
  const nothingMore = <T>(): Promise<T> => new Promise(() => {});

  const die = <T>(): Promise<T> => {
    isDead = true;
    tellDeath();
    return nothingMore();
  };

  /** `fail` is what the step comes to when the fault says so. */
  const step = async <T>(
    name: string,
    effect: () => Promise<T>,
    fail: (fault: Fault) => T,
  ): Promise<T> => {
    if (isDead) return nothingMore();
    steps.push(name);
    clock.advance(STEP_MS);
    const fault = disturbance?.at === steps.length - 1 ? disturbance.fault : undefined;
    if (!fault) {
      const result = await effect();
      return isDead ? nothingMore() : result;
    }
    if (fault.afterwards) await effect();
    return fault.kind === "it dies" ? die() : fail(fault);
  };

  const away = (): never => {
    throw new StoreUnavailableError("away");
  };
  const storeStep =
    <A extends unknown[], T>(name: string, call: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      if (isStoreAway) return Promise.resolve().then(away);
      return step(
        `store: ${name}`,
        () => call(...args),
        (fault) => {
          isStoreAway = fault.kind === "the store is away" && fault.forLong;
          return away();
        },
      );
    };
  const storeOfInstance: Store = {
    ...store,
    read: storeStep("read", store.read),
    create: storeStep("create", store.create),
    replace: storeStep("replace", store.replace),
    delete: storeStep("delete", store.delete),
  };

  const sleep = (ms: number): Promise<void> => (isDead ? nothingMore() : scene.sleep(ms));
  const every = (ms: number, run: () => void) =>
    scene.every(ms, () => {
      if (!isDead) run();
    });
  const options = { store: storeOfInstance, clock: clock.now, sleep, leaseMs: LEASE_MS, every };
  const rooms: Rooms = { posting: createPosting(options), threads: createThreads(options) };
  const limits = createHourlyLimits({ ...options, limits: DOCUMENTED_LIMITS });

  const notices: string[] = [];
  /** One call of an operation; resolves with "died" when the instance did meanwhile. */
  const call = <T>(
    runId: string,
    work: (rooms: Rooms, caller: ThreadCaller) => Promise<T>,
  ): Promise<T | "died"> => {
    const deadline = clock.now() + DEADLINE_MS;
    const session = x.session(async (name, ask) => {
      const reply = await step(name, ask, (fault) =>
        fault.kind === "X answers" ? X_ANSWERS[fault.answer] : LOST_ANSWERS.lost,
      );
      clock.advance(reply.kind === "timeout" ? X_TIMEOUT_MS : xMs);
      return clock.now() > deadline ? { kind: "timeout" } : reply;
    }, deadline);
    const allowance = createAllowance({
      limits,
      connectionId: CONNECTION,
      limitClass: "post",
      onLimit: () => {},
    });
    const caller = {
      identity: { appId: "a", userId: x.userId, connectionId: CONNECTION },
      runId,
      x: session,
      allowance,
      notice: (message: string) => void notices.push(message),
    };
    return Promise.race([died, work(rooms, caller)]);
  };

  return {
    call,
    notices,
    /** The names of the steps so far. */
    steps,
  };
};
