import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { StoreUnavailableError } from "../../../src/store/store.ts";
import { describeStore } from "./store-behaviour.ts";

describeStore("memory store", () => ({ createStore: (clock) => createMemoryStore({ clock }) }));

describe("memory store: its bound", () => {
  it("refuses a row more than fits instead of dropping a live one", async () => {
    const store = createMemoryStore({ clock: () => 0, maxRows: 2 });
    await store.create({ partition: "p", row: "a" }, "a", { expiresAt: 1 });
    await store.create({ partition: "p", row: "b" }, "b", { expiresAt: 1 });
    await expect(store.create({ partition: "p", row: "c" }, "c", { expiresAt: 1 })).rejects.toThrow(
      StoreUnavailableError,
    );
    expect(await store.list("p")).toHaveLength(2);
  });

  it("makes room by dropping expired rows", async () => {
    let now = 0;
    const store = createMemoryStore({ clock: () => now, maxRows: 2 });
    await store.create({ partition: "p", row: "a" }, "a", { expiresAt: 1 });
    await store.create({ partition: "p", row: "b" }, "b", { expiresAt: 2 });
    now = 1;
    expect(await store.create({ partition: "p", row: "c" }, "c", { expiresAt: 2 })).toBeDefined();
    expect((await store.list("p")).map(({ row }) => row)).toEqual(["b", "c"]);
  });
});
