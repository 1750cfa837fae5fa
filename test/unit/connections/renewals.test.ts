/** What becomes of a grant whose renewal, or sign-in, is disturbed. */
import { setImmediate as tick } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { afterRefresh, HOUR_MS, LEASE_MS, startWorlds } from "./signed-in.ts";

const { clock, createWorld } = startWorlds();
type World = Awaited<ReturnType<typeof createWorld>>;

describe("a grant", () => {
  it.each([
    { part: "store", outageOf: ({ outage }: World) => outage },
    { part: "vault", outageOf: ({ vault }: World) => vault },
  ])("is kept though the $part is away for a while after X has given it", async ({ outageOf }) => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    const outage = outageOf(world);
    const xOAuth = afterRefresh(world.x, () => {
      outage.away = 20;
    });
    await world.refreshOn(world.instance({ xOAuth }));
    expect(outage.away).toBe(0);
    expect(await world.works()).toBe(true);
  });

  it("of a sign-in is kept though the store is away for a while", async () => {
    const world = await createWorld();
    const tokens = await world.signInAtX();
    world.outage.away = 20;
    await world.instance().open(tokens);
    expect(await world.works()).toBe(true);
  });

  it("is kept though X answers so late that another instance has begun to refresh too", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    let answered = () => {};
    let goOn = () => {};
    const asked = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const xOAuth = afterRefresh(world.x, () => {
      answered();
      return held;
    });
    const slow = world.refreshOn(world.instance({ xOAuth }));
    await asked;
    clock.advance(LEASE_MS + 1000);
    const sleep = async () => {
      goOn();
      await slow;
    };
    const other = await world.refreshOn(world.instance({ sleep }));
    expect((await slow).expiresIn).toBeGreaterThan(7000);
    expect(other.expiresIn).toBeGreaterThan(7000);
    expect(await world.works()).toBe(true);
  });

  it("of a sign-in during a refresh is the one that stays", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    const { open } = world.instance();
    const xOAuth = afterRefresh(world.x, async () => {
      await open(await world.signInAtX());
    });
    await world.refreshOn(world.instance({ xOAuth }));
    expect(await world.works()).toBe(true);
  });

  it("of a sign-in serves a refresh that X refuses because of it", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    const { open } = world.instance();
    const tokens = await world.signInAtX();
    let signedIn: Promise<unknown> | undefined;
    const sleep = async () => {
      signedIn ??= open(tokens);
      await signedIn;
    };
    expect((await world.refreshOn(world.instance({ sleep }))).expiresIn).toBeGreaterThan(7000);
    expect(await world.works()).toBe(true);
  });

  it("that is being refreshed is waited for by a call that X has just refused", async () => {
    const world = await createWorld();
    clock.advance(HOUR_MS);
    const { connections, credentials } = world.instance();
    const x = credentials(world.identity);
    const old = await x.accessToken();
    await connections.newerToken(world.identity, old);
    let refused: Promise<string | undefined> = Promise.resolve(undefined);
    const xOAuth = afterRefresh(world.x, async () => {
      refused = x.newerThan(old);
      await tick();
    });
    await world.refreshOn(world.instance({ xOAuth }));
    const newer = await refused;
    expect(newer).not.toBe(old);
    expect(await world.x.whoIs(newer ?? "")).toEqual(world.user);
    expect(await x.accessToken()).toBe(newer);
  });

  it("that no key opens any more has to be signed in again", async () => {
    const world = await createWorld();
    world.keys.push(world.newKey("2"));
    expect(await world.works()).toBe(true);
    world.keys.shift();
    const { connections, open } = world.instance();
    await expect(connections.accessToken(world.identity)).rejects.toMatchObject({
      code: "ConnectionInvalid",
    });
    await expect(world.refreshOn(world.instance())).rejects.toMatchObject({
      code: "invalid_grant",
    });
    await open(await world.signInAtX());
    expect(await world.works()).toBe(true);
  });
});
