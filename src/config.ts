/** The settings: read from the environment here and nowhere else, and checked before anything is built on them. */
import * as z from "zod";
import {
  ADJUSTABLE_LIMITS,
  type AdjustableLimit,
  type AdjustableLimits,
} from "./connector/adjustable-limits.ts";
import { toMicroDollars } from "./x/prices.ts";

const origin = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .transform((text) => new URL(text).origin);

const limitSetting = ({ documented, least, most }: AdjustableLimit) =>
  z.coerce
    .number({ error: "must be a number" })
    .int({ error: "must be a whole number" })
    .min(least, { error: `must be at least ${least}` })
    .max(most, { error: `must be at most ${most}` })
    .default(documented);

/** US dollars as whole micro-dollars. */
const budgetSetting = z.coerce
  .number({ error: "must be an amount of US dollars" })
  .min(0, { error: "must be at least 0" })
  .max(1_000_000, { error: "must be at most 1000000" })
  .optional()
  .transform(toMicroDollars);

const environment = z.object({
  /** Where X's API is. */
  X_API_ORIGIN: origin.default("https://api.x.com"),
  /** Where X asks its users for consent. */
  X_AUTHORIZE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .default("https://x.com/i/oauth2/authorize"),
  /** How long one call to X may take, in milliseconds. */
  X_TIMEOUT_MS: z.coerce
    .number({ error: "must be a number of milliseconds" })
    .int()
    .min(100)
    .max(90_000)
    .default(30_000),
  /** The documented limits, where an admin wants others. */
  POSTS_PER_HOUR: limitSetting(ADJUSTABLE_LIMITS.postsPerHour),
  CALLS_PER_HOUR: limitSetting(ADJUSTABLE_LIMITS.otherCallsPerHour),
  POLL_INTERVAL_MINUTES: limitSetting(ADJUSTABLE_LIMITS.pollIntervalMinutes),
  TWEETS_PER_POLL: limitSetting(ADJUSTABLE_LIMITS.tweetsPerPoll),
  CONNECTIONS_PER_USER: limitSetting(ADJUSTABLE_LIMITS.connectionsPerUser),
  /** US dollars that each X app may spend a UTC day, and a month. */
  BUDGET_PER_DAY: budgetSetting,
  BUDGET_PER_MONTH: budgetSetting,
  /** Whether what a budget bounds is read from X while the store, and with it the budget, is away. */
  BUDGET_WITHOUT_STORE: z.enum(["refuse", "read"]).default("refuse"),
  /** X's ids of users who own their X app, separated by spaces: X bills them less for their own data. */
  X_APP_OWNERS: z
    .string()
    .default("")
    .transform((text) => text.split(/\s+/).filter((id) => id !== ""))
    .pipe(z.array(z.string().regex(/^\d{1,19}$/, { error: "must be ids of X, of digits only" }))),
  /** SHA-256, in hexadecimal, of the key that the health check tells spending for. */
  ADMIN_KEY_SHA256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: "must be 64 hexadecimal digits" })
    .optional(),
  /** Further addresses that a sign-in may be sent to, separated by spaces. */
  OAUTH_REDIRECT_URLS: z
    .string()
    .default("")
    .transform((text) => text.split(/\s+/).filter((url) => url !== ""))
    .pipe(z.array(z.url({ error: "must be addresses separated by spaces" }))),
  /** This deployment's own origin; Azure gives the host's name. */
  PUBLIC_ORIGIN: origin.optional(),
  /** Core Tools set it to localhost:PORT on a developer's machine. */
  WEBSITE_HOSTNAME: z
    .string()
    .optional()
    .transform((host) => (host?.startsWith("localhost") ? undefined : host)),
  /** The vault that holds the key, https://NAME.vault.azure.net. */
  KEY_VAULT_URL: z.url({ protocol: /^https$/, error: "must be an https address" }).optional(),
  /** Client id of the user-assigned identity that reads the vault. */
  AZURE_CLIENT_ID: z.string().optional(),
  /** Where the state is kept: the storage account's table endpoint, opened by the identity. */
  TABLE_ENDPOINT: z.url({ protocol: /^https$/, error: "must be an https address" }).optional(),
  /** The same with a connection string, for Azurite. */
  TABLE_CONNECTION_STRING: z.string().optional(),
  /**
   * How long one operation on the table may take, in milliseconds. It takes some 20, and a call must not become slower
   * by two seconds because it does not.
   */
  STORE_TIMEOUT_MS: z.coerce
    .number({ error: "must be a number of milliseconds" })
    .int()
    .min(100)
    .max(30_000)
    .default(1_500),
  /** Folder of the key that seals connection tokens where there is no Key Vault. */
  LOCAL_STATE_DIR: z.string().min(1).default(".local"),
});

