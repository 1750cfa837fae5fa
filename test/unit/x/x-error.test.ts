import { describe, expect, it } from "vitest";
import type { ConnectorError } from "../../../src/connector/errors.ts";
import { aboutUser } from "../../../src/x/missing-resource.ts";
import { isAnswerLost, toXError } from "../../../src/x/x-error.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const NOW_SECONDS = NOW / 1000;

const refused = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  path = "users/7/retweets",
) => toXError({ kind: "refused", status, body, headers }, path, NOW);

const FORBIDDEN = { title: "Forbidden", type: "about:blank", status: 403 };
const NOT_FOUND = { title: "Not Found", type: "about:blank", status: 404 };
const RESOURCE_NOT_FOUND = "https://api.twitter.com/2/problems/resource-not-found";

describe("an error of X", () => {
  // A poll was 404 after errors without data that were typed resource-not-found: the platform takes that for final.
  it.each([
    "tweets/search/recent",
    "tweets/counts/recent",
    "users/7/timelines/reverse_chronological",
    "users/7/mentions",
    "media/upload/7/append",
    "media/upload/7/finalize",
  ])("is X's own where %s finds nothing: the caller has named nothing there", (path) => {
    const error = { title: "Not Found Error", type: RESOURCE_NOT_FOUND, detail: "Not here." };
    const typed = { kind: "undocumented", status: 200, body: { errors: [error] } } as const;
    for (const answer of [refused(404, error, {}, path), toXError(typed, path, NOW)]) {
      expect(answer).toMatchObject({ status: 502, code: "XUnavailable" });
      expect(answer.message).toContain("Not here.");
    }
  });

  it("names the user where a timeline is not found", () => {
    const error = refused(404, NOT_FOUND, {}, "users/7/tweets");
    expect(error).toMatchObject({ status: 404, code: "UserNotFound" });
  });

  it.each<[string, number, unknown, number, string]>([
    [
      "an expired token",
      401,
      { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" },
      401,
      "ConnectionInvalid",
    ],
    [
      "credits used up",
      402,
      {
        title: "CreditsDepleted",
        detail: "Your enrolled account does not have any credits.",
        type: "https://api.twitter.com/2/problems/credits",
      },
      402,
      "CreditsDepleted",
    ],
    [
      "payment required",
      402,
      { title: "Payment Required", type: "https://api.x.com/2/problems/credits-depleted" },
      402,
      "CreditsDepleted",
    ],
    [
      "duplicate content",
      403,
      { ...FORBIDDEN, detail: "You are not allowed to create a Tweet with duplicate content." },
      403,
      "DuplicateContent",
    ],
    [
      "an app outside a project",
      403,
      {
        title: "Client Forbidden",
        reason: "client-not-enrolled",
        required_enrollment: "Appropriate Level of API Access",
        type: "https://api.twitter.com/2/problems/client-forbidden",
      },
      403,
      "NotEnrolled",
    ],
    [
      "the spending cap",
      403,
      { title: "SpendCapReached", detail: "Spend cap reached.", reset_date: "2026-12-01" },
      403,
      "SpendCapReached",
    ],
    ["a missing scope", 403, { ...FORBIDDEN, detail: "Forbidden" }, 403, "MissingScope"],
    [
      "a read-only app",
      403,
      {
        ...FORBIDDEN,
        title: "Forbidden",
        type: "https://api.twitter.com/2/problems/oauth1-permissions",
        detail:
          "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.",
      },
      403,
      "MissingScope",
    ],
    [
      "the wrong kind of sign-in",
      403,
      {
        title: "Unsupported Authentication",
        type: "https://api.twitter.com/2/problems/unsupported-authentication",
      },
      403,
      "MissingScope",
    ],
    [
      "what is not permitted",
      403,
      { ...FORBIDDEN, detail: "You are not permitted to perform this action." },
      403,
      "NotPermitted",
    ],
    [
      "a 404 for a user",
      404,
      { title: "Not Found Error", type: RESOURCE_NOT_FOUND, resource_type: "user" },
      404,
      "UserNotFound",
    ],
    [
      "a 404 for a tweet",
      404,
      { title: "Not Found Error", type: RESOURCE_NOT_FOUND, resource_type: "tweet" },
      404,
      "TweetNotFound",
    ],
    ["a file that is too large", 413, "", 413, "MediaTooLarge"],
    [
      "too many requests",
      429,
      { title: "Too Many Requests", type: "about:blank", status: 429 },
      429,
      "XRateLimited",
    ],
    [
      "a server error in JSON",
      503,
      { title: "Service Unavailable", type: "about:blank", status: 503 },
      502,
      "XUnavailable",
    ],
    ["a server error in HTML", 502, "<html><body>Bad gateway</body></html>", 502, "XUnavailable"],
  ])("becomes the design's error: %s", (_name, status, body, expectedStatus, code) => {
    expect(refused(status, body)).toMatchObject({ status: expectedStatus, code });
  });

  it("keeps X's reason, in the message and apart", () => {
    const error = refused(400, {
      errors: [
        { message: "Reference to invalid operator 'near'.", parameters: { query: ["near:x"] } },
      ],
      title: "Invalid Request",
      detail: "One or more parameters to your request was invalid.",
      type: "https://api.twitter.com/2/problems/invalid-request",
    });
    expect(error).toMatchObject({ status: 400, code: "InvalidParameter" });
    expect(error.message).toContain("Reference to invalid operator 'near'.");
    expect(error.options).toMatchObject({
      target: "searchQuery",
      x: { title: "Invalid Request", detail: "Reference to invalid operator 'near'." },
    });
  });

  it("gives the date on which the spending cap ends", () => {
    const error = refused(403, { title: "SpendCapReached", reset_date: "2026-12-01" });
    expect(error.options.extra).toEqual({ resetDate: "2026-12-01" });
  });

  it("tells a tweet from a user by the path where X's 404 does not", () => {
    expect(refused(404, NOT_FOUND, {}, "users/7/followers").code).toBe("UserNotFound");
    expect(refused(404, NOT_FOUND, {}, "users/7/retweets").code).toBe("TweetNotFound");
  });

  // A page of a proxy's ended deletions as done, and told that tweets are not there.
  it.each([
    ["tweets/7", "<html>Not here</html>"],
    ["users/7/retweets/7", {}],
    ["users/7/tweets", ""],
  ])("is an outage where a 404 of %s does not say what X has not found", (path, body) => {
    const error = refused(404, body, {}, path);
    expect(error).toMatchObject({ status: 502, code: "XUnavailable" });
  });

  it("never quotes a body that is no problem document", () => {
    expect(refused(502, "<html>secret</html>").message).not.toContain("html");
  });
});

describe("Retry-After of X's 429", () => {
  const waitAfter = (
    headers: Record<string, string>,
    body: unknown = { title: "Too Many Requests" },
  ) => refused(429, body, headers).options.retryAfterSeconds;
  const at = (seconds: number) => String(NOW_SECONDS + seconds);

  it("is the end of the window, and one second more", () => {
    expect(waitAfter({ "x-rate-limit-remaining": "0", "x-rate-limit-reset": at(300) })).toBe(301);
  });
  it("is the end of the day when a day's bucket is used up", () => {
    const window = { "x-rate-limit-remaining": "0", "x-rate-limit-reset": at(300) };
    const day = { "x-user-limit-24hour-remaining": "0", "x-user-limit-24hour-reset": at(40_000) };
    expect(waitAfter({ ...window, ...day })).toBe(40_001);
  });
  it("is the app's day before the user's", () => {
    const user = { "x-user-limit-24hour-remaining": "0", "x-user-limit-24hour-reset": at(10) };
    const app = { "x-app-limit-24hour-remaining": "0", "x-app-limit-24hour-reset": at(20) };
    expect(waitAfter({ ...user, ...app })).toBe(21);
  });
  it("is seconds when the window still has calls left", () => {
    expect(waitAfter({ "x-rate-limit-remaining": "12", "x-rate-limit-reset": at(600) })).toBe(5);
  });
  it("is a minute without any header, and never less than a second", () => {
    expect(waitAfter({})).toBe(60);
    expect(waitAfter({ "x-rate-limit-remaining": "0", "x-rate-limit-reset": at(-90) })).toBe(1);
  });
  it("is the next month, or day, when the usage cap is reached", () => {
    const type = "https://api.twitter.com/2/problems/usage-capped";
    const month = (Date.parse("2026-12-01T00:00:00Z") - NOW) / 1000 + 1;
    expect(waitAfter({}, { type, period: "Monthly" })).toBe(month);
    expect(waitAfter({}, { type, period: "Daily" })).toBe(12 * 3600 + 1);
  });
});

describe("a user whom X gives no data for", () => {
  const missing = (body: object) =>
    aboutUser(
      "contoso",
      Promise.reject(toXError({ kind: "undocumented", status: 200, body }, "users", NOW)),
    ).catch((error: ConnectorError) => error);

  it.each<[string, object, string]>([
    [
      "unknown",
      { type: RESOURCE_NOT_FOUND, detail: "Could not find user with username: [x]." },
      "UserNotFound",
    ],
    [
      "suspended",
      { type: RESOURCE_NOT_FOUND, detail: "User has been suspended: [x]." },
      "UserSuspended",
    ],
    [
      "protected",
      { type: "https://api.x.com/2/problems/not-authorized-for-resource" },
      "UserProtected",
    ],
  ])("is %s", async (_name, problem, code) => {
    const error = await missing({ errors: [problem] });
    expect(error.code).toBe(code);
    expect(error.options.target).toBe("userName");
    expect(error.message).toContain("@contoso");
  });
  it("is X's trouble when X says nothing at all", async () => {
    expect((await missing({})).code).toBe("XUnavailable");
  });
});

describe("a call without an answer", () => {
  it.each([
    [408, true],
    [500, true],
    [503, true],
    [400, false],
    [403, false],
    [429, false],
  ])("may have been carried out after status %i: %s", (status, mayBe) => {
    expect(isAnswerLost(refused(status, { title: "X's own words" }))).toBe(mayBe);
  });

  it("may have been carried out after a refusal that says nothing, as a page's before X", () => {
    for (const status of [400, 403, 404, 429]) {
      for (const body of ["", undefined, {}]) {
        expect(isAnswerLost(refused(status, body))).toBe(true);
      }
    }
  });

  it("may have been carried out after a redirect or an answer that is not the documented one", () => {
    for (const status of [200, 201, 204, 302, 307]) {
      const error = toXError({ kind: "undocumented", status, body: {} }, "tweets", NOW);
      expect([error.status, isAnswerLost(error)]).toEqual([502, true]);
    }
  });

  it("is 504 when time ran out and 502 when the connection broke; either may have been carried out", () => {
    const timeout = toXError({ kind: "timeout" }, "tweets", NOW);
    const lost = toXError({ kind: "lost" }, "tweets", NOW);
    expect([timeout.status, timeout.code]).toEqual([504, "XTimeout"]);
    expect([lost.status, lost.code]).toEqual([502, "XUnavailable"]);
    expect([timeout, lost].every(isAnswerLost)).toBe(true);
  });
});
