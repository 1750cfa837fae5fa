/** A search of X in memory, and a user's mentions, with X's rules for windows, pages, late indexing and reach, and what it would bill. */
import { readAnswer } from "../../src/x/answer.ts";
import { snowflakeAt } from "../../src/x/ids.ts";
import type { XSession } from "../../src/x/session.ts";
import { toXError } from "../../src/x/x-error.ts";

export interface ModelPost {
  readonly id: bigint;
  /** From when on search shows it, epoch milliseconds. */
  readonly indexedAt: number;
}

const REACH_MS = 7 * 24 * 60 * 60 * 1000;

export const createModelX = (now: () => number) => {
  const posts = new Map<bigint, ModelPost>();
  const billed = new Set<string>();
  let calls = 0;
  let sequence = 0n;
  let spoil = (answer: object): unknown => answer;

  const refuse = (name: string, value: string) => {
    const body = { errors: [{ message: `'${name}' is wrong`, parameters: { [name]: [value] } }] };
    return toXError({ kind: "refused", status: 400, headers: {}, body }, "tweets", now());
  };

  const answer = (path: string, query: Readonly<Record<string, unknown>>) => {
    const isSearch = path.startsWith("tweets/search");
    // X shows the last 800 mentions, whenever they were posted; no test comes near it.
    const oldest = isSearch ? snowflakeAt(now() - REACH_MS) : 0n;
    for (const name of ["since_id", "until_id"]) {
      const value = query[name];
      if (value !== undefined && BigInt(String(value)) < oldest) throw refuse(name, String(value));
    }
    const size = Number(query.max_results);
    if (size < (isSearch ? 10 : 5) || size > 100) throw refuse("max_results", String(size));
    const after = query.since_id === undefined ? oldest : BigInt(String(query.since_id));
    const until = (isSearch ? query.next_token : query.pagination_token) ?? query.until_id;
    const found = [...posts.values()]
      .filter(({ id, indexedAt }) => id > after && indexedAt <= now())
      .filter(({ id }) => until === undefined || id < BigInt(String(until)))
      .toSorted((a, b) => (a.id > b.id ? -1 : 1));
    const page = found.slice(0, size);
    const day = Math.floor(now() / 86_400_000);
    for (const { id } of page) billed.add(`${day} ${id}`);
    const data = page.map(({ id }) => ({ id: String(id), text: "", author_id: "1" }));
    const last = page.at(-1);
    return {
      ...(page.length > 0 && { data }),
      meta: {
        result_count: page.length,
        ...(found.length > size && last && { next_token: String(last.id) }),
      },
    };
  };

  const changeNothing = () => Promise.reject(new Error("A trigger changes nothing at X."));
  const x: XSession = {
    async get(path, schema, query = {}) {
      calls += 1;
      const read = readAnswer(schema, { status: 200, body: spoil(answer(path, query)) });
      if (read.kind === "read") return read.value;
      throw toXError(read, path, now());
    },
    post: changeNothing,
    put: changeNothing,
    delete: changeNothing,
    postForm: changeNothing,
    timeLeft: () => 100_000,
    callCount: () => calls,
    answeredAt: () => Math.floor(now() / 1000) * 1000,
  };

  return {
    x,
    calls: () => calls,
    /** What X bills: a post once a UTC day. */
    billed: () => billed.size,
    post(at: number, indexedAfterMs = 0): bigint {
      sequence += 1n;
      const id = snowflakeAt(at) + (sequence % 4_000_000n);
      posts.set(id, { id, indexedAt: at + indexedAfterMs });
      return id;
    },
    remove: (id: bigint) => posts.delete(id),
    /** Answers go through this from now on; what it throws is X's refusal. */
    spoilWith(next: (answer: object) => unknown) {
      spoil = next;
    },
  };
};
export type ModelX = ReturnType<typeof createModelX>;
