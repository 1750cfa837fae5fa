/** Which connection of an account gives way to a new one, and when. */
import { describe, expect, it } from "vitest";
import {
  type Promised,
  type Slot,
  withPromise,
  withSlot,
  withUse,
} from "../../../src/connections/slots.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const used = (id: string, ageMs: number, more: Partial<Slot> = {}): Slot => ({
  id,
  usedAt: NOW - ageMs,
  ...more,
});
const arrive = (
  connections: readonly Slot[],
  { promised, othersCannotWork = false }: { promised?: Promised; othersCannotWork?: boolean } = {},
) => withSlot({ connections, promised }, { id: "new", now: NOW, most: 2, othersCannotWork });
const idsOf = (slots: ReturnType<typeof withSlot>) => slots?.connections.map(({ id }) => id);

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a new connection", () => {
  it("has a slot where one is free, as one that nobody has used", () => {
    const first = used("a", 0);
    expect(arrive([first])).toEqual({
      connections: [first, { id: "new", usedAt: NOW, openedAt: NOW, isUnused: true }],
    });
  });

  it("has none where all are in use", () => {
    expect(arrive([used("a", MINUTE_MS), used("b", DAY_MS - 1)])).toBeUndefined();
  });

  it("takes the one that was not used for a day", () => {
    expect(idsOf(arrive([used("a", MINUTE_MS), used("b", DAY_MS)]))).toEqual(["a", "new"]);
    expect(idsOf(arrive([used("a", 2 * DAY_MS), used("b", DAY_MS)]))).toEqual(["b", "new"]);
  });

  it("takes one that was never used before one that was idle for days", () => {
    const unused = used("b", MINUTE_MS, { isUnused: true });
    expect(idsOf(arrive([used("a", 9 * DAY_MS), unused]))).toEqual(["a", "new"]);
    const older = used("a", 2 * MINUTE_MS, { isUnused: true });
    expect(idsOf(arrive([unused, older]))).toEqual(["b", "new"]);
  });

  it("takes one that can no longer work before one that was never used", () => {
    const lost = used("a", 0, { isLost: true });
    const unused = used("b", 9 * DAY_MS, { isUnused: true });
    expect(idsOf(arrive([lost, unused]))).toEqual(["b", "new"]);
    const longer = used("b", MINUTE_MS, { isLost: true });
    expect(idsOf(arrive([lost, longer]))).toEqual(["a", "new"]);
  });

  it("finds the others lost where what they live on is", () => {
    const slots = arrive([used("a", MINUTE_MS), used("b", 2 * MINUTE_MS)], {
      othersCannotWork: true,
    });
    expect(slots?.connections).toEqual([
      used("a", MINUTE_MS, { isLost: true }),
      expect.objectContaining({ id: "new", isUnused: true }),
    ]);
  });

  it("takes the place that was promised, of no other refusal, and in time", () => {
    const inUse = [used("a", MINUTE_MS), used("b", 2 * MINUTE_MS)];
    const promised = { id: "b", until: NOW + 1, refused: "earlier" };
    expect(idsOf(arrive(inUse, { promised }))).toEqual(["a", "new"]);
    expect(arrive(inUse, { promised })?.promised).toBeUndefined();
    expect(arrive(inUse, { promised: { ...promised, until: NOW } })).toBeUndefined();
    expect(arrive(inUse, { promised: { ...promised, refused: "new" } })).toBeUndefined();
    expect(arrive(inUse, { promised: { ...promised, id: "gone" } })).toBeUndefined();
  });
});

it("a refused sign-in is promised the place of the one used least recently, for 15 minutes", () => {
  const connections = [used("a", MINUTE_MS), used("b", 2 * MINUTE_MS)];
  const arrival = { id: "new", now: NOW, most: 2, othersCannotWork: false };
  expect(withPromise({ connections }, arrival)).toEqual({
    idlest: connections[1],
    slots: {
      connections,
      promised: { id: "b", until: NOW + 15 * MINUTE_MS, refused: "new" },
    },
  });
});

describe("the use of a connection", () => {
  const noted = (slot: Slot) => withUse([used("other", 0), slot], "a", NOW)?.[1];

  it("is noted once it is a quarter of an hour old", () => {
    expect(noted(used("a", 15 * MINUTE_MS - 1))).toBeUndefined();
    expect(noted(used("a", 15 * MINUTE_MS))).toEqual({ id: "a", usedAt: NOW, openedAt: undefined });
  });

  it("is noted at once of one that was unused or lost, which it is no more", () => {
    const openedAt = NOW - DAY_MS;
    const plain = { id: "a", usedAt: NOW, openedAt };
    expect(noted(used("a", 0, { isUnused: true, openedAt }))).toEqual(plain);
    expect(noted(used("a", 0, { isLost: true, openedAt }))).toEqual(plain);
  });

  it("leaves the others as they are, and is nothing of one that is not there", () => {
    const other = used("other", DAY_MS);
    expect(withUse([other, used("a", DAY_MS)], "a", NOW)?.[0]).toBe(other);
    expect(withUse([other], "a", NOW)).toBeUndefined();
  });
});
