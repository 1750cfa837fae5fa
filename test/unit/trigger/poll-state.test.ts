/** The state as it travels: what is written is read again, and what was released is still understood. */
import { describe, expect, it } from "vitest";
import { encodeId, encodeIds, idListText, idText } from "../../../src/trigger/id-text.ts";
import {
  encodePollState,
  type PollState,
  pollStateSchema,
} from "../../../src/trigger/poll-state.ts";
import { OVERLAP, WIDEST } from "../../../src/trigger/slice.ts";

const STATE: PollState = {
  key: "key",
  at: 1_764_000_000_000,
  cursor: 1_992_000_000_000_000_001n,
  width: 12_345_678_901_234_567n,
  seen: [1_992_000_000_000_000_002n, 1_992_000_000_000_000_003n],
  ahead: { oldest: 1_992_000_000_000_000_010n, newest: 1_992_000_000_000_000_900n, count: 7 },
  waiting: 9,
  held: 1,
  partial: 2,
};

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a state", () => {
  it.each([
    ["whole", STATE],
    ["with nothing that waits or was seen", { ...STATE, ahead: undefined, seen: [] }],
  ])("is read as it was written: %s", (_, state) => {
    const written = JSON.parse(JSON.stringify(encodePollState(state)));
    expect(pollStateSchema.parse(written)).toEqual(state);
  });

  it("is written in the form that is deployed", () => {
    expect(encodePollState(STATE)).toEqual({
      v: 2,
      key: "key",
      at: STATE.at,
      cursor: "f4u12eqc4t1d",
      width: "3dk6el9t85j",
      seen: `${encodeId(STATE.seen[0] ?? 0n)} 1`,
      ahead: `${encodeId(STATE.ahead?.oldest ?? 0n)} oq`,
      count: 7,
      waiting: 9,
      held: 1,
      partial: 2,
    });
    expect(encodePollState({ ...STATE, ahead: undefined })).toMatchObject({ ahead: "", count: 0 });
  });

  it("without a count of errors is one of an older release", () => {
    const { partial: _, ...older } = encodePollState(STATE);
    expect(pollStateSchema.parse(older).partial).toBe(0);
  });
});

describe("ids as text", () => {
  it.each([[[]], [[0n]], [[35n, 36n, 36n ** 12n]], [[STATE.cursor]]])(
    "are read as they were written: %s",
    (ids) => {
      expect(idListText.parse(encodeIds(ids))).toEqual(ids);
    },
  );

  it.each(["", "-1", "A", "1 2", "0".repeat(15), "é", "1\n"])("%j is no id", (text) => {
    expect(idText.safeParse(text).success).toBe(false);
  });

  it.each(["A", "1,2", "-1", "1\n"])("%j is no list of ids", (text) => {
    expect(idListText.safeParse(text).success).toBe(false);
  });
});

describe("a state of version 1.0.0", () => {
  const READ_TO = 1_992_000_000_000_000_000n;
  const edge = READ_TO - OVERLAP;
  const read = (more: { from?: bigint; backlog?: bigint[]; seen?: bigint[] }) =>
    pollStateSchema.parse({
      key: "key",
      at: 1,
      from: String(more.from ?? 1n),
      readTo: String(READ_TO),
      backlog: encodeIds(more.backlog ?? []),
      seen: encodeIds(more.seen ?? []),
    });

  it("goes on before what may be indexed late, where nothing waits", () => {
    expect(read({ seen: [edge, edge + 1n] })).toEqual({
      key: "key",
      at: 1,
      cursor: edge,
      width: WIDEST,
      seen: [edge + 1n],
      ahead: undefined,
      waiting: 0,
      held: 0,
      partial: 0,
    });
  });

  it("goes on before the first that waits, where that is earlier", () => {
    expect(read({ backlog: [edge - 5n, edge + 9n] })).toMatchObject({
      cursor: edge - 6n,
      ahead: { oldest: edge - 5n, newest: edge + 9n, count: 2 },
      waiting: 2,
    });
    expect(read({ backlog: [edge, edge + 1n, edge + 2n] }).ahead?.newest).toBe(edge + 2n);
    expect(read({ backlog: [edge] }).cursor).toBe(edge - 1n);
    expect(read({ backlog: [edge + 2n] }).cursor).toBe(edge);
  });

  it("goes on from where the trigger began at the earliest", () => {
    expect(read({ from: edge + 3n }).cursor).toBe(edge + 3n);
  });

  it.each(["-1", "1".repeat(21), "1a"])("with %j for an id is none", (from) => {
    const { success } = pollStateSchema.safeParse({
      key: "key",
      at: 1,
      from,
      readTo: String(READ_TO),
      backlog: "",
      seen: "",
    });
    expect(success).toBe(false);
  });
});
