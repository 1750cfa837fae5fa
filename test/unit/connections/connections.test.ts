import { createHash, randomBytes } from "node:crypto";
import { setImmediate as tick } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMovableClock } from "../../../local/clock.ts";
import { SANDBOX_APP, type Sandbox, startSandbox } from "../../../local/sandbox/sandbox.ts";
import { createAccounts } from "../../../src/connections/account.ts";
import { createConnections } from "../../../src/connections/connections.ts";
import { createCredentials } from "../../../src/connections/credentials.ts";
import { createGrants } from "../../../src/connections/grants.ts";
import { createXOAuth, type XOAuth } from "../../../src/connections/x-oauth.ts";
import { X_SCOPE_TEXT } from "../../../src/connector/scopes.ts";
import type { KeyRing, SealingKey } from "../../../src/sealing/key-ring.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LEASE_MS = 45_000;
const REDIRECT = "http://127.0.0.1/";

let sandbox: Sandbox;
const clock = createMovableClock();
beforeAll(async () => {
  sandbox = await startSandbox({ clock });
});
afterAll(() => sandbox.close());

const post = (path: string, body: string | URLSearchParams) =>
  fetch(sandbox.url + path, { method: "POST", body, redirect: "manual" });

/** What X gives for a sign-in of `username`. */
const signInAtX = async (xOAuth: XOAuth, username: string) => {
  const verifier = randomBytes(32).toString("base64url");
  const consent = await post(
    "/i/oauth2/authorize",
    new URLSearchParams({
      response_type: "code",
      client_id: SANDBOX_APP.clientId,
      redirect_uri: REDIRECT,
      scope: X_SCOPE_TEXT,
      state: "a-state",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      decision: "authorize",
      username,
    }),
  );
  const code = new URL(consent.headers.get("location") ?? "").searchParams.get("code") ?? "";
  return xOAuth.exchange(SANDBOX_APP, { code, verifier, redirectUri: REDIRECT });
};

/** A store that is away for the next `away` calls. */
const createFailingStore = (store: Store) => {
  const outage = { away: 0 };
  const guarded = <T>(call: () => Promise<T>): Promise<T> => {
    if (outage.away === 0) return call();
    outage.away -= 1;
    return Promise.reject(new StoreUnavailableError("Away."));
  };
  const failing: Store = {
    ...store,
    read: (key) => guarded(() => store.read(key)),
    create: (...row) => guarded(() => store.create(...row)),
    replace: (...row) => guarded(() => store.replace(...row)),
  };
  return { outage, failing };
};

let users = 0;
/** One user of X, and any number of instances of the connector on one store. */
const createWorld = async () => {
  users += 1;
  const username = `grants_${users}`;
  await post("/sandbox/users", JSON.stringify({ username }));
  const now = () => clock.now();
  const { outage, failing } = createFailingStore(createMemoryStore({ clock: now }));
  const key = (version: string): SealingKey => ({ version, bytes: randomBytes(32) });
  const keys = [key("1")];
  const ring: KeyRing = {
    newest: async () => keys.at(-1) ?? key("none"),
    byVersion: async (version) => keys.find((each) => each.version === version),
  };
  const x = createXOAuth(sandbox.url, 5000);
  const instance = ({
    xOAuth = x,
    sleep = () => tick(),
  }: {
    xOAuth?: XOAuth;
    sleep?: (ms: number) => Promise<void>;
  } = {}) => {
    const accounts = createAccounts({
      store: failing,
      sealer: createSealer(ring, now),
      clock: now,
      sleep,
    });
    const grants = createGrants({ accounts, xOAuth, clock: now, sleep, leaseMs: LEASE_MS });
    const connections = createConnections({ accounts, grants, clock: now, connectionsPerUser: 2 });
    return { connections, credentials: createCredentials(connections, now) };
  };
  const { connections } = instance();
  const tokens = await signInAtX(x, username);
  const user = await x.whoIs(tokens.accessToken);
  const { connectionId } = await connections.open(SANDBOX_APP, user, tokens);
  const identity = {
    connectionId,
    userId: user.id,
    userName: username,
    appId: SANDBOX_APP.clientId,
  };
  return {
    x,
    keys,
    newKey: key,
    outage,
    instance,
    identity,
    user,
    signInAtX: () => signInAtX(x, username),
    /** Whether X takes the access token that a call would use. */
    works: async () => {
      const token = await instance().connections.accessToken(identity);
      return x.whoIs(token).then(
        ({ id }) => id === user.id,
        () => false,
      );
    },
    refreshOn: ({ connections }: ReturnType<typeof instance>) =>
      connections.refresh(SANDBOX_APP, user.id, connectionId),
  };
};

/** X as it is, with something happening right after it has answered a refresh. */
const afterRefresh = (x: XOAuth, happens: () => unknown): XOAuth => ({
  ...x,
  refresh: async (...request) => {
    const tokens = await x.refresh(...request);
    await happens();
    return tokens;
  },
});

describe("a grant", () => {
  it("is kept though the store is away for a while after X has given it", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    const xOAuth = afterRefresh(world.x, () => {
      world.outage.away = 20;
    });
    await world.refreshOn(world.instance({ xOAuth }));
    expect(world.outage.away).toBe(0);
    expect(await world.works()).toBe(true);
  });

  it("of a sign-in is kept though the store is away for a while", async () => {
    const world = await createWorld();
    const tokens = await world.signInAtX();
    world.outage.away = 20;
    await world.instance().connections.open(SANDBOX_APP, world.user, tokens);
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
    const { connections } = world.instance();
    const xOAuth = afterRefresh(world.x, async () => {
      await connections.open(SANDBOX_APP, world.user, await world.signInAtX());
    });
    await world.refreshOn(world.instance({ xOAuth }));
    expect(await world.works()).toBe(true);
  });

  it("of a sign-in serves a refresh that X refuses because of it", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    const { connections } = world.instance();
    const tokens = await world.signInAtX();
    let signedIn: Promise<unknown> | undefined;
    const sleep = async () => {
      signedIn ??= connections.open(SANDBOX_APP, world.user, tokens);
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
    const { connections } = world.instance();
    await expect(connections.accessToken(world.identity)).rejects.toMatchObject({
      code: "ConnectionInvalid",
    });
    await expect(world.refreshOn(world.instance())).rejects.toMatchObject({
      code: "invalid_grant",
    });
    await connections.open(SANDBOX_APP, world.user, await world.signInAtX());
    expect(await world.works()).toBe(true);
  });
});

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
    const { connections } = world.instance();
    const open = async () => connections.open(SANDBOX_APP, world.user, await world.signInAtX());
    await open();
    clock.advance(23 * HOUR_MS);
    await connections.accessToken(world.identity);
    clock.advance(2 * HOUR_MS);
    await open();
    await expect(connections.accessToken(world.identity)).resolves.not.toBe("");
    await expect(open()).rejects.toMatchObject({ code: "access_denied" });
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
