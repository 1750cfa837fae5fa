/** Sign-ins whose writes are lost, whose keys are away, or whose process dies. */
import { describe, expect, it } from "vitest";
import { SANDBOX_APP } from "../../../local/sandbox/sandbox.ts";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { MINUTE_MS, startWorlds } from "./signed-in.ts";

const { clock, createWorld } = startWorlds();

/** A user who has as many connections as fit, all of them in use. */
const createFullWorld = async () => {
  const world = await createWorld();
  const { connections, open } = world.instance();
  await connections.accessToken(world.identity);
  const second = await open(await world.signInAtX());
  await connections.accessToken({ ...world.identity, connectionId: second.connectionId });
  return { world, connections, open };
};

describe("a sign-in", () => {
  /** Writes rows of accounts, and loses the answers of the next `lost`. */
  const createForgetful = (store: Store) => {
    const state = { lost: 0 };
    const losing = <T>(written: T): T => {
      if (state.lost === 0) return written;
      state.lost -= 1;
      throw new StoreUnavailableError("The answer was lost.");
    };
    const forgetful: Store = {
      ...store,
      create: async (...row) => losing(await store.create(...row)),
      replace: async (...row) => losing(await store.replace(...row)),
    };
    return { state, forgetful };
  };

  it("takes one place though the store's answer to its write was lost", async () => {
    const world = await createWorld();
    const { state, forgetful } = createForgetful(world.store);
    state.lost = 3;
    const { connections, open } = world.instance({ store: forgetful });
    const { connectionId } = await open(await world.signInAtX());
    await connections.accessToken({ ...world.identity, connectionId });
    await expect(connections.accessToken(world.identity)).resolves.not.toBe("");
  });

  it("that is refused does not take a place by itself when that answer was lost", async () => {
    const world = await createWorld();
    const { state, forgetful } = createForgetful(world.store);
    const { connections, open } = world.instance({ store: forgetful });
    const second = await open(await world.signInAtX());
    const pair = [world.identity.connectionId, second.connectionId];
    for (const connectionId of pair) {
      await connections.accessToken({ ...world.identity, connectionId });
    }
    state.lost = 2;
    const tokens = await world.signInAtX();
    await expect(open(tokens)).rejects.toMatchObject({ code: "access_denied" });
    for (const connectionId of pair) {
      await connections.accessToken({ ...world.identity, connectionId });
    }
  });

  it("is refused while the vault cannot tell whether the others' grant is lost", async () => {
    const { world } = await createFullWorld();
    const tokens = await world.signInAtX();
    const { open: openElsewhere } = world.instance({ vaultOfOldKeys: "away" });
    await expect(openElsewhere(tokens)).rejects.toMatchObject({ code: "access_denied" });
  });

  it("takes a place at once when no key opens what the others live on", async () => {
    const { world, connections, open } = await createFullWorld();
    world.keys.push(world.newKey("2"));
    world.keys.shift();
    const third = await open(await world.signInAtX());
    await connections.accessToken({ ...world.identity, connectionId: third.connectionId });
  });

  it("whose user is not known is gone on with by another instance, after a crash", async () => {
    const world = await createWorld();
    const code = await world.consentAtX();
    const silent = {
      ...world.x,
      whoIs: () => Promise.reject(new OAuthError("temporarily_unavailable", "Silence.")),
    };
    // The process ends while it waits before it asks X again.
    let pausing = () => {};
    const paused = new Promise<void>((resolve) => {
      pausing = resolve;
    });
    const doomed = world.instance({
      xOAuth: silent,
      sleep: () => {
        pausing();
        return new Promise(() => {});
      },
    });
    void doomed.signIn(SANDBOX_APP, code);
    await paused;
    const { user, connectionId } = await world.instance().signIn(SANDBOX_APP, code);
    expect(user).toEqual(world.user);
    const { connections } = world.instance();
    await connections.accessToken({ ...world.identity, connectionId });
    expect(await world.works()).toBe(true);
  });

  it("asks X in vain for a while only", async () => {
    const world = await createWorld();
    let asked = 0;
    const xOAuth = {
      ...world.x,
      whoIs: () => {
        asked += 1;
        return Promise.reject(new OAuthError("temporarily_unavailable", "Silence."));
      },
    };
    const { signIn } = world.instance({ xOAuth });
    await expect(signIn(SANDBOX_APP, await world.consentAtX())).rejects.toMatchObject({
      name: "OAuthError",
      message: "Silence.",
    });
    expect(asked).toBe(4);
    asked = 0;
    const slow = world.instance({
      xOAuth,
      sleep: async () => clock.advance(MINUTE_MS),
    });
    await expect(slow.signIn(SANDBOX_APP, await world.consentAtX())).rejects.toThrow("Silence.");
    expect(asked).toBe(2);
  });

  it("says why it failed though the store is away as well", async () => {
    const world = await createWorld();
    const xOAuth = {
      ...world.x,
      whoIs: () => {
        world.outage.away = 1;
        return Promise.reject(new OAuthError("access_denied", "No credits."));
      },
    };
    const { signIn } = world.instance({ xOAuth });
    await expect(signIn(SANDBOX_APP, await world.consentAtX())).rejects.toThrow("No credits.");
  });
});
