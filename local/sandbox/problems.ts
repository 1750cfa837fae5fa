/** X's error bodies, word for word: https://docs.x.com/x-api/fundamentals/response-codes-and-errors */

const TYPE = "https://api.twitter.com/2/problems";

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that ends the handling of a request. */
export class ReplyError extends Error {
  readonly reply: Reply;
  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`X answers ${status}`);
    this.reply = { status, body, headers };
  }
}

export const invalidRequest = (name: string, value: string, message: string): ReplyError =>
  new ReplyError(400, {
    errors: [{ parameters: { [name]: [value] }, message }],
    title: "Invalid Request",
    detail: "One or more parameters to your request was invalid.",
    type: `${TYPE}/invalid-request`,
  });

export const unauthorized = (): ReplyError =>
  new ReplyError(401, {
    title: "Unauthorized",
    type: "about:blank",
    status: 401,
    detail: "Unauthorized",
  });

export const forbidden = (detail: string): ReplyError =>
  new ReplyError(403, { title: "Forbidden", type: "about:blank", status: 403, detail });

export const notFound = (what: string, parameter: string, value: string) => ({
  value,
  detail: `Could not find ${what} with ${parameter}: [${value}].`,
  title: "Not Found Error",
  resource_type: what,
  parameter,
  resource_id: value,
  type: `${TYPE}/resource-not-found`,
});

export const suspended = (parameter: string, value: string) => ({
  ...notFound("user", parameter, value),
  detail: `User has been suspended: [${value}].`,
  title: "Forbidden",
});

export const notAuthorized = (what: string, parameter: string, value: string) => ({
  value,
  detail: `Sorry, you are not authorized to see the ${what} with ${parameter}: [${value}].`,
  title: "Authorization Error",
  resource_type: what,
  parameter,
  resource_id: value,
  type: `${TYPE}/not-authorized-for-resource`,
});

export const tooManyRequests = (headers: Readonly<Record<string, string>>): ReplyError =>
  new ReplyError(
    429,
    { title: "Too Many Requests", detail: "Too Many Requests", type: "about:blank", status: 429 },
    headers,
  );

export const problemTypeUrl = (name: string): string => `${TYPE}/${name}`;
