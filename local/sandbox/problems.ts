/** X's error bodies, word for word: https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
import { ReplyError } from "./http/reply.ts";

export const problemType = (name: string): string => `https://api.twitter.com/2/problems/${name}`;

/** X sends problems of its gateway as such, and its 400 as plain JSON. */
const PROBLEM = { "content-type": "application/problem+json; charset=utf-8" };

export const problem = (
  status: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): ReplyError => new ReplyError({ status, json: body, headers: { ...PROBLEM, ...headers } });

/** A problem of no type of its own. */
export const plainProblem = (
  status: number,
  title: string,
  detail = title,
  headers: Readonly<Record<string, string>> = {},
): ReplyError => problem(status, { title, type: "about:blank", status, detail }, headers);

export const unauthorized = (): ReplyError => plainProblem(401, "Unauthorized");
export const forbidden = (detail = "Forbidden"): ReplyError =>
  plainProblem(403, "Forbidden", detail);
export const notFoundPath = (): ReplyError => plainProblem(404, "Not Found");

export const tooManyRequests = (headers: Readonly<Record<string, string>>): ReplyError =>
  plainProblem(429, "Too Many Requests", "Too Many Requests", headers);

/** 400 about one parameter. */
export const invalidRequest = (
  parameter: string,
  values: string | readonly string[],
  message: string,
): ReplyError =>
  new ReplyError({
    status: 400,
    json: {
      errors: [{ parameters: { [parameter]: [values].flat() }, message }],
      title: "Invalid Request",
      detail: "One or more parameters to your request was invalid.",
      type: problemType("invalid-request"),
    },
  });

export const oauth1Permissions = (): ReplyError =>
  problem(403, {
    title: "Forbidden",
    detail:
      "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.",
    type: problemType("oauth1-permissions"),
    status: 403,
  });

type Resource = "user" | "tweet" | "media";

const about = (resource: Resource, parameter: string, value: string) => ({
  value,
  resource_id: value,
  resource_type: resource,
  parameter,
});

export const notFound = (resource: Resource, parameter: string, value: string) => ({
  ...about(resource, parameter, value),
  title: "Not Found Error",
  detail: `Could not find ${resource} with ${parameter}: [${value}].`,
  type: problemType("resource-not-found"),
});

export const userSuspended = (parameter: string, value: string) => ({
  ...about("user", parameter, value),
  title: "Forbidden",
  detail: `User has been suspended: [${value}].`,
  type: problemType("resource-not-found"),
});

/** `section` is where in the answer it would have been. */
export const notAuthorized = (
  resource: Resource,
  parameter: string,
  value: string,
  section: "data" | "includes",
) => ({
  ...about(resource, parameter, value),
  section,
  title: "Authorization Error",
  detail: `Sorry, you are not authorized to see the ${resource === "tweet" ? "Tweet" : resource} with ${parameter}: [${value}].`,
  type: problemType("not-authorized-for-resource"),
});
