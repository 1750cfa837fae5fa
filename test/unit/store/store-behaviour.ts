/** What every store does, as one suite that each implementation runs. */
import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/store/store.ts";

export interface StoreUnderTest {
  /** The same rows for every call within a test file, read through `clock`. */
  createStore(clock: () => number): Store;
}

const HOUR_MS = 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 23, 12);

let tests = 0;

/** A store, its hand-set clock, and a partition that no other test uses. */
const setUp = ({ createStore }: StoreUnderTest) => {
  tests += 1;
  let now = NOW;
  return {
    store: createStore(() => now),
    partition: `partition-${tests}`,
    expiresAt: NOW + HOUR_MS,
    passTime: (ms: number) => {
      now += ms;
    },
  };
};

export const describeStore = (name: string, underTest: () => StoreUnderTest): void => {
  describe(`${name}: reading and writing`, () => {
    it("has nothing where nothing was written", async () => {
      const { store, partition } = setUp(underTest());
      expect(await store.read({ partition, row: "absent" })).toBeUndefined();
      expect(await store.list(partition)).toEqual([]);
    });

    it("reads back what was created, under the etag that create answered", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const etag = await store.create({ partition, row: "a" }, "one", { expiresAt });
      expect(await store.read({ partition, row: "a" })).toEqual({ value: "one", etag });
    });

    it("creates a row once", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      await store.create({ partition, row: "a" }, "one", { expiresAt });
      expect(await store.create({ partition, row: "a" }, "two", { expiresAt })).toBeUndefined();
      expect(await store.read({ partition, row: "a" })).toMatchObject({ value: "one" });
    });

    it("replaces the version it was told and no other", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "a" };
      const first = (await store.create(key, "one", { expiresAt })) ?? "";
      const second = await store.replace(key, "two", first, { expiresAt });
      expect(second).toBeTypeOf("string");
      expect(second).not.toBe(first);
      expect(await store.replace(key, "three", first, { expiresAt })).toBeUndefined();
      expect(await store.read(key)).toEqual({ value: "two", etag: second });
    });

    it("gives a row that is written with the same value a new etag", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "a" };
      const first = (await store.create(key, "same", { expiresAt })) ?? "";
      const second = (await store.replace(key, "same", first, { expiresAt })) ?? "";
      expect(second).not.toBe(first);
      expect(await store.delete(key, first)).toBe(false);
    });

    it("does not replace a row that is gone", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "a" };
      const etag = (await store.create(key, "one", { expiresAt })) ?? "";
      await store.delete(key, etag);
      expect(await store.replace(key, "two", etag, { expiresAt })).toBeUndefined();
      expect(await store.read(key)).toBeUndefined();
    });

    it("deletes the version it was told and no other", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "a" };
      const first = (await store.create(key, "one", { expiresAt })) ?? "";
      const second = (await store.replace(key, "two", first, { expiresAt })) ?? "";
      expect(await store.delete(key, first)).toBe(false);
      expect(await store.delete(key, second)).toBe(true);
      expect(await store.delete(key, second)).toBe(false);
      expect(await store.read(key)).toBeUndefined();
    });

    it("lets exactly one of many writers of the same version through", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "a" };
      const created = await Promise.all(
        Array.from({ length: 8 }, (_, i) => store.create(key, `writer ${i}`, { expiresAt })),
      );
      const [etag, ...others] = created.filter((answer) => answer !== undefined);
      expect(others).toEqual([]);
      const replaced = await Promise.all(
        Array.from({ length: 8 }, (_, i) => store.replace(key, `${i}`, etag ?? "", { expiresAt })),
      );
      expect(replaced.filter((answer) => answer !== undefined)).toHaveLength(1);
    });

    it("lists the rows of one partition", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      await store.create({ partition, row: "a" }, "one", { expiresAt });
      await store.create({ partition, row: "b" }, "two", { expiresAt });
      await store.create({ partition: `${partition}!`, row: "c" }, "three", { expiresAt });
      const rows = await store.list(partition);
      expect(rows.map(({ row, value }) => `${row} ${value}`).sort()).toEqual(["a one", "b two"]);
      expect(rows.every(({ etag }) => etag.length > 0)).toBe(true);
    });
  });

  describe(`${name}: keys and values`, () => {
    const oddKeys = [
      "slash/back\\hash#question?percent%",
      "%2F and / are two keys",
      "quote ' and ''",
      "tab\tnewline\nnull\u0000del\u007f\u0080",
      "emoji 👩‍💻 ünïcode 漢字",
      " spaces around ",
      "..",
      "a".repeat(512),
      "/".repeat(512),
    ];

    it("takes free text in both parts of a key and tells like keys apart", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const keys = oddKeys.map((text, i) => ({
        partition: `${partition}${text}`.slice(0, 512),
        row: `${oddKeys[oddKeys.length - 1 - i]}`,
      }));
      for (const [i, key] of keys.entries()) await store.create(key, `${i}`, { expiresAt });
      for (const [i, key] of keys.entries()) {
        expect(await store.read(key)).toMatchObject({ value: `${i}` });
        expect(await store.list(key.partition)).toMatchObject([{ row: key.row, value: `${i}` }]);
      }
      const upper = await store.read({ partition: partition.toUpperCase(), row: "a" });
      expect(upper).toBeUndefined();
    });

    it("keeps any text as it is, up to the longest", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const pair = "👩";
      const values = [
        "",
        " \r\n\t\u0001",
        `{"json":"with \\"quotes\\" and \\u0000"}`,
        `x${pair.repeat(40_000)}`,
        "y".repeat(32 * 1024),
        "z".repeat(240 * 1024),
        `w${pair.repeat(120 * 1024 - 1)}`,
      ];
      for (const [i, value] of values.entries()) {
        await store.create({ partition, row: `${i}` }, value, { expiresAt });
        const stored = await store.read({ partition, row: `${i}` });
        expect(stored?.value === value, `value ${i}`).toBe(true);
      }
    });

    it("leaves nothing of a longer value behind a shorter one", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "a" };
      const etag = (await store.create(key, "long ".repeat(30_000), { expiresAt })) ?? "";
      await store.replace(key, "short", etag, { expiresAt });
      expect(await store.read(key)).toMatchObject({ value: "short" });
    });

    it("refuses what no store could hold", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const tooLong = "v".repeat(240 * 1024 + 1);
      await expect(store.read({ partition, row: "" })).rejects.toThrow(RangeError);
      await expect(store.read({ partition, row: "r".repeat(513) })).rejects.toThrow(RangeError);
      await expect(store.create({ partition, row: "a" }, tooLong, { expiresAt })).rejects.toThrow(
        RangeError,
      );
    });
  });

  describe(`${name}: a row that cannot be read`, () => {
    it("is moved out of the way, and not lost", async () => {
      const { store, partition, expiresAt } = setUp(underTest());
      const key = { partition, row: "x/".repeat(256) };
      await store.create(key, "not what it should be", { expiresAt });
      const row = await store.read(key);
      if (row) await store.setAside(key, row);
      expect(await store.read(key)).toBeUndefined();
      const kept = await store.list("unreadable");
      expect(kept.find(({ row }) => row.includes(partition))).toMatchObject({
        value: "not what it should be",
      });
    });
  });

  describe(`${name}: expiry`, () => {
    it("counts a row as absent from the moment it expires", async () => {
      const { store, partition, expiresAt, passTime } = setUp(underTest());
      const key = { partition, row: "a" };
      const etag = (await store.create(key, "one", { expiresAt })) ?? "";
      passTime(HOUR_MS - 1);
      expect(await store.read(key)).toBeDefined();
      passTime(1);
      expect(await store.read(key)).toBeUndefined();
      expect(await store.list(partition)).toEqual([]);
      expect(
        await store.replace(key, "two", etag, { expiresAt: expiresAt + HOUR_MS }),
      ).toBeUndefined();
      expect(await store.delete(key, etag)).toBe(false);
    });

    it("creates over an expired row, once", async () => {
      const { store, partition, expiresAt, passTime } = setUp(underTest());
      const key = { partition, row: "a" };
      await store.create(key, "old", { expiresAt });
      passTime(HOUR_MS);
      const later = { expiresAt: expiresAt + HOUR_MS };
      const answers = await Promise.all(
        Array.from({ length: 4 }, (_, i) => store.create(key, `new ${i}`, later)),
      );
      expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
      expect((await store.read(key))?.value).toMatch(/^new \d$/);
    });

    it("lives on when a replace moves its expiry", async () => {
      const { store, partition, expiresAt, passTime } = setUp(underTest());
      const key = { partition, row: "a" };
      const etag = (await store.create(key, "one", { expiresAt })) ?? "";
      await store.replace(key, "two", etag, { expiresAt: expiresAt + HOUR_MS });
      passTime(HOUR_MS);
      expect(await store.read(key)).toMatchObject({ value: "two" });
    });

    it("purges expired rows, no more than it was told, and no live one", async () => {
      const { store, partition, expiresAt, passTime } = setUp(underTest());
      await store.purgeExpired(1000);
      for (const row of ["a", "b", "c"]) {
        await store.create({ partition, row }, row, { expiresAt });
      }
      await store.create({ partition, row: "live" }, "live", { expiresAt: expiresAt + 1 });
      passTime(HOUR_MS);
      expect(await store.purgeExpired(2)).toBe(2);
      expect(await store.purgeExpired(1000)).toBe(1);
      expect(await store.purgeExpired(1000)).toBe(0);
      expect(await store.list(partition)).toMatchObject([{ row: "live" }]);
    });
  });
};
