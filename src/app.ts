/** The composition root: builds the connector once a process, at the first call, and registers its endpoints. */
import { setTimeout as sleep } from "node:timers/promises";
import { app, type HttpMethod } from "@azure/functions";
import { createSecretClient, createTableClient } from "./azure-clients.ts";
import { readSettings, type Settings } from "./config.ts";
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
import { DOCUMENTED_LIMITS } from "./connector/adjustable-limits.ts";
import { ROUTE_PREFIX } from "./connector/definition.ts";
import { logTo, toHttpHandler } from "./http/functions-runtime.ts";
import { createHealthHandler, type HealthCheck } from "./http/health.ts";
import { createInvocationLog } from "./http/invocation-log.ts";
import type { Handler } from "./http/message.ts";
import { createOperationHandler, type OperationHandlerOptions } from "./http/operation-handler.ts";
import { createHourlyLimits } from "./limits/hourly-limits.ts";
import type { AnyOperation } from "./operations/operation.ts";
import { createPosting } from "./posting/posting.ts";
import type { KeyRing } from "./sealing/key-ring.ts";
import { createKeyVault } from "./sealing/key-vault.ts";
import { createKeyVaultKeyRing } from "./sealing/key-vault-key-ring.ts";
import { createLocalKeyRing } from "./sealing/local-key-ring.ts";
import { createSealer } from "./sealing/seal.ts";
import { withCircuitBreaker } from "./store/circuit-breaker.ts";
import { createMemoryStore } from "./store/memory-store.ts";
import type { Store } from "./store/store.ts";
import { createTableStore } from "./store/table-store.ts";
import { createTrigger } from "./trigger/trigger.ts";
import { createXTransport } from "./x/transport.ts";
import { createUserDirectory } from "./x/user-directory.ts";

/** What a process needs beside a call to X before it tells again that it works on a post or a grant. */
const LEASE_MARGIN_MS = 15_000;

const every = (ms: number, run: () => void) => {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
};

/** Handlers that are no operation, by what they are for. */
interface Connector {
  readonly operationOptions: OperationHandlerOptions;
  readonly authorize: Handler;
  readonly callback: Handler;
  readonly token: Handler;
  readonly connectPage: Handler;
  readonly health: Handler;
  /** Removes rows that nobody needs any more; answers how many. */
  purgeExpired(): Promise<number>;
}

/** Rooms that know of no call report here. */
const calls = createInvocationLog();
const { report: log } = calls;

const KEY_SECRET = "x-connector-key";

const createKeyRing = (
  { keyVaultUrl, identityClientId, localStateDir }: Settings,
  clock: () => number,
): KeyRing => {
  if (!keyVaultUrl) return createLocalKeyRing(localStateDir);
  const client = createSecretClient(keyVaultUrl, identityClientId);
  const vault = createKeyVault({ client: () => client, secretName: KEY_SECRET });
  return createKeyVaultKeyRing({ vault, clock, log });
};

/** Rows that one run of the timer removes at most; the next run goes on. */
const PURGE_LIMIT = 5_000;
const STATE_TABLE = "xconnector";

const createStore = (
  { tableEndpoint, tableConnectionString, identityClientId, storeTimeoutMs }: Settings,
  clock: () => number,
): Store => {
  if (!tableEndpoint && !tableConnectionString) return createMemoryStore({ clock, log });
  const location = {
    endpoint: tableEndpoint,
    connectionString: tableConnectionString,
    tableName: STATE_TABLE,
  };
  const client = createTableClient(location, identityClientId);
  return withCircuitBreaker(
    createTableStore({ client: () => client, clock, log, timeoutMs: storeTimeoutMs }),
  );
};

/** Whatever is built has settings that can be used. */
const WELL_SET: HealthCheck = { name: "settings", run: async () => undefined };

