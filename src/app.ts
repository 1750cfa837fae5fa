/** The composition root: wires the rooms into the handlers of the endpoints. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "./config.ts";
import { createAccounts } from "./connections/account.ts";
import { createAuthorizeHandler } from "./connections/authorize.ts";
import { createCallbackHandler } from "./connections/callback.ts";
import { createConnectPage } from "./connections/connect-page.ts";
import { createTokenOpener } from "./connections/connection-token.ts";
import { createConnections } from "./connections/connections.ts";
import { createCredentials } from "./connections/credentials.ts";
import { createGrants } from "./connections/grants.ts";
import { createSignIn } from "./connections/sign-ins.ts";
import { createTokenHandler } from "./connections/token.ts";
import { orUnavailablePage } from "./connections/unavailable-page.ts";
import { createUnfinishedSignIns } from "./connections/unfinished-sign-ins.ts";
import { createXOAuth } from "./connections/x-oauth.ts";
import { ROUTE_PREFIX } from "./connector/definition.ts";
import type { Log } from "./connector/log.ts";
import { createHealthHandler, WELL_SET } from "./http/health.ts";
import type { Handler } from "./http/message.ts";
import type { OperationHandlerOptions } from "./http/operation-handler.ts";
import { createHourlyLimits } from "./limits/hourly-limits.ts";
import { createPosting } from "./posting/posting.ts";
import { createThreads } from "./publishing/thread.ts";
import { createSealer } from "./sealing/seal.ts";
import { spendingOfApps } from "./spending/figures.ts";
import { appName, createSpending } from "./spending/spending.ts";
import { createKeyRing, createStore } from "./state.ts";
import { leaseFor } from "./store/lease.ts";
import { createTrigger } from "./trigger/trigger.ts";
import { createXTransport } from "./x/transport.ts";
import { createUserDirectory } from "./x/user-directory.ts";

const every = (ms: number, run: () => void) => {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
};

/** How long it is quiet before what rides along with writes is written by itself. */
const QUIET_MS = 1_000;
const later = (run: () => void) => {
  setTimeout(run, QUIET_MS).unref();
};

/** What endpoints are registered with. */
export interface Connector {
  readonly operationOptions: OperationHandlerOptions;
  readonly authorize: Handler;
  readonly callback: Handler;
  readonly token: Handler;
  readonly connectPage: Handler;
  readonly health: Handler;
  /** Removes rows that nobody needs any more, `most` at most; answers how many. */
  purgeExpired(most: number): Promise<number>;
}

/** `log` is told what no call is to blame for. */
export const createConnector = (settings: Settings, log: Log): Connector => {
  const clock = () => Date.now();
  const { limits } = settings;
  const store = createStore(settings, { clock, log });
  const keys = createKeyRing(settings, { clock, log });
  const sealer = createSealer(keys, clock);
  const openToken = createTokenOpener(sealer, clock);
  const xOAuth = createXOAuth(settings.xApiOrigin, settings.xTimeoutMs);
  const leaseMs = leaseFor(settings.xTimeoutMs);
  const accounts = createAccounts({ store, sealer, clock, sleep });
  const unfinished = createUnfinishedSignIns({ store, accounts, xOAuth });
  const grants = createGrants({ accounts, xOAuth, unfinished, clock, sleep, leaseMs });
  const connections = createConnections({
    accounts,
    grants,
    clock,
    connectionsPerUser: limits.connectionsPerUser,
  });

  const spending = createSpending({
    store,
    clock,
    sleep,
    log,
    later,
    appLimits: { day: settings.budgetPerDay, month: settings.budgetPerMonth },
    readsWithoutStore: settings.readsWithoutStore,
  });
  const signIn = createSignIn({
    xOAuth,
    grants,
    connections,
    unfinished,
    clock,
    sleep,
    onUserRead: (clientId, userId) => spending.bookSignIn(appName(clientId), userId),
  });
  const { oauthRedirectUrls: moreRedirects } = settings;
  const addressOf = ({ url }: { readonly url: URL }, route: string) =>
    `${settings.publicOrigin ?? url.origin}${ROUTE_PREFIX}/${route}`;
  const callbackUrl = (request: { readonly url: URL }) => addressOf(request, "oauth2/callback");

  const posting = createPosting({ store, clock, sleep, leaseMs, every });

  return {
    operationOptions: {
      openConnection: (headers) => openToken(headers.get("authorization")),
      credentialsOf: createCredentials(connections, clock),
      limits: createHourlyLimits({ store, clock, sleep, limits }),
      spending,
      appOwners: settings.appOwners,
      transport: createXTransport(settings.xApiOrigin, settings.xTimeoutMs),
      directory: createUserDirectory(clock),
      trigger: createTrigger({ sealer, store, clock, sleep, log, limits }),
      addressOf,
      posting,
      threads: createThreads({ store, clock, sleep, leaseMs, every }),
      clock,
    },
    authorize: orUnavailablePage(
      createAuthorizeHandler({
        sealer,
        xAuthorizeUrl: settings.xAuthorizeUrl,
        callbackUrl,
        moreRedirects,
      }),
    ),
    callback: orUnavailablePage(createCallbackHandler({ sealer, callbackUrl })),
    token: createTokenHandler({ sealer, connections, signIn, moreRedirects }),
    connectPage: createConnectPage({ callbackUrl, limits }),
    purgeExpired: (most) => store.purgeExpired(most),
    health: createHealthHandler(
      [
        WELL_SET,
        { name: "keys", run: () => keys.newest() },
        { name: "store", run: () => store.read({ partition: "health", row: "health" }) },
      ],
      limits,
      { keySha256: settings.adminKeySha256, spending: () => spendingOfApps(spending, clock) },
    ),
  };
};
