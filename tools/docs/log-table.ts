/** The fields of the log as docs/log.md tells them, and the queries that read them. */
import { readdirSync, readFileSync } from "node:fs";
import type { LogRecord } from "../../src/connector/log.ts";

const FIELDS: Readonly<Record<keyof LogRecord, readonly [where: string, meaning: string]>> = {
  requestId: [
    "calls",
    "the answer's `x-request-id`: the platform's own `x-ms-client-request-id` where it sends one",
  ],
  operation: [
    "all but a failure without a call",
    "the operationId; else `token` (a refused sign-in or renewal), `signIn` (a page of it that could not be shown), `health`, `keys` (the vault), `saveTriggerState`, `budget` (one that is nearly used up), `writeLedger` (the ledger cannot be written for now), `setAside` (a row that cannot be read) or `PurgeExpired` (the hourly removal of expired rows)",
  ],
  connection: [
    "calls, `token`",
    "a digest that tells connections apart; absent where anybody may have called",
  ],
  status: ["calls", "the answer's HTTP status"],
  code: ["errors", "the [code](errors.md) of the error; of `token`, OAuth's"],
  cause: ["errors", "what stood behind it, cut to 200 characters; of `token`, X's reason"],
  xCalls: ["calls", "calls to X"],
  xRead: ["calls", "posts and users that X returned"],
  xCost: ["calls", "what the ledger has for the call, in US dollars"],
  xQuery: ["searches", "a digest of what X was asked, where that is not what was written"],
  handedOut: ["polls", "tweets that the trigger handed out"],
  waiting: ["polls", "tweets that wait for later polls, as an estimate"],
  beyondReach: ["polls", "of those, how many will be older than X's search reaches"],
  skippedSeconds: ["polls", "time that was passed over, because X's search no longer reaches it"],
  doubt: ["polls", "why the poll stands still: what X answered was not clearly all"],
  lagSeconds: ["polls", "how long ago the oldest tweet handed out was posted"],
  durationMs: ["calls", "milliseconds from the call to its answer"],
  grantType: ["`token`", "`authorization_code` (a sign-in) or `refresh_token` (a renewal)"],
  check: [
    "`health`",
    "the part that fails: `settings`, `keys`, `store`, or `spending` (for an admin)",
  ],
  kind: ["`setAside`", "the [kind of row](storage.md)"],
  row: ["`setAside`", "a digest of the row's key"],
  rows: ["`PurgeExpired`", "how many rows were removed"],
  setting: ["the first call", "a setting that does nothing any more"],
  app: ["`budget`", "a digest that tells X apps apart"],
  budget: ["`budget`", "which budget: `app` or a connection's digest, and `day` or `month`"],
  usedPercent: [
    "`budget`",
    "how much of it is used, from 80 % on; once a budget, period and instance",
  ],
};

/** Markdown. */
export const logTable = (): string =>
  [
    "| field | stands in | what it tells |",
    "| --- | --- | --- |",
    ...Object.entries(FIELDS).map(
      ([field, [where, meaning]]) => `| \`${field}\` | ${where} | ${meaning} |`,
    ),
    "",
  ].join("\n");

const QUERIES = new URL("../../infra/queries/", import.meta.url);

/** What a query's first line says of it. */
const purposeOf = (name: string): string =>
  readFileSync(new URL(name, QUERIES), "utf8")
    .split("\n", 1)[0]
    ?.replace(/^\/\/ /, "") ?? "";

/** Markdown. */
export const queryTable = (): string =>
  [
    "| query | what it shows |",
    "| --- | --- |",
    ...readdirSync(QUERIES)
      .toSorted()
      .map((name) => `| [${name}](../infra/queries/${name}) | ${purposeOf(name)} |`),
    "",
  ].join("\n");
