/**
 * Users of the sandbox X who have signed in, each with any number of instances of the connector on one store, whose keys
 * and store can be away.
 */
import { createHash, randomBytes } from "node:crypto";
import { setImmediate as tick } from "node:timers/promises";
import { afterAll, beforeAll } from "vitest";
import { createMovableClock } from "../../../local/clock.ts";
import { SANDBOX_APP, type Sandbox, startSandbox } from "../../../local/sandbox/sandbox.ts";
import { createAccounts } from "../../../src/connections/account.ts";
import { createConnections } from "../../../src/connections/connections.ts";
import { createCredentials } from "../../../src/connections/credentials.ts";
import { createGrants } from "../../../src/connections/grants.ts";
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

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const LEASE_MS = 45_000;
const REDIRECT = "http://127.0.0.1/";

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

/** A sandbox for the tests of a file, as long as they run. */
export const startWorlds = () => {
  let sandbox: Sandbox;
  let users = 0;
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

  return { clock, createWorld };
};

/** X as it is, with something happening right after it has answered a refresh. */
export const afterRefresh = (x: XOAuth, happens: () => unknown): XOAuth => ({
  ...x,
  refresh: async (...request) => {
    const tokens = await x.refresh(...request);
    await happens();
    return tokens;
  },
});
