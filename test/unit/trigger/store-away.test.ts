import { expect, it } from "vitest";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { createPolling } from "./polling.ts";

const away = async (): Promise<never> => {
  throw new StoreUnavailableError("The store is away.");
};
const never = () => new Promise<never>(() => {});

/** As the real one until told otherwise. */
const breakable = () => {
  let mode: "fine" | "away" | "hangs" | "broken" = "fine";
  const broken = async (): Promise<never> => {
    throw new TypeError("bug");
  };
  const faults = { away, hangs: never, broken };
  const over = (real: Store): Store =>
    new Proxy(real, {
      get: (target, name) => (mode === "fine" ? Reflect.get(target, name) : faults[mode]),
    });
  return {
    over,
    become(next: typeof mode) {
      mode = next;
    },
  };
};

it.each(["away", "hangs", "broken"] as const)(
  "a poll that brings its state is answered while the store %s",
  async (mode) => {
    const store = breakable();
    const polling = createPolling({ store: store.over });
    await polling.poll();
    const id = polling.x.post(polling.time.now);
    store.become(mode);
    polling.advance();
    await polling.poll();
    expect(polling.handedOut).toEqual([id]);
  },
);

it("a poll without a state fails while the store is away, and does not begin anew", async () => {
  const store = breakable();
  const polling = createPolling({ store: store.over });
  await polling.poll();
  polling.bring("");
  store.become("away");
  polling.advance();
  await expect(polling.poll()).rejects.toThrow(StoreUnavailableError);
});

it("a row that cannot be read is set aside, and the flow begins anew", async () => {
  const polling = createPolling();
  await polling.poll();
  const [row] = await polling.store.list("trigger");
  const key = { partition: "trigger", row: row?.row ?? "" };
  const expiresAt = polling.time.now + 60_000;
  await polling.store.replace(key, "{", row?.etag ?? "", { expiresAt });
  polling.bring("");
  expect((await polling.poll()).tweets).toEqual([]);
  expect(await polling.store.list("trigger")).toHaveLength(1);
});

// Reported: first polls left rows for 90 days.
it("a flow leaves one row, which is gone after three hours", async () => {
  const polling = createPolling();
  await polling.poll();
  polling.advance();
  await polling.poll();
  expect(await polling.store.list("trigger")).toHaveLength(1);
  polling.advance(3 * 60 * 60 * 1000);
  expect(await polling.store.list("trigger")).toEqual([]);
});
