/** What went wrong on a call to X, told apart without the library's error, which holds the request and its token. */
import type { IncomingHttpHeaders } from "node:http";
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from "twitter-api-v2";

/**
 * `refused`: X answered with an error status. `lost`: the connection ended or the answer was cut or no JSON, so
 * nobody knows whether X acted. `timeout`: the same, because time ran out.
 */
export type XFailure =
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly body: unknown;
      readonly headers: IncomingHttpHeaders;
    }
  | { readonly kind: "lost" | "timeout" };

/** Undefined when `thrown` is no failure of a call but a bug. */
export const toXFailure = (thrown: unknown, signal: AbortSignal): XFailure | undefined => {
  if (thrown instanceof ApiResponseError) {
    return {
      kind: "refused",
      status: thrown.code,
      body: thrown.data,
      headers: thrown.headers ?? {},
    };
  }
  if (thrown instanceof ApiPartialResponseError || thrown instanceof ApiRequestError) {
    return { kind: signal.aborted ? "timeout" : "lost" };
  }
  return undefined;
};
