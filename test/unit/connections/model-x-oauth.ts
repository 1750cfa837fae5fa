/** X's sign-in as a model: one live grant per user, whose refresh token dies at its first use. */
import { randomBytes } from "node:crypto";
import { createAccounts } from "../../../src/connections/account.ts";
import { createConnections } from "../../../src/connections/connections.ts";
import { createGrants } from "../../../src/connections/grants.ts";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import { createUnfinishedSignIns } from "../../../src/connections/unfinished-sign-ins.ts";
import type { XOAuth } from "../../../src/connections/x-oauth.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import type { Store } from "../../../src/store/store.ts";

export const APP = { clientId: "app", clientSecret: "secret" };
export const USER = { id: "1", username: "contoso" };
export const KEY = { appId: APP.clientId, userId: USER.id };
export const LEASE_MS = 45_000;
/** X's tokens live for two hours. */
export const X_LIFE_SECONDS = 7200;

export const createWorld = () => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const clock = () => time.now;
  const key = { version: "1", bytes: randomBytes(32) };
  const sealer = createSealer({ newest: async () => key, byVersion: async () => key }, clock);
  const store = createMemoryStore({ clock });
  let issued = 0;
  let live = "";
  const give = () => {
    issued += 1;
    live = `r${issued}`;
    return { accessToken: `a${issued}`, refreshToken: live, expiresIn: X_LIFE_SECONDS };
  };
  const asked: string[] = [];
  const x: XOAuth = {
    exchange: async () => give(),
    refresh: async (_, refreshToken) => {
      asked.push(refreshToken);
      if (refreshToken !== live) throw new OAuthError("invalid_grant", "X refused.");
      return give();
    },
    whoIs: async () => USER,
  };
  const instance = ({
    xOAuth = x,
    on = store,
    sleep = async (ms) => {
      time.now += ms;
    },
  }: {
    readonly xOAuth?: XOAuth;
    readonly on?: Store;
    readonly sleep?: (ms: number) => Promise<void>;
  } = {}) => {
    const accounts = createAccounts({ store: on, sealer, clock, sleep });
    const unfinished = createUnfinishedSignIns({ store: on, accounts, xOAuth });
    const grants = createGrants({ accounts, xOAuth, unfinished, clock, sleep, leaseMs: LEASE_MS });
    const connections = createConnections({ accounts, grants, clock, connectionsPerUser: 2 });
    return { accounts, unfinished, grants, connections };
  };
  const { accounts, grants, connections } = instance();
  return {
    time,
    clock,
    store,
    x,
    asked,
    give,
    instance,
    /** A connection as a sign-in leaves it. */
    open: async () => (await connections.open(APP, USER, grants.of(APP, give()))).connectionId,
    account: async () => (await accounts.read(KEY))?.account,
  };
};

export const identityOf = (connectionId: string) => ({
  connectionId,
  userId: USER.id,
  userName: USER.username,
  appId: APP.clientId,
});
