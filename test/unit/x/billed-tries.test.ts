import { describe, expect, it } from "vitest";
import { billedFor, type XTry } from "../../../src/x/billed-tries.ts";
import { costOf, outlookOf, UNBILLED } from "../../../src/x/billing.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const MINUTE_MS = 60_000;
const query = { max_results: 10 };

const lost: XTry = { kind: "lost", call: outlookOf("postRead", query), at: NOW };
const refused: XTry = { kind: "refused", call: UNBILLED, at: NOW + 1_000 };
/** Posts of so many minutes ago. */
const answered = (...minutes: number[]): XTry => {
  const ids = minutes.map((ago, index) =>
    String(snowflakeAt(NOW - ago * MINUTE_MS) + BigInt(index)),
  );
  const call = { request: 0, reads: [{ price: "postRead" as const, ids, unnamed: 0 }] };
  return { kind: "answered", call, at: NOW + 1_000 };
};
const old = Array.from({ length: 10 }, (_, index) => 10 + index);
const followers: XTry = {
  kind: "answered",
  call: {
    request: 0,
    reads: [{ price: "userRead", ids: old.map((index) => `${index}`), unnamed: 0 }],
  },
  at: NOW + 1_000,
};

describe("what X bills for a read whose first answer was lost", () => {
  it.each<[string, readonly XTry[], number]>([
    ["the next one has all", [lost, answered(5, 6, 7)], 15_000],
    ["the next one is a full page of the same", [lost, answered(...old)], 50_000],
    ["two new ones may have pushed out two", [lost, answered(-0.01, 0, ...old.slice(2))], 60_000],
    ["the next one is refused", [lost, refused], 50_000],
    ["both are lost", [lost, lost], 50_000],
    ["none came before", [refused, answered(5)], 5_000],
    ["nothing was asked", [], 0],
  ])("%s", (_, tries, cost) => {
    expect(costOf(billedFor(tries, query))).toBe(cost);
  });

  it("is both where nobody knows which of them came first", () => {
    const byRelevance = { ...query, sort_order: "relevancy" };
    expect(costOf(billedFor([lost, answered(...old)], byRelevance))).toBe(100_000);
    const asked: XTry = { kind: "lost", call: outlookOf("userRead", query), at: NOW };
    expect(costOf(billedFor([asked, followers], query))).toBe(200_000);
  });

  // Reported: of an owner's own mentions, a page whose first answer was lost was booked twice.
  it("is what pushed out others, of an owner's own posts and mentions as well", () => {
    const own = answered(-0.01, 0, ...old.slice(2));
    const [read] = own.call.reads;
    const call = { ...own.call, reads: read ? [{ ...read, price: "ownPostRead" as const }] : [] };
    const asked: XTry = { kind: "lost", call: outlookOf("ownPostRead", query), at: NOW };
    expect(costOf(billedFor([asked, { ...own, call }], query))).toBe(12_000);
  });

  it("is each request, where X bills requests", () => {
    const counted = (kind: XTry["kind"]): XTry => ({ kind, call: outlookOf("counts"), at: NOW });
    expect(costOf(billedFor([counted("lost"), counted("answered")], {}))).toBe(10_000);
  });
});
