/** What is stored, kind by kind, as docs/storage.md tells it: the fields are those of the schemas that read the rows. */
import type * as z from "zod";
import {
  ACCOUNT_KEEP_MS,
  ACCOUNT_PARTITION,
  type accountSchema,
} from "../../src/connections/account.ts";
import {
  UNFINISHED_PARTITION,
  type unfinishedSchema,
} from "../../src/connections/unfinished-sign-ins.ts";
import { HOUR_PARTITION } from "../../src/limits/hourly-limits.ts";
import {
  LONGEST_WINDOW_MS,
  POST_WINDOW,
  type postStateSchema,
} from "../../src/posting/post-row.ts";
import { POST_PARTITION } from "../../src/posting/posting.ts";
import { type Note, TAKEN_BACK_PARTITION } from "../../src/posting/taken-back.ts";
import { THREAD_PARTITION, type threadStateSchema } from "../../src/publishing/thread-row.ts";
import type { BudgetRow } from "../../src/spending/budget-row.ts";
import { BUDGET_PARTITION } from "../../src/spending/budget-rows.ts";
import { APPS_PARTITION, KEPT_MONTHS, LEDGER_PARTITION } from "../../src/spending/ledger.ts";
import type { LedgerRow } from "../../src/spending/ledger-row.ts";
import { SET_ASIDE_KEEP_MS, SET_ASIDE_PARTITION } from "../../src/store/set-aside.ts";
import type { encodePollState } from "../../src/trigger/poll-state.ts";
import { STORED_STATE_SERVES, TRIGGER_PARTITION } from "../../src/trigger/stored-state.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const days = (ms: number): string => `${ms / DAY_MS} days`;
const LONGEST_WINDOW = `${LONGEST_WINDOW_MS / HOUR_MS} hours`;

type FieldsOf<T> = Readonly<Record<keyof T & string, string>>;

export interface Kind {
  /** Begins the partition's name. */
  readonly partition: string;
  readonly title: string;
  readonly key: string;
  readonly life: string;
  /** What the table holds of one row at most at the documented limits, in KB. */
  readonly mostKb: number;
  readonly file: string;
  readonly lost: string;
  readonly fields: Readonly<Record<string, string>>;
}

const ACCOUNT: FieldsOf<z.output<typeof accountSchema>> = {
  grant:
    "X's access and refresh token, when the first ends, and a digest of the app's secret, sealed",
  rejected: "X no longer takes the access token",
  lease: "who renews the grant right now, and until when",
  connections:
    "a random id of each connection, when it was opened and last used, and whether it was never used or can no longer work",
  promised: "which connection gives way to the next sign-in, and until when",
};

const UNFINISHED: FieldsOf<z.output<typeof unfinishedSchema>> = {
  grant: "the same as an account's, sealed",
};

const POST: FieldsOf<z.output<typeof postStateSchema>> = {
  tweetId: "the id of the finished post",
  sentSince: "when the first attempt was made whose outcome is not known",
  givenUpAt: "when the last such attempt was given up",
  mediaId: "X's id of the uploaded media",
  replaces: "the id of the same post before it, which was deleted",
  undone: "the mark of the undoing of the same retweet before it",
  leaseUntil: "until when somebody works on it",
};

const TAKEN_BACK: FieldsOf<Note> = {
  mark: "a random name of this taking back, by which one is told from the next",
  isSure: "X has taken it back; left out while nobody knows",
};

const THREAD: FieldsOf<z.output<typeof threadStateSchema>> = {
  run: "the flow's run that worked on it last",
  origin:
    "a digest of the flow's run that began it and of what it began, by which its posts are found",
  made: "the ids of the posts that are there, each with a digest of its content",
  reserved:
    "how many posts of the hour were counted for it, when, on which connection, and how many were used",
  isDone: "all its posts are there",
  leaseUntil: "until when somebody works on it",
};

const TRIGGER: FieldsOf<ReturnType<typeof encodePollState>> = {
  v: "the version of this form",
  key: "a digest of the search text",
  at: "when X was last read",
  cursor: "the id up to which all was handed out",
  width: "how many ids the next slice spans",
  seen: "ids that were handed out above the cursor",
  ahead: "the oldest and newest id that are known to wait",
  count: "how many of those were seen",
  waiting: "how many tweets wait, as an estimate",
  held: "how many polls stood still before a tweet without an id",
  partial: "how many polls in a row stood still because X told of errors beside its tweets",
};

const LEDGER: FieldsOf<LedgerRow> = {
  open: "what calls under way may come to, and a little room for the next ones, in micro-dollars",
  entries:
    "for each connection, flow and operation: how many calls to X there were, what they came to, and digests of the posts and users that were read, so that none counts twice",
};

const BUDGET: FieldsOf<BudgetRow> = {
  day: "the UTC day that the pots stand at",
  pots: "what the app, and each connection with a limit of its own, has spent today and this month, and that limit",
  claims: "what each instance holds for calls under way, and until when",
};

