/** How a grant is renewed, step by step, and what is noted of it where X or the store does not play along. */
import { describe, expect, it } from "vitest";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import type { XOAuth } from "../../../src/connections/x-oauth.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import {
  APP,
  createWorld,
  identityOf,
  KEY,
  LEASE_MS,
  USER,
  X_LIFE_SECONDS,
} from "./model-x-oauth.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const silence = () => Promise.reject(new OAuthError("temporarily_unavailable", "Silence."));
const refused = () => Promise.reject(new OAuthError("invalid_grant", "X refused."));

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a grant", () => {
  it("lets a connection's token end two minutes before X's, and live for a second at least", async () => {
    const { time, give, instance } = createWorld();
    const { grants } = instance();
    const grant = grants.of(APP, give());
    expect(grant.expiresAt).toBe(time.now + X_LIFE_SECONDS * 1000);
    expect(grants.lifeOf(grant)).toBe(X_LIFE_SECONDS - 120);
    time.now += (X_LIFE_SECONDS - 122) * 1000 + 500;
    expect(grants.lifeOf(grant)).toBe(1);
    time.now += HOUR_MS;
    expect(grants.lifeOf(grant)).toBe(1);
  });

  it("serves as it is for an hour and a half, and for the app with the secret that X took", () => {
    const { time, give, instance } = createWorld();
    const { grants } = instance();
    const grant = grants.of(APP, give());
    const noSecret = { clientId: APP.clientId };
    expect(grants.isGoodFor(APP, grant)).toBe(true);
    expect(grants.isGoodFor({ ...APP, clientSecret: "other" }, grant)).toBe(false);
    expect(grants.isGoodFor(noSecret, grant)).toBe(false);
    expect(grants.isGoodFor({ ...APP, clientSecret: "" }, grants.of(noSecret, give()))).toBe(true);
    time.now += 90 * MINUTE_MS - 1;
    expect(grants.isGoodFor(APP, grant)).toBe(true);
    time.now += 1;
    expect(grants.isGoodFor(APP, grant)).toBe(false);
  });

  it("is leased until the lease's end", () => {
    const { clock, instance } = createWorld();
    const { grants } = instance();
    const until = (ms: number) => ({
      grant: "g",
      connections: [],
      lease: { holder: "h", until: clock() + ms },
    });
    expect([until(1), until(0)].map(grants.isLeased)).toEqual([true, false]);
    expect(grants.isLeased({ grant: "g", connections: [] })).toBe(false);
  });
});

