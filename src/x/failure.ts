/** What went wrong on a call to X, told apart without the library's error, which holds the request and its token. */
import type { IncomingHttpHeaders } from "node:http";

/**
 * `refused`: X answered with an error status. `undocumented`: X answered, with a status below 400, something else than
 * the call's documented success: errors without data, a redirect, a shape that cannot be used. `unreached`: no connection
 * came about, so X was asked nothing. `lost`: the connection ended, or the answer was cut off, too large or no JSON.
 * `timeout`: time ran out before the last byte came.
 */
export type XFailure =
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly body: unknown;
      readonly headers: IncomingHttpHeaders;
    }
  | { readonly kind: "undocumented"; readonly status: number; readonly body: unknown }
  | { readonly kind: "unreached" | "lost" | "timeout" };
