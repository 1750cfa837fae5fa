/** The controls of the sandbox X. Each rejects with what to tell the maker. */
import type { FaultKind } from "./fault-titles.ts";

interface Asking {
  readonly body?: unknown;
  /** Ends the wait for the answer. */
  readonly signal?: AbortSignal;
}

const control = async (path: string, { body, signal }: Asking = {}): Promise<Response> => {
  const response = await fetch(`/sandbox/${path}`, {
    cache: "no-store",
    ...(signal && { signal }),
    ...(body !== undefined && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok)
    throw new Error(
      `The sandbox answered with status ${response.status}. Try again, or start npm start anew.`,
    );
  return response;
};

const ask = async <T>(path: string, asking?: Asking): Promise<T> =>
  (await control(path, asking)).json();

interface Clock {
  readonly now: string;
}

/** Epoch milliseconds of the sandbox and the connector. */
export const readClock = async (): Promise<number> => Date.parse((await ask<Clock>("clock")).now);

/** Moves time on; answers the new time in epoch milliseconds. */
export const moveClock = async (advanceMs: number): Promise<number> =>
  Date.parse((await ask<Clock>("clock", { body: { advanceMs } })).now);

/** Has somebody else post so many tweets; answers their ids. */
export const postTweets = async (text: string, count: number): Promise<readonly string[]> =>
  (
    await ask<{ readonly ids: readonly string[] }>("posts", {
      body: { as: "somebody", text, count },
    })
  ).ids;

/** Makes the next call to X fail. */
export const failNextCall = async (kind: FaultKind, signal: AbortSignal): Promise<void> => {
  await control("faults", { body: { kind }, signal });
};

export interface SandboxPost {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly createdAt: number;
}

export interface SandboxCall {
  readonly method: string;
  readonly path: string;
  /** 0 where the answer was lost. */
  readonly status: number;
  /** How many posts, users and media X handed over: what X bills. */
  readonly resources: number;
  readonly at: string;
}

export interface SandboxState {
  readonly now: string;
  readonly faultKinds: readonly FaultKind[];
  readonly users: readonly { readonly username: string; readonly name: string }[];
  readonly follows: readonly { readonly follower: string; readonly followed: string }[];
  /** Newest first. */
  readonly posts: readonly SandboxPost[];
  /** Faults that wait for their call. */
  readonly waiting: readonly { readonly kind: FaultKind }[];
  /** Newest first. */
  readonly calls: readonly SandboxCall[];
}

export const readSandbox = async (signal: AbortSignal): Promise<SandboxState> => {
  const [state, waiting, calls] = await Promise.all([
    ask<Omit<SandboxState, "waiting" | "calls">>("state", { signal }),
    ask<SandboxState["waiting"]>("faults", { signal }),
    ask<readonly SandboxCall[]>("calls", { signal }),
  ]);
  return { ...state, waiting, calls: calls.toReversed() };
};
