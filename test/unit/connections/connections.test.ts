/** Connections while the store is away, and after they were idle. */
import { describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../../../src/store/store.ts";
import { afterRefresh, HOUR_MS, MINUTE_MS, startWorlds } from "./signed-in.ts";

const { clock, createWorld } = startWorlds();

describe("a connection", () => {
  it("goes on with the token that served last while the store is away", async () => {
    const world = await createWorld();
    const x = world.instance().credentials(world.identity);
    const token = await x.accessToken();
    clock.advance(2 * MINUTE_MS);
    world.outage.away = 1;
    expect(await x.accessToken()).toBe(token);
    expect(world.outage.away).toBe(0);
    const unread = world.instance().credentials(world.identity);
    world.outage.away = 1;
    await expect(unread.accessToken()).rejects.toThrow(StoreUnavailableError);
  });

  it("is not kept from its call when its use cannot be noted", async () => {
    const world = await createWorld();
    clock.advance(HOUR_MS);
    const { connections } = world.instance();
    const reading = connections.accessToken(world.identity);
    await Promise.resolve();
    world.outage.away = 1;
    await expect(reading).resolves.not.toBe("");
  });

  it("is in use while it is called, though it was not refreshed for 24 hours", async () => {
    const world = await createWorld();
    const { connections, open } = world.instance();
    const use = (connectionId: string) =>
      connections.accessToken({ ...world.identity, connectionId });
    await use(world.identity.connectionId);
    const second = await open(await world.signInAtX());
    await use(second.connectionId);
    clock.advance(23 * HOUR_MS);
    await use(world.identity.connectionId);
    clock.advance(2 * HOUR_MS);
    const third = await open(await world.signInAtX());
    await use(third.connectionId);
    await expect(use(world.identity.connectionId)).resolves.not.toBe("");
    await expect(use(second.connectionId)).rejects.toMatchObject({ code: "ConnectionReplaced" });
    await expect(open(await world.signInAtX())).rejects.toMatchObject({ code: "access_denied" });
  });

  it("gives up on a row that stays busy", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    let goOn = () => {};
    let answered = () => {};
    const asked = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const xOAuth = afterRefresh(world.x, () => {
      answered();
      return new Promise<void>((resolve) => {
        goOn = resolve;
      });
    });
    const slow = world.refreshOn(world.instance({ xOAuth }));
    await asked;
    await expect(world.refreshOn(world.instance())).rejects.toThrow(StoreUnavailableError);
    goOn();
    await slow;
  });
});
