/** The times that pages tell are those of the code: each is derived, or stands here with the constant it comes from. */
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/config.ts";
import { ACCOUNT_KEEP_MS } from "../../src/connections/account.ts";
import { SIGN_IN_SECONDS } from "../../src/connections/authorize.ts";
import { CODE_SECONDS } from "../../src/connections/callback.ts";
import { REFRESH_TTL_SECONDS } from "../../src/connections/connection-token.ts";
import { POST_CALLS_PER_HOUR } from "../../src/connector/limits.ts";
import { SHOWN_AFTER_MS } from "../../src/posting/post-once.ts";
import { POST_WINDOW_MS } from "../../src/posting/post-row.ts";
import { UNKNOWN_MS } from "../../src/sealing/key-lookup.ts";
import { NEWEST_MS } from "../../src/sealing/key-vault-key-ring.ts";
import { CLAIM_MS, LIMIT_HOLDS_AFTER_MS } from "../../src/spending/budgets.ts";
import { MARGIN_MS } from "../../src/spending/ledger-page.ts";
import { HOURS_A_MONTH } from "../../src/spending/search-quote.ts";
import { LEFT_ALONE_MS } from "../../src/store/circuit-breaker.ts";
import { leaseFor } from "../../src/store/lease.ts";
import { SET_ASIDE_KEEP_MS } from "../../src/store/set-aside.ts";
import { OVERLAP } from "../../src/trigger/slice.ts";
import { STORED_STATE_SERVES } from "../../src/trigger/stored-state.ts";
import { STATE_TTL_SECONDS, TROUBLE_WAIT_SECONDS } from "../../src/trigger/trigger.ts";
import { SEARCH_REACH_MS } from "../../src/x/search-range.ts";
import { HANDLE_KEPT_MS } from "../../src/x/user-directory.ts";
import { readRoot } from "../harness/read-root.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: Readonly<Record<string, number>> = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
};
const WORDS = [
  ..."one two three four five six seven eight nine ten".split(" "),
  ..."eleven twelve thirteen fourteen fifteen".split(" "),
];
const TIME = new RegExp(`\\b(\\d+|${WORDS.join("|")}) (second|minute|hour|day)s?\\b`, "g");

const vault = await readRoot("infra/modules/vault.bicep");
const VAULT_KEEPS_MS = Number(/softDeleteRetentionInDays: (\d+)/.exec(vault)?.[1]) * DAY;
const LEASE_MS = leaseFor(readSettings({}).xTimeoutMs);
/** An id of X holds its milliseconds above 22 other bits. */
const OVERLAP_MS = Number(OVERLAP >> 22n);
/** X's own, of its access tokens: https://docs.x.com/fundamentals/authentication/oauth-2-0/overview */
const X_TOKEN_MS = 2 * HOUR;

/** The platform's own, where a workflow names no other: https://learn.microsoft.com/azure/logic-apps/error-exception-handling */
const LOGIC_APPS_LONGEST_PAUSE_MS = 45 * SECOND;
const POWER_AUTOMATE_REPEATS_MS = 15 * MINUTE;

type Figure = readonly [sentence: string, ms: number];

