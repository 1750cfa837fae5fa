/** The headers of answers as docs/reference.md tells them. */
const HEADERS: readonly (readonly [header: string, where: string, meaning: string])[] = [
  [
    "x-request-id",
    "operations",
    "names the call in the [log](log.md); the platform's own id where it sent one",
  ],
  ["x-connector-x-calls", "operations", "how many calls to X the answer took"],
  [
    "x-connector-x-cost",
    "operations",
    "what the [ledger](spending.md#the-ledger) has for them, in US dollars",
  ],
  [
    "x-connector-x-query",
    "searches",
    "what X was asked, where that is not what was written; percent-encoded where it is not ASCII",
  ],
  [
    "x-connector-notice",
    "operations",
    "what else there is to know: results that were capped, an @ that was removed, a post that was made before, tweets that were passed over",
  ],
  ["x-connector-backlog", "the trigger", "how many tweets wait for later polls, as an estimate"],
  ["RateLimit-Limit", "operations", "calls an hour that the connection may make"],
  ["RateLimit-Remaining", "operations", "how many of them are left"],
  ["RateLimit-Reset", "operations", "seconds until the oldest of them no longer counts"],
  ["Retry-After", "the trigger; 429, 502, 503 and 504", "seconds to wait before asking again"],
  [
    "Location",
    "the trigger; the pages of a sign-in",
    "the address of the next poll, with its state; where the browser goes next",
  ],
  ["Set-Cookie", "the pages of a sign-in", "ties a sign-in to the browser that began it"],
  ["Content-Type", "all with a body", "JSON, or a page of the sign-in"],
  ["Cache-Control", "all", "`no-store`"],
  ["X-Content-Type-Options", "all with a body", "`nosniff`"],
  ["Content-Security-Policy", "the pages of a sign-in", "they load nothing and go into no frame"],
  ["Referrer-Policy", "the pages of a sign-in", "`no-referrer`"],
];

/** Markdown. */
export const headerTable = (): string =>
  [
    "| header | stands in answers of | what it tells |",
    "| --- | --- | --- |",
    ...HEADERS.map(([header, where, meaning]) => `| \`${header}\` | ${where} | ${meaning} |`),
    "",
  ].join("\n");
