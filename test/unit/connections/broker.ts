/** The broker's pages, called as a browser calls them, with a clock and a key of the test's own. */
import { randomBytes } from "node:crypto";
import { createAuthorizeHandler } from "../../../src/connections/authorize.ts";
import { createCallbackHandler } from "../../../src/connections/callback.ts";
import type { ConnectorResponse, Handler } from "../../../src/http/message.ts";
import { createSealer } from "../../../src/sealing/seal.ts";

export const CLIENT_ID = "cGxhdGZvcm06MTpjaQ";
export const CONSENT = "https://global.consent.azure-apim.net/redirect";
const ORIGIN = "https://connector.example";
const CALLBACK_PATH = "/api/oauth2/callback";
export const CALLBACK = `${ORIGIN}${CALLBACK_PATH}`;

/** The callback address of the origin that was called, as the app makes it. */
export const callbackUrl = ({ url }: { readonly url: URL }): string =>
  new URL(CALLBACK_PATH, url).href;

/** The connector as it is reached at `origin`. */
export const createBroker = (origin = ORIGIN) => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const key = { version: "1", bytes: randomBytes(32) };
  const sealer = createSealer(
    { newest: async () => key, byVersion: async () => key },
    () => time.now,
  );
  const authorizing = createAuthorizeHandler({
    sealer,
    xAuthorizeUrl: "https://x.com/i/oauth2/authorize",
    callbackUrl,
    moreRedirects: ["https://flows.example/redirect"],
  });
  const callingBack = createCallbackHandler({ sealer, callbackUrl });

  const browse = (
    handler: Handler,
    query: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ConnectorResponse> =>
    handler(
      {
        method: "GET",
        url: new URL(`${origin}/?${new URLSearchParams(query)}`),
        headers: new Headers(headers),
        body: async () => new Uint8Array(),
      },
      () => {},
    );

  return {
    time,
    sealer,
    authorize: (query: Readonly<Record<string, string>>) =>
      browse(authorizing, {
        response_type: "code",
        client_id: CLIENT_ID,
        redirect_uri: CONSENT,
        state: "the platform's",
        ...query,
      }),
    callBack: (query: Readonly<Record<string, string>>, cookie?: string) =>
      browse(callingBack, query, cookie === undefined ? {} : { cookie }),
  };
};

export const titleOf = ({ body }: ConnectorResponse): string =>
  /<title>(.*?)<\/title>/.exec(body)?.[1] ?? "";

export const locationOf = ({ headers }: ConnectorResponse): URL =>
  new URL(headers.Location ?? "about:blank");
