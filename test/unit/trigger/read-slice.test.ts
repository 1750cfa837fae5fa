/** What X's answer to one slice lets a poll be sure of. */
import { describe, expect, it } from "vitest";
import { readSlice, type SliceRequest } from "../../../src/trigger/read-slice.ts";
import { preparedSession } from "../../harness/x-session.ts";
import { createFakeSource, type Page } from "./fake-source.ts";

const read = async (
  pages: readonly Page[],
  more: Partial<Omit<SliceRequest, "source" | "x">> & { readonly calls?: number } = {},
) => {
  const { source, asked } = createFakeSource(pages);
  const { calls = 10, ...rest } = more;
  const reading = await readSlice({
    x: preparedSession(() => undefined).x,
    source,
    slice: { after: 100n, until: 200n },
    seen: [],
    target: 5,
    passesUnidentified: false,
    mayCall: () => asked.length < calls,
    now: 0,
    ...rest,
  });
  const ids = "tweets" in reading ? reading.tweets.map(({ TweetId }) => Number(TweetId)) : [];
  return { reading, ids, asked };
};

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a slice", () => {
  it("is asked for by its ends, ten posts or as many as are wanted", async () => {
    const { asked } = await read([{ ids: [] }]);
    const window = { sinceId: "100", untilId: "200", nextToken: undefined, maxResults: 10 };
    expect(asked).toEqual([window]);
    const open = await read([{ ids: [] }], { slice: { after: 100n, until: undefined } });
    expect(open.asked).toEqual([{ ...window, untilId: undefined }]);
  });

  it.each([
    [9, 2, 11],
    [9, 0, 10],
    [12, 0, 12],
    [99, 2, 100],
  ])("of which %i are wanted and %i known is asked for with %i", async (target, known, size) => {
    // What was handed out outside of the slice takes no room in it.
    const seen = [50n, 100n, ...[101n, 199n].slice(0, known), 200n, 201n];
    const { asked } = await read([{ ids: [] }], { target, seen });
    expect(asked).toMatchObject([{ maxResults: size }]);
  });

  it("is whole where X has no more: the oldest first, without what lies beside it or is known", async () => {
    const { reading, ids } = await read([{ ids: [200n, 199n, 150n, 101n, 100n, 99n] }], {
      seen: [150n],
    });
    expect([reading.kind, ids]).toEqual(["whole", [101, 199]]);
  });

  it("has no end where it reaches to now", async () => {
    const { ids } = await read([{ ids: [9999n, 101n, 100n] }], {
      slice: { after: 100n, until: undefined },
    });
    expect(ids).toEqual([101, 9999]);
  });

  it("is cut off where X has more and the page is full, which tells where", async () => {
    const page = [199, 198, 197, 196, 195, 194, 193, 192, 191, 190].map(BigInt);
    const { reading, asked } = await read([{ ids: page, next: "t" }], { seen: [195n] });
    expect(reading).toEqual({ kind: "cutOff", page: { oldest: 190n, newest: 199n, count: 9 } });
    expect(asked).toHaveLength(1);
  });

  it("is read on, by what X was asked with in the end, until a page is full", async () => {
    const { ids, asked } = await read([
      { ids: [199n], next: "a", withoutSinceId: true },
      { ids: [], next: "b" },
      { ids: [120n] },
    ]);
    expect(ids).toEqual([120, 199]);
    expect(asked.map(({ sinceId, nextToken }) => [sinceId, nextToken])).toEqual([
      ["100", undefined],
      [undefined, "a"],
      [undefined, "b"],
    ]);
  });

  it("is not read on past the calls that a poll may make", async () => {
    const { reading, asked } = await read(
      [
        { ids: [199n], next: "a" },
        { ids: [198n], next: "b" },
      ],
      { calls: 2 },
    );
    expect(asked).toHaveLength(2);
    expect(reading).toMatchObject({ kind: "cutOff", page: { oldest: 198n, newest: 199n } });
  });

  it.each([
    ["at its beginning", 100n],
    ["below it", 1n],
  ])("is whole although there is more, where the page reaches back %s", async (_, last) => {
    const { reading, ids } = await read([{ ids: [150n, last], next: "a" }], { calls: 1 });
    expect([reading.kind, ids]).toEqual(["whole", [150]]);
  });

  it("is nothing to go by where pages without posts lead to others", async () => {
    const { reading } = await read([{ ids: [], next: "a" }], { calls: 1 });
    expect(reading).toEqual({ kind: "doubtful", tweets: [], reached: undefined, doubt: "endless" });
    const above = await read([{ ids: [300n], next: "a" }], { calls: 1 });
    expect(above.reading).toMatchObject({ kind: "doubtful", doubt: "endless" });
  });
});

describe("a slice that nobody can be sure of", () => {
  it("is what is older than the last post without an id", async () => {
    const { reading, ids } = await read([{ ids: [190n, undefined, 180n, undefined, 170n, 160n] }]);
    expect(reading).toMatchObject({ kind: "doubtful", doubt: "unidentified", reached: 170n });
    expect(ids).toEqual([160, 170]);
  });

  it("reaches as far as what is there, handed out before or not", async () => {
    const { reading, ids } = await read([{ ids: [undefined, 170n, 160n] }], { seen: [170n] });
    expect(reading).toMatchObject({ reached: 170n });
    expect(ids).toEqual([160]);
  });

  it("is whole where posts without an id count as not there", async () => {
    const { reading, ids } = await read([{ ids: [190n, undefined, 170n] }], {
      passesUnidentified: true,
    });
    expect([reading.kind, ids]).toEqual(["whole", [170, 190]]);
  });

  it("is one of which any page came with errors, and no list of none", async () => {
    const { reading, ids } = await read([
      { ids: [190n], next: "a", errors: [{ title: "Partial" }] },
      { ids: [170n], errors: [] },
    ]);
    expect(reading).toMatchObject({ kind: "doubtful", doubt: "partial", reached: 190n });
    expect(ids).toEqual([170, 190]);
    expect((await read([{ ids: [190n], errors: [] }])).reading.kind).toBe("whole");
  });

  it("is rather one without an id than one with errors", async () => {
    const { reading } = await read([{ ids: [undefined, 170n], errors: [{}] }]);
    expect(reading).toMatchObject({ doubt: "unidentified" });
  });
});