describe("a refresh", () => {
  const refreshWith = async (
    world: ReturnType<typeof createWorld>,
    id: string,
    more: Parameters<typeof world.instance>[0] = {},
  ) => world.instance(more).connections.refresh(APP, USER.id, id);

  it("asks X once, and leaves the row without a lease and without what was wrong", async () => {
    const world = createWorld();
    const id = await world.open();
    const { connections } = world.instance();
    await connections.newerToken(identityOf(id), "a1");
    expect((await world.account())?.rejected).toBe(true);
    expect(await refreshWith(world, id)).toEqual({
      connectionId: id,
      expiresIn: X_LIFE_SECONDS - 120,
    });
    expect(await world.account()).toEqual({
      grant: expect.any(String),
      connections: [{ id, usedAt: world.time.now, openedAt: world.time.now }],
    });
    expect(world.asked).toEqual(["r1"]);
    expect(await connections.accessToken(identityOf(id))).toBe("a2");
  });

  it("asks X nothing while the grant is fresh, and notes the use", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 20 * MINUTE_MS;
    expect((await refreshWith(world, id)).expiresIn).toBe(X_LIFE_SECONDS - 120 - 20 * 60);
    expect(world.asked).toEqual([]);
    expect((await world.account())?.connections).toMatchObject([{ usedAt: world.time.now }]);
  });

  it.each([
    ["of an account that is not there", "c", false],
    ["of a connection whose place was taken", "gone", true],
  ])("%s has to be signed in again", async (_, id, isThere) => {
    const world = createWorld();
    if (isThere) await world.open();
    await expect(refreshWith(world, id)).rejects.toMatchObject({ code: "invalid_grant" });
    expect(world.asked).toEqual([]);
  });

  it("that X does not answer gives the lease back at once", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    const before = await world.account();
    const xOAuth: XOAuth = { ...world.x, refresh: silence };
    await expect(refreshWith(world, id, { xOAuth })).rejects.toMatchObject({
      code: "temporarily_unavailable",
    });
    expect(await world.account()).toEqual(before);
    const { now } = world.time;
    await refreshWith(world, id);
    expect(world.time.now).toBe(now);
  });

  it("that fails for a bug gives the lease back as well, and hides nothing", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    const bug = () =>
      Promise.reject(Object.assign(new RangeError("bug"), { code: "invalid_grant" }));
    const xOAuth: XOAuth = { ...world.x, refresh: bug };
    await expect(refreshWith(world, id, { xOAuth })).rejects.toThrow(RangeError);
    expect(await world.account()).not.toHaveProperty("lease");
    expect(await world.account()).not.toHaveProperty("rejected");
  });

  it("that X refuses notes that the grant is lost, after a look for one that came meanwhile", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const xOAuth: XOAuth = { ...world.x, refresh: refused };
    await expect(refreshWith(world, id, { xOAuth, sleep })).rejects.toMatchObject({
      code: "invalid_grant",
    });
    expect(slept).toEqual([1000]);
    const account = await world.account();
    expect(account?.rejected).toBe(true);
    expect(account).not.toHaveProperty("lease");
    expect(account?.connections).toMatchObject([{ id }]);
  });

  it("that X refuses takes the grant of a sign-in that came meanwhile, without a wait", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    let refusals = 0;
    const xOAuth: XOAuth = {
      ...world.x,
      refresh: async () => {
        refusals += 1;
        await world.open();
        throw new OAuthError("invalid_grant", "X refused.");
      },
    };
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    expect((await refreshWith(world, id, { xOAuth, sleep })).expiresIn).toBe(X_LIFE_SECONDS - 120);
    // The pause is that of a row that has to be read again; a second for a sign-in under way it is not.
    expect([refusals, slept.length, Math.max(...slept) < 1000]).toEqual([1, 1, true]);
    expect(await world.account()).not.toHaveProperty("rejected");
  });

  it("that X refuses takes the grant of a sign-in whose user is not known yet", async () => {
    const world = createWorld();
    const id = await world.open();
    const { grants, unfinished, connections } = world.instance();
    world.time.now += 2 * HOUR_MS;
    await unfinished.keep(APP.clientId, "code", grants.of(APP, world.give()));
    // After the second in which one whose user is known would have been written.
    expect((await refreshWith(world, id)).expiresIn).toBe(X_LIFE_SECONDS - 121);
    expect(await connections.accessToken(identityOf(id))).toBe("a2");
  });

  it("whose refusal cannot be noted is refused all the same", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    let trouble: Error | undefined;
    const failingWith = (error: Error): Store => ({
      ...world.store,
      read: (key) => {
        if (trouble) throw trouble;
        return world.store.read(key);
      },
      // From here on: what comes next is the note.
      list: async (partition) => {
        trouble = error;
        return world.store.list(partition);
      },
    });
    const xOAuth: XOAuth = { ...world.x, refresh: refused };
    const away = failingWith(new StoreUnavailableError("Away."));
    await expect(refreshWith(world, id, { xOAuth, on: away })).rejects.toMatchObject({
      code: "invalid_grant",
    });
    trouble = undefined;
    const broken = failingWith(new RangeError("bug"));
    await expect(refreshWith(world, id, { xOAuth, on: broken })).rejects.toThrow(RangeError);
  });

  it("does not take the lease of another, whose turn came when its own was over", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    const { accounts } = world.instance();
    const lease = { holder: "another", until: world.time.now + 2 * LEASE_MS };
    const xOAuth: XOAuth = {
      ...world.x,
      refresh: async () => {
        const row = await accounts.read(KEY);
        if (row) await accounts.write(KEY, { ...row.account, lease }, row.etag);
        return silence();
      },
    };
    await expect(refreshWith(world, id, { xOAuth })).rejects.toThrow("Silence.");
    expect((await world.account())?.lease).toEqual(lease);
  });

  it("whose account is gone by then has its answer, and writes none", async () => {
    const world = createWorld();
    const id = await world.open();
    world.time.now += 2 * HOUR_MS;
    const { accounts } = world.instance();
    const xOAuth: XOAuth = {
      ...world.x,
      refresh: async (...given) => {
        const [row] = await world.store.list("account");
        if (row) await world.store.delete({ partition: "account", row: row.row }, row.etag);
        return world.x.refresh(...given);
      },
    };
    await refreshWith(world, id, { xOAuth });
    expect(await accounts.read(KEY)).toBeUndefined();
  });
});

