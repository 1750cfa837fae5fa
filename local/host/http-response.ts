/** From what a function returned to the answer on the socket, as the real host translates it. */
import type { ServerResponse } from "node:http";
import { sendStatus } from "../http/loopback-server.ts";
import type { Cookie, TypedData } from "./protocol.ts";

const attribute = (name: string, value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [`${name}=${value}`];

const expiry = (expires: Cookie["expires"]): string | undefined =>
  expires && new Date(expires.value.seconds * 1000).toUTCString();

/** In the worker's protocol `none` means that the handler said nothing. */
const SAME_SITE = { none: undefined, lax: "lax", strict: "strict", explicitNone: "none" };

/** ASP.NET Core's way to write a cookie, which sets a path also when none is given. */
const toSetCookie = (cookie: Cookie): string =>
  [
    `${cookie.name}=${encodeURIComponent(cookie.value)}`,
    ...attribute("expires", expiry(cookie.expires)),
    ...attribute("max-age", cookie.maxAge?.value),
    ...attribute("domain", cookie.domain?.value),
    ...attribute("path", cookie.path?.value ?? "/"),
    ...(cookie.secure?.value ? ["secure"] : []),
    ...attribute("samesite", SAME_SITE[cookie.sameSite ?? "none"]),
    ...(cookie.httpOnly?.value ? ["httponly"] : []),
  ].join("; ");

/** A function that returned nothing is answered with 204. */
export const sendResult = (
  response: ServerResponse,
  result: TypedData | null | undefined,
): void => {
  const answer = result?.http;
  if (!answer) {
    sendStatus(response, 204);
    return;
  }
  response.statusCode = Number(answer.statusCode);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.cookies?.length) response.setHeader("set-cookie", answer.cookies.map(toSetCookie));
  response.end(answer.body?.bytes);
};
