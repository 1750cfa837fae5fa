import { createHash, randomBytes } from "node:crypto";
import { setImmediate as tick } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMovableClock } from "../../../local/clock.ts";
import { SANDBOX_APP, type Sandbox, startSandbox } from "../../../local/sandbox/sandbox.ts";
import { createAccounts } from "../../../src/connections/account.ts";
import { createConnections } from "../../../src/connections/connections.ts";
import { createCredentials } from "../../../src/connections/credentials.ts";
import { createGrants } from "../../../src/connections/grants.ts";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import { createSignIn } from "../../../src/connections/sign-ins.ts";
import { createUnfinishedSignIns } from "../../../src/connections/unfinished-sign-ins.ts";
import { createXOAuth, type XOAuth, type XTokens } from "../../../src/connections/x-oauth.ts";
import { CONNECTIONS_PER_USER } from "../../../src/connector/limits.ts";
import { X_SCOPE_TEXT } from "../../../src/connector/scopes.ts";
import {
  type KeyRing,
  KeysUnavailableError,
  type SealingKey,
} from "../../../src/sealing/key-ring.ts";
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

/** What a browser comes back with from X for `username`. */
const consentAtX = async (username: string) => {
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
  return { code, verifier, redirectUri: REDIRECT };
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
  const vault = { away: 0 };
  const ring: KeyRing = {
    newest: async () => {
      if (vault.away > 0) {
        vault.away -= 1;
        throw new KeysUnavailableError("Away.");
      }
      return keys.at(-1) ?? key("none");
    },
    byVersion: async (version) => keys.find((each) => each.version === version),
  };
  const x = createXOAuth(sandbox.url, 5000);
  const instance = ({
    xOAuth = x,
    sleep = () => tick(),
    store = failing,
    vaultOfOldKeys = "there",
  }: {
    xOAuth?: XOAuth;
    sleep?: (ms: number) => Promise<void>;
    store?: Store;
    vaultOfOldKeys?: "there" | "away";
  } = {}) => {
    const byVersion =
      vaultOfOldKeys === "there"
        ? ring.byVersion
        : () => Promise.reject(new KeysUnavailableError("Away."));
    const accounts = createAccounts({
      store,
      sealer: createSealer({ ...ring, byVersion }, now),
      clock: now,
      sleep,
    });
    const unfinished = createUnfinishedSignIns({ store, accounts, xOAuth });
    const grants = createGrants({
      accounts,
      xOAuth,
      unfinished,
      clock: now,
      sleep,
      leaseMs: LEASE_MS,
    });
    const connections = createConnections({
      accounts,
      grants,
      clock: now,
      connectionsPerUser: CONNECTIONS_PER_USER,
    });
    return {
      connections,
      credentials: createCredentials(connections, now),
      signIn: createSignIn({
        xOAuth,
        grants,
        connections,
        unfinished,
        clock: now,
        onUserRead: () => {},
        sleep,
      }),
      open: (tokens: XTokens) =>
        connections.open(SANDBOX_APP, user, grants.of(SANDBOX_APP, tokens)),
    };
  };
  const signInAtX = async () => x.exchange(SANDBOX_APP, await consentAtX(username));
  const tokens = await signInAtX();
  const user = await x.whoIs(tokens.accessToken);
  const { connectionId } = await instance().open(tokens);
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
    username,
    vault,
    store: failing,
    signInAtX,
    consentAtX: () => consentAtX(username),
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

  it("is kept though the vault is away for a while after X has given it", async () => {
    const world = await createWorld();
    clock.advance(2 * HOUR_MS);
    const xOAuth = afterRefresh(world.x, () => {
      world.vault.away = 20;
    });
    await world.refreshOn(world.instance({ xOAuth }));
    expect(world.vault.away).toBe(0);
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
    const world = await createWorld();
    const { connections, open } = world.instance();
    await connections.accessToken(world.identity);
    const second = await open(await world.signInAtX());
    await connections.accessToken({ ...world.identity, connectionId: second.connectionId });
    const tokens = await world.signInAtX();
    const { open: openElsewhere } = world.instance({ vaultOfOldKeys: "away" });
    await expect(openElsewhere(tokens)).rejects.toMatchObject({ code: "access_denied" });
  });

  it("takes a place at once when no key opens what the others live on", async () => {
    const world = await createWorld();
    const { connections, open } = world.instance();
    await connections.accessToken(world.identity);
    const second = await open(await world.signInAtX());
    await connections.accessToken({ ...world.identity, connectionId: second.connectionId });
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
    await expect(signIn(SANDBOX_APP, await world.consentAtX())).rejects.toThrow("Silence.");
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
