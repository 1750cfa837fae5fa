import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { createRows, jsonRow } from "../../../src/store/rows.ts";
import { SET_ASIDE_PARTITION } from "../../../src/store/set-aside.ts";

const HOUR_MS = 60 * 60 * 1000;
const key = { partition: "post-a-connection", row: "a row" };

const createWorld = () => {
  const time = { now: Date.UTC(2026, 10, 25) };
  const logs: unknown[] = [];
  const store = createMemoryStore({
    clock: () => time.now,
    log: (level, record) => logs.push({ level, ...record }),
  });
  const schema = z.object({ id: z.string(), seen: z.array(z.coerce.bigint()) });
  const rows = createRows(
    store,
    jsonRow(schema, ({ id, seen }) => ({ id, seen: seen.map(String) })),
  );
  return { time, logs, store, rows, options: { expiresAt: time.now + HOUR_MS } };
};
const value = { id: "1", seen: [2_124_971_152_118_908_278n] };

describe("a row of a kind", () => {
  it("comes back as it was written, under its etag", async () => {
    const { rows, options, logs } = createWorld();
    const etag = (await rows.create(key, value, options)) ?? "";
    expect(await rows.read(key)).toEqual({ value, etag });
    const next = (await rows.replace(key, { ...value, id: "2" }, etag, options)) ?? "";
    expect(await rows.read(key)).toMatchObject({ value: { id: "2" }, etag: next });
    expect(await rows.delete(key, etag)).toBe(false);
    expect(await rows.delete(key, next)).toBe(true);
    expect(await rows.read(key)).toBeUndefined();
    expect(logs).toEqual([]);
  });

  it.each(["", "no JSON", "null", "[]", '{"id":1}', '{"id":"1","seen":["x"]}', '{"id":"1"'])(
    "that reads %j counts as missing, and a copy of it is kept",
    async (text) => {
      const { rows, store, options, logs } = createWorld();
      await store.create(key, text, options);
      expect(await rows.read(key)).toBeUndefined();
      expect(await store.read(key)).toBeUndefined();
      expect(await store.list(SET_ASIDE_PARTITION)).toMatchObject([
        { value: text, row: expect.stringContaining("post-a-connection a row") },
      ]);
      expect(logs).toEqual([
        {
          level: "error",
          operation: "setAside",
          kind: "post",
          row: expect.stringMatching(/^\w{16}$/),
        },
      ]);
      expect(await rows.create(key, value, options)).toBeDefined();
      expect(await rows.read(key)).toMatchObject({ value });
      expect(logs).toHaveLength(1);
    },
  );

  it("that was mended in the meantime stays", async () => {
    const { rows, store, options } = createWorld();
    const etag = (await store.create(key, "no JSON", options)) ?? "";
    const old = (await store.read(key)) ?? { value: "", etag };
    await rows.replace(key, value, etag, options);
    await store.setAside(key, old);
    expect(await rows.read(key)).toMatchObject({ value });
  });

  it("whose copy is kept for a month, and then goes", async () => {
    const { rows, store, options, time } = createWorld();
    await store.create(key, "no JSON", options);
    await rows.read(key);
    time.now += 29 * 24 * HOUR_MS;
    expect(await store.list(SET_ASIDE_PARTITION)).toHaveLength(1);
    time.now += 2 * 24 * HOUR_MS;
    expect(await store.list(SET_ASIDE_PARTITION)).toHaveLength(0);
  });
});