const createConnector = (settings: Settings): Connector => {
  const clock = () => Date.now();
  const { limits } = settings;
  const store = createStore(settings, clock);
  const keys = createKeyRing(settings, clock);
  const sealer = createSealer(keys, clock);
  const openToken = createTokenOpener(sealer, clock);
  const xOAuth = createXOAuth(settings.xApiOrigin, settings.xTimeoutMs);
  const leaseMs = settings.xTimeoutMs + LEASE_MARGIN_MS;
  const accounts = createAccounts({ store, sealer, clock, sleep });
  const unfinished = createUnfinishedSignIns({ store, accounts, xOAuth });
  const grants = createGrants({ accounts, xOAuth, unfinished, clock, sleep, leaseMs });
  const connections = createConnections({
    accounts,
    grants,
    clock,
    connectionsPerUser: limits.connectionsPerUser,
  });
  const signIn = createSignIn({ xOAuth, grants, connections, unfinished, clock, sleep });
  const { oauthRedirectUrls: moreRedirects } = settings;
  const addressOf = ({ url }: { readonly url: URL }, route: string) =>
    `${settings.publicOrigin ?? url.origin}${ROUTE_PREFIX}/${route}`;
  const callbackUrl = (request: { readonly url: URL }) => addressOf(request, "oauth2/callback");

  return {
    operationOptions: {
      openConnection: (headers) => openToken(headers.get("authorization")),
      credentialsOf: createCredentials(connections, clock),
      limits: createHourlyLimits({ store, clock, sleep, limits }),
      transport: createXTransport(settings.xApiOrigin, settings.xTimeoutMs),
      directory: createUserDirectory(clock),
      trigger: createTrigger({ sealer, store, clock, sleep, log, limits }),
      addressOf,
      posting: createPosting({ store, clock, sleep, leaseMs, every }),
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
    purgeExpired: () => store.purgeExpired(PURGE_LIMIT),
    health: createHealthHandler(
      [
        WELL_SET,
        { name: "keys", run: () => keys.newest() },
        { name: "store", run: () => store.read({ partition: "health", row: "health" }) },
      ],
      limits,
    ),
  };
};

const warnOfRetired = ({ retired }: Settings): void => {
  for (const setting of retired) log("warn", { setting, cause: "does nothing any more" });
};

let connector: Connector | undefined;
const built = (): Connector => {
  if (connector) return connector;
  const settings = readSettings();
  warnOfRetired(settings);
  connector = createConnector(settings);
  return connector;
};

/** The connection token is the key, so the runtime asks for none of its own. */
const AUTH_LEVEL = "anonymous";

/** Registers an operation with the Functions runtime under its operationId. */
export const registerOperation = (operation: AnyOperation): void => {
  let handler: Handler | undefined;
  app.http(operation.operationId, {
    methods: [operation.method],
    route: operation.route,
    authLevel: AUTH_LEVEL,
    handler: toHttpHandler(() => {
      handler ??= createOperationHandler(operation, built().operationOptions);
      return handler;
    }, calls),
  });
};

export interface Endpoint {
  readonly name: string;
  readonly method: HttpMethod;
  readonly route: string;
}

const registerHandler = ({ name, method, route }: Endpoint, handler: () => Handler): void => {
  app.http(name, {
    methods: [method],
    route,
    authLevel: AUTH_LEVEL,
    handler: toHttpHandler(handler, calls),
  });
};

/** Registers what is no operation of the contract. */
export const registerEndpoint = (
  endpoint: Endpoint,
  pick: (connector: Connector) => Handler,
): void => registerHandler(endpoint, () => pick(built()));

/** Registers the health check, which answers also where the settings are so wrong that nothing else can. */
export const registerHealth = (endpoint: Endpoint): void =>
  registerHandler(endpoint, () => {
    try {
      return built().health;
    } catch (error) {
      const settings = { ...WELL_SET, run: () => Promise.reject(error) };
      return createHealthHandler([settings], DOCUMENTED_LIMITS);
    }
  });

/** Registers work that is done by the clock. `schedule` is an NCRONTAB expression, UTC. */
export const registerTimer = (
  { name, schedule }: { readonly name: string; readonly schedule: string },
  run: (connector: Connector) => Promise<number>,
): void => {
  app.timer(name, {
    schedule,
    handler: async (_timer, context) => {
      const rows = await calls.run(logTo(context), () => run(built()));
      context.info(JSON.stringify({ operation: name, rows }));
    },
  });
};
