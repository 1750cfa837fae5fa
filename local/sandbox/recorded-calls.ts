/** What X was asked: every call below /2/, so that a test can count them and what they would have cost. */

export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 where no answer went out. */
  readonly status: number;
  readonly userId: string | undefined;
  /** How many posts and users the answer held, the included ones too: what X bills. */
  readonly resources: number;
  /** ISO time of the sandbox's clock. */
  readonly at: string;
}

export interface RecordedCalls {
  add(call: RecordedCall): void;
  list(): readonly RecordedCall[];
  clear(): void;
}

/** More than any test makes; the oldest go first. */
const KEPT = 20_000;

export const createRecordedCalls = (): RecordedCalls => {
  let calls: RecordedCall[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > KEPT * 2) calls = calls.slice(-KEPT);
    },
    list: () => calls,
    clear: () => {
      calls = [];
    },
  };
};

/** Counts the posts and users of an answer to a call below /2/tweets or /2/users; numbers of posts are none. */
export const resourcesIn = (path: string, json: unknown): number => {
  if (!/^\/2\/(tweets|users)(?!\/counts)/.test(path)) return 0;
  const { data, includes } = (json ?? {}) as {
    data?: unknown;
    includes?: Readonly<Record<string, readonly unknown[]>>;
  };
  const main = Array.isArray(data) ? data.length : Number(data !== undefined);
  const { users = [], tweets = [], posts = [] } = includes ?? {};
  return main + users.length + tweets.length + posts.length;
};