describe("a call", () => {
  it("writes nothing where its use is noted, and does not fail where it cannot be", async () => {
    const world = createWorld();
    const id = await world.open();
    const writes: string[] = [];
    let error: Error = new StoreUnavailableError("Away.");
    const on: Store = {
      ...world.store,
      replace: async () => {
        writes.push("replace");
        throw error;
      },
    };
    const { connections } = world.instance({ on });
    expect(await connections.accessToken(identityOf(id))).toBe("a1");
    expect(writes).toHaveLength(1);
    error = new RangeError("bug");
    await expect(connections.accessToken(identityOf(id))).rejects.toThrow(RangeError);
    await world.instance().connections.accessToken(identityOf(id));
    expect(await connections.accessToken(identityOf(id))).toBe("a1");
    expect(writes).toHaveLength(2);
  });

  it("that X rejected gets a newer token where there is one, and none is made up", async () => {
    const world = createWorld();
    const id = await world.open();
    const { connections } = world.instance();
    expect(await connections.newerToken(identityOf(id), "older")).toBe("a1");
    expect(await world.account()).not.toHaveProperty("rejected");
    expect(await connections.newerToken(identityOf(id), "a1")).toBeUndefined();
    expect(await world.account()).toHaveProperty("rejected", true);
  });
});

describe("a sign-in", () => {
  it("that is refused names the one whose place it gets, by when it signed in and was used", async () => {
    const world = createWorld();
    const { connections } = world.instance();
    for (const id of [await world.open(), await world.open()]) {
      await connections.accessToken(identityOf(id));
      world.time.now += MINUTE_MS;
    }
    await expect(world.open()).rejects.toThrow(
      "already has 2 connections in use. Sign in once more within 15 minutes, and the new one takes the place of the one used least recently (signed in on 2026-11-23 12:00 UTC, last used on 2026-11-23 12:00 UTC). Or use",
    );
  });

  it("that is refused says less of a connection that an older version opened", async () => {
    const world = createWorld();
    const { accounts, connections } = world.instance();
    const ids = [await world.open(), await world.open()];
    const row = await accounts.read(KEY);
    const usedAt = world.time.now;
    const old = ids.map((id) => ({ id, usedAt }));
    if (row) await accounts.write(KEY, { ...row.account, connections: old }, row.etag);
    await expect(world.open()).rejects.toThrow("(last used on 2026-11-23 12:00 UTC)");
    await connections.accessToken(identityOf(ids[0] ?? ""));
  });

  it("finds a place where X no longer takes what the others live on", async () => {
    const world = createWorld();
    const { connections } = world.instance();
    const ids = [await world.open(), await world.open()];
    for (const id of ids) await connections.accessToken(identityOf(id));
    await connections.newerToken(identityOf(ids[0] ?? ""), "a2");
    const third = await world.open();
    expect((await world.account())?.connections.map(({ id, isLost }) => [id, isLost])).toEqual([
      [ids[1], true],
      [third, undefined],
    ]);
    expect(await world.account()).not.toHaveProperty("rejected");
  });
});
