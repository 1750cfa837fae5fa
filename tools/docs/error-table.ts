/** The errors as docs/errors.md tells them: what each code means to whoever meets it, and what to do. */
import { WINDOW_MS } from "../../local/sandbox/rate-limits.ts";
import { type ErrorCode, STATUS_BY_CODE } from "../../src/connector/errors.ts";

const SIGN_IN = "Open the connection and sign in again.";
/** Seconds, which the platform's own few repeats outlast. */
const SHORT_WAIT =
  "Nothing, as a rule: the platform repeats the call a few times, which outlasts most of it.";
/** Longer than the platform goes on repeating: Logic Apps less than four minutes, Power Automate some fifteen. */
const LONG_WAIT =
  "Wait as long as `Retry-After` says, then run the flow again: the platform's few repeats end long before.";

const WHAT_TO_DO: Readonly<Record<ErrorCode, readonly [meaning: string, remedy: string]>> = {
  InvalidParameter: ["An input is wrong.", "Correct what `target` or `details` names."],
  SearchTextTooLong: ["The search text is over the limit.", "Shorten it, or split the search."],
  NothingToPost: ["There is neither text nor media.", "Give at least one of them."],
  ConnectionInvalid: ["The connection's token is missing, wrong or too old.", SIGN_IN],
  ConnectionReplaced: ["Newer connections of the X account have taken its place.", SIGN_IN],
  BudgetReached: [
    "What may be spent is used up; X was not asked. `budget` tells which budget, `left` what is left of it, `beginsAnew` when it begins anew.",
    "Ask for less, wait, or raise the budget ([docs/spending.md](spending.md#budgets)).",
  ],
  CreditsDepleted: [
    "The X app has no credits left.",
    "Add credits at <https://console.x.com>. Nobody else can: X bills the app's owner.",
  ],
  DuplicateContent: [
    "X has this text from this account already.",
    "Change the text; `existingTweetId` names the tweet that is there.",
  ],
  NotEnrolled: [
    "The X app's project or plan does not allow the call.",
    "Move the app into a project whose plan does, at <https://console.x.com>.",
  ],
  SpendCapReached: [
    "The X app may not spend more in this period.",
    "Raise the spending limit at <https://console.x.com>, or wait for the next period.",
  ],
  MissingScope: [
    "The connection may not do this.",
    "Give the X app read and write permissions, then sign in to the connection again.",
  ],
  UserProtected: ["The account shows its posts to followers only.", "Follow it, or leave it out."],
  UserSuspended: ["X has suspended the account.", "Leave it out."],
  NotPermitted: ["X refuses, for the reason in `x`.", "Do what the reason says."],
  UserNotFound: ["X knows no such handle.", "Check the spelling; handles change."],
  TweetNotFound: ["The tweet is gone, or was never there.", "Check the id; it is digits only."],
  MediaTooLarge: ["The file is over the limit.", "Make it smaller."],
  UnsupportedMedia: [
    "X takes no file of this kind.",
    "Use a JPEG, PNG, WEBP or GIF image, or an MP4, MOV or WebM video.",
  ],
  HourlyLimitReached: [
    "The connection's calls of this hour are used up: a wait of up to an hour.",
    LONG_WAIT,
  ],
  XRateLimited: [
    `X wants fewer calls from this user or app: a wait of up to ${WINDOW_MS / 60_000} minutes, a day for posts, or a month where X's monthly cap is reached.`,
    LONG_WAIT,
  ],
  InternalError: [
    "The connector has a fault.",
    "Look at `/api/health`, then in the log for the answer's `x-request-id`, and report it.",
  ],
  XUnavailable: ["X failed or could not be reached.", SHORT_WAIT],
  StateUnavailable: ["The connector's store could not be reached.", SHORT_WAIT],
  XTimeout: ["X took too long.", "Nothing: the platform asks again, and a post is not made twice."],
};

/** Markdown. */
export const errorTable = (): string =>
  [
    "| status | code | what it means | what to do |",
    "| ---: | --- | --- | --- |",
    ...Object.entries(STATUS_BY_CODE).map(
      ([code, status]) =>
        `| ${status} | \`${code}\` | ${WHAT_TO_DO[code as ErrorCode].join(" | ")} |`,
    ),
    "",
  ].join("\n");