/** In the order of what their loss costs. */
export const KINDS: readonly Kind[] = [
  {
    partition: ACCOUNT_PARTITION,
    title: "a user of an X app",
    key: "a digest of the app's Client ID, and the user's id at X",
    life: `${days(ACCOUNT_KEEP_MS)} after it was last written, which a renewal does`,
    mostKb: 4,
    file: "src/connections/account.ts",
    lost: "the user signs in again, in each connection",
    fields: ACCOUNT,
  },
  {
    partition: UNFINISHED_PARTITION,
    title: "a sign-in that X has not yet told the user of",
    key: "a digest of the app's Client ID in the partition's name, and a digest of X's code",
    life: "as long as X's access token, two hours",
    mostKb: 3,
    file: "src/connections/unfinished-sign-ins.ts",
    lost: "the user signs in again",
    fields: UNFINISHED,
  },
  {
    partition: TRIGGER_PARTITION,
    title: "where a flow's trigger stands",
    key: "a digest of the app, the user, the flow's id and the search text",
    life: `as long as it serves polls that come without a state of their own, ${STORED_STATE_SERVES} hours (or as many polls)`,
    mostKb: 2,
    file: "src/trigger/stored-state.ts",
    lost: "nothing, because the platform brings the state with its polls; a poll that comes without begins anew",
    fields: TRIGGER,
  },
  {
    partition: POST_PARTITION,
    title: "a post or retweet",
    key: "the user's id at X in the partition's name, and a digest of app, flow's run, text and media",
    life: `${POST_WINDOW} after it was last written; of a thread's posts, ${LONGEST_WINDOW}`,
    mostKb: 1,
    file: "src/posting/post-row.ts",
    lost: "a repeat of that post may be posted again; X itself refuses the same text",
    fields: POST,
  },
  {
    partition: TAKEN_BACK_PARTITION,
    title: "that a post was deleted, or a retweet undone",
    key: "the user's id at X in the partition's name; the post's id",
    life: LONGEST_WINDOW,
    mostKb: 1,
    file: "src/posting/taken-back.ts",
    lost: `whoever posts the same again within ${POST_WINDOW} and names no run is told the id of what was deleted`,
    fields: TAKEN_BACK,
  },
  {
    partition: THREAD_PARTITION,
    title: "a thread",
    key: "the user's id at X in the partition's name, and a digest of app and first post",
    life: `${POST_WINDOW} after it was finished, ${LONGEST_WINDOW} after it stopped`,
    mostKb: 5,
    file: "src/publishing/thread-row.ts",
    lost: "another run that goes on with a thread that stopped begins it anew",
    fields: THREAD,
  },
  {
    partition: HOUR_PARTITION,
    title: "a connection's calls of the last hour, one row for posts and one for other calls",
    key: "the connection's id; the class stands in the partition's name",
    life: "an hour after the last call",
    mostKb: 6,
    file: "src/limits/hourly-limits.ts",
    lost: "the limit counts from zero",
    fields: { "(the row)": "the times of the calls, as one text" },
  },
  {
    partition: LEDGER_PARTITION,
    title: "what an instance has booked of an app on a UTC day",
    key: "a digest of the app's Client ID and the month in the partition's name; the day, a random name of the instance, and a number",
    life: `${KEPT_MONTHS} months after its own`,
    mostKb: 100,
    file: "src/spending/ledger.ts",
    lost: "what it tells of is missing in “Get spending”; the budgets of the month count on",
    fields: LEDGER,
  },
  {
    partition: APPS_PARTITION,
    title: "that an app has spent something in a month",
    key: "the month in the partition's name; a digest of the app's Client ID",
    life: `as long as the ledger, ${KEPT_MONTHS} months`,
    mostKb: 1,
    file: "src/spending/ledger.ts",
    lost: "`/api/health` does not tell of that app until it calls again from a new instance",
    fields: {},
  },
  {
    partition: BUDGET_PARTITION,
    title: "where the budgets of an app stand",
    key: "a digest of the app's Client ID",
    life: "two months after it was last written",
    mostKb: 20,
    file: "src/spending/budgets.ts",
    lost: "budgets are counted anew from the ledger; the limits that connections have set are gone",
    fields: BUDGET,
  },
  {
    partition: SET_ASIDE_PARTITION,
    title: "a copy of a row that could not be read",
    key: "a digest of the row's key, and the key",
    life: days(SET_ASIDE_KEEP_MS),
    mostKb: 480,
    file: "src/store/set-aside.ts",
    lost: "nothing",
    fields: { "(the row)": "what the row held" },
  },
];

const section = ({ partition, title, key, life, mostKb, file, lost, fields }: Kind): string =>
  `### \`${partition}\`: ${title}

| field | what it holds |
| --- | --- |
${Object.entries(fields)
  .map(([field, holds]) => `| ${field.startsWith("(") ? field : `\`${field}\``} | ${holds} |`)
  .join("\n")}

- *Key*: ${key}.
- *Life*: ${life}.
- *Size*: under ${mostKb} KB.
- *Written and read by*: [${file}](../${file}).
- *Lost*: ${lost}.
`;

/** Markdown. */
export const storageKinds = (): string => KINDS.map(section).join("\n");
