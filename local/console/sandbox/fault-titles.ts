/** What can go wrong at X, in a maker's words. */
import type { Fault } from "../../sandbox/faults.ts";

export type FaultKind = Fault["kind"];

export const FAULT_TITLES: Readonly<Record<FaultKind, string>> = {
  rateLimited: "Too many calls (429)",
  rateLimitedBurst: "Too many calls in a second (429)",
  rateLimitedDay: "Too many posts in a day (429)",
  usageCapped: "Monthly cap reached (429)",
  creditsDepleted: "No credits left (402)",
  paymentRequired: "Payment required (402)",
  notEnrolled: "App belongs to no project (403)",
  duplicate: "Posted before (403)",
  unsupportedAuthentication: "Wrong kind of sign-in (403)",
  oauth1Permissions: "App may not do this (403)",
  spendCapReached: "Spend cap reached (403)",
  notPermitted: "Not permitted (403)",
  missingScope: "Scope is missing (403)",
  unauthorized: "Token is not valid (401)",
  serverError: "X is not available (503)",
  htmlError: "A web page instead of an answer (502)",
  partialErrors: "Errors, and a tweet is missing (200)",
  endlessPages: "Nothing, and a next page (200)",
  postWithoutId: "A tweet without an id (200)",
  postsWithoutIds: "Tweets without ids (200)",
  invalidJson: "A broken answer (200)",
  timedOut: "Timed out on the way (408)",
  redirected: "Sent elsewhere (302)",
  forbiddenPage: "Blocked by a firewall's page (403)",
  emptyObject: "An answer that says nothing (200)",
  errorsOnly: "Errors instead of data (200)",
  emptyPage: "A page that shows nothing yet (200)",
  cut: "The connection breaks off",
  slow: "A slow answer",
  hang: "No answer at all",
};