/** By page: words that stand around a time, `_` in its place, and what it has to be. */
const FIGURES: Readonly<Record<string, readonly Figure[]>> = {
  "docs/errors.md": [
    ["four times, 5 to _ apart", LOGIC_APPS_LONGEST_PAUSE_MS],
    ["a few times within some _.", POWER_AUTOMATE_REPEATS_MS],
  ],
  "docs/posting.md": [
    ["text and media, for _", POST_WINDOW_MS],
    ["within _ by what names no run", POST_WINDOW_MS],
    ["a picture twice, _ apart", SHOWN_AFTER_MS],
    ["done --> [*]: for _ a repeat gets", POST_WINDOW_MS],
    ["the lease to end (_)", LEASE_MS],
    ["A repeat after _ is a new post", POST_WINDOW_MS],
    ["author's timeline within _;", SHOWN_AFTER_MS],
    ["is told again for _ within the same run", POST_WINDOW_MS],
    ["the row, its lease and the _ |", POST_WINDOW_MS],
  ],
  "docs/runbook.md": [
    ["A new version takes over within _", NEWEST_MS],
    ["after _ nothing needs an older version", ACCOUNT_KEEP_MS],
    ["opens what it sealed within _", UNKNOWN_MS],
    ["access tokens end within _", X_TOKEN_MS],
    ["so connections fail within _", X_TOKEN_MS],
    ["end by themselves _ after their last use", ACCOUNT_KEEP_MS],
    ["a copy is kept for _", SET_ASIDE_KEEP_MS],
    ["a post repeated within _", POST_WINDOW_MS],
    ["within _ bring it back", VAULT_KEEPS_MS],
    ["its name stays taken for _", VAULT_KEEPS_MS],
    ["Within these _ the same environment", VAULT_KEEPS_MS],
    ["down for up to _ gets the tweets", SEARCH_REACH_MS],
  ],
  "docs/search.md": [["X's search reaches _ back", SEARCH_REACH_MS]],
  "docs/spending.md": [
    ["within X's _, and what", SEARCH_REACH_MS],
    ["in a month of _.", HOURS_A_MONTH * HOUR],
    ["read within _ of midnight", MARGIN_MS],
    ["and holds _ after it was set", LIMIT_HOLDS_AFTER_MS],
    ["crashed is held for _.", CLAIM_MS],
  ],
  "docs/storage.md": [
    ["access token _ at most", X_TOKEN_MS],
    ["refresh token _ |", REFRESH_TTL_SECONDS * SECOND],
    ["the address of the next poll | _ |", STATE_TTL_SECONDS * SECOND],
    ["a cookie of the browser | _ |", SIGN_IN_SECONDS * SECOND],
    ["memory of each instance | minutes to _ |", HANDLE_KEPT_MS],
    ["is left alone for _ at a time", LEFT_ALONE_MS],
  ],
  "docs/trigger.md": [
    ["a poll reads the last _ before the cursor", OVERLAP_MS],
    ["where its search reaches back _;", SEARCH_REACH_MS],
    ["X's search reaches _ back", SEARCH_REACH_MS],
    ["polls that come without one for _;", STORED_STATE_SERVES * HOUR],
    ["asks again in _, or when X says", TROUBLE_WAIT_SECONDS * SECOND],
  ],
  "README.md": [["X's search reaches _ back", SEARCH_REACH_MS]],
  "SECURITY.md": [
    ["nothing of it is stored but, for _,", POST_WINDOW_MS],
    ["until the token ends, at most _:", X_TOKEN_MS],
    ["the same code, up to _.", X_TOKEN_MS],
    ["codes live _", CODE_SECONDS * SECOND],
  ],
};
/** No time of ours: what is measured and bounded elsewhere, and what scenarios are called. */
const NOT_OURS: readonly RegExp[] = [
  // The promise behind STORE_TIMEOUT_MS, which test/http/hanging-store.test.ts measures.
  /no call is slower than two seconds/,
];

/** One line, without what is generated and without the tables that tests print. */
const proseOf = async (page: string): Promise<string> =>
  (await readRoot(page))
    .replace(/<!-- (?!end)([^>]*?) -->[\s\S]*?<!-- end of \1 -->/g, "")
    .replace(/^\|.*\| (?:yes|no) \|.*$/gm, "")
    .replace(/\s+/g, " ");

const toMs = (figure: string, unit: string): number =>
  (WORDS.includes(figure) ? WORDS.indexOf(figure) + 1 : Number(figure)) * (UNITS[unit] ?? 0);

/** What is wrong with a page's times: those that are not the code's, and those that nothing here tells of. */
const faultsOf = (prose: string, figures: readonly Figure[]): readonly string[] => {
  let rest = NOT_OURS.reduce((text, each) => text.replace(each, ""), prose);
  const wrong = figures.filter(([sentence, ms]) => {
    const [before = "", after = ""] = sentence.split("_");
    const told = [...rest.matchAll(TIME)].find(
      ({ index, 0: time }) =>
        rest.slice(0, index).endsWith(before) && rest.slice(index + time.length).startsWith(after),
    );
    if (!told) return true;
    const [time, figure = "", unit = ""] = told;
    rest = rest.slice(0, told.index) + rest.slice(told.index + time.length);
    return toMs(figure, unit) !== ms;
  });
  return [
    ...wrong.map(([sentence]) => sentence),
    ...[...rest.matchAll(TIME)].map(([time]) => time),
  ];
};

describe.each(Object.entries(FIGURES))("%s", (page, figures) => {
  it("tells times as the code has them, and no other", async () => {
    expect(faultsOf(await proseOf(page), figures)).toEqual([]);
  });

  it("would be found out by a time that is wrong, or that nothing checks", async () => {
    const prose = await proseOf(page);
    expect(faultsOf(prose.replace(TIME, "77 days"), figures).length).toBeGreaterThan(0);
    expect(faultsOf(`${prose} Within 77 days.`, figures)).toEqual(["77 days"]);
  });
});

it("the limit that posting.md names is the documented one", async () => {
  expect(await readRoot("docs/posting.md")).toContain(
    `the limit of ${POST_CALLS_PER_HOUR} an hour`,
  );
});