/** Settings of earlier versions, which do nothing any more. */
const RETIRED_SETTINGS = ["TRIGGER_MAX_NEW_MATCHES"];

/** The name of every setting there is. */
export const SETTING_NAMES: readonly string[] = Object.keys(environment.shape);
/** What a setting is where nothing is set; those that are nothing then are left out. */
export const settingDefaults = (): Readonly<Record<string, unknown>> => environment.parse({});

export interface Settings {
  readonly xApiOrigin: string;
  readonly xAuthorizeUrl: string;
  readonly xTimeoutMs: number;
  readonly limits: AdjustableLimits;
  /** Names of settings that are given and do nothing any more. */
  readonly retired: readonly string[];
  /** Micro-dollars that each X app may spend; undefined where there is no budget. */
  readonly budgetPerDay: number | undefined;
  readonly budgetPerMonth: number | undefined;
  readonly readsWithoutStore: boolean;
  readonly appOwners: readonly string[];
  readonly adminKeySha256: string | undefined;
  readonly oauthRedirectUrls: readonly string[];
  /** Undefined on a developer's machine. */
  readonly publicOrigin: string | undefined;
  readonly keyVaultUrl: string | undefined;
  readonly identityClientId: string | undefined;
  /** Neither this nor the connection string: state is kept in memory. */
  readonly tableEndpoint: string | undefined;
  readonly tableConnectionString: string | undefined;
  readonly storeTimeoutMs: number;
  readonly localStateDir: string;
}

/** Settings that cannot be used; `problems` names each with what is wrong, never with its value. For the log only. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The connector's settings are wrong: ${problems.join("; ")}.`);
    this.problems = problems;
  }
}

/** What instances must share in Azure, where they have neither files nor memory in common. */
const missingInAzure = (data: z.output<typeof environment>): string[] => [
  ...(data.KEY_VAULT_URL ? [] : ["KEY_VAULT_URL must be set in Azure"]),
  ...(data.TABLE_ENDPOINT || data.TABLE_CONNECTION_STRING
    ? []
    : ["TABLE_ENDPOINT must be set in Azure"]),
];

/** Throws SettingsError. An empty variable counts as not set. */
export const readSettings = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): Settings => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  if (!result.success) {
    throw new SettingsError(
      result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
    );
  }
  const { data } = result;
  const missing = data.WEBSITE_HOSTNAME ? missingInAzure(data) : [];
  if (missing.length > 0) throw new SettingsError(missing);
  return {
    xApiOrigin: data.X_API_ORIGIN,
    xAuthorizeUrl: data.X_AUTHORIZE_URL,
    xTimeoutMs: data.X_TIMEOUT_MS,
    limits: {
      postsPerHour: data.POSTS_PER_HOUR,
      otherCallsPerHour: data.CALLS_PER_HOUR,
      pollIntervalMinutes: data.POLL_INTERVAL_MINUTES,
      tweetsPerPoll: data.TWEETS_PER_POLL,
      connectionsPerUser: data.CONNECTIONS_PER_USER,
    },
    retired: RETIRED_SETTINGS.filter((name) => name in given),
    budgetPerDay: data.BUDGET_PER_DAY,
    budgetPerMonth: data.BUDGET_PER_MONTH,
    readsWithoutStore: data.BUDGET_WITHOUT_STORE === "read",
    appOwners: data.X_APP_OWNERS,
    adminKeySha256: data.ADMIN_KEY_SHA256?.toLowerCase(),
    oauthRedirectUrls: data.OAUTH_REDIRECT_URLS,
    publicOrigin:
      data.PUBLIC_ORIGIN ?? (data.WEBSITE_HOSTNAME && `https://${data.WEBSITE_HOSTNAME}`),
    keyVaultUrl: data.KEY_VAULT_URL,
    identityClientId: data.AZURE_CLIENT_ID,
    tableEndpoint: data.TABLE_ENDPOINT,
    tableConnectionString: data.TABLE_CONNECTION_STRING,
    storeTimeoutMs: data.STORE_TIMEOUT_MS,
    localStateDir: data.LOCAL_STATE_DIR,
  };
};
