/**
 * Signs in to a connector without Power Platform: a browser consents at X, and the code comes back to this machine.
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import {
  type PlatformApp,
  type PlatformConnection,
  redeemCode,
} from "../../local/platform/sign-in.ts";

export interface LoopbackSignIn {
  /** Where the connector is, without /api. */
  readonly connectorUrl: string;
  readonly app: PlatformApp;
  /** The deployment's OAUTH_REDIRECT_URLS must hold the address of this port. */
  readonly port: number;
  /** Shows the person the address that begins the sign-in. */
  readonly show: (url: string) => void;
}

/** Compared as text by the connector, so the setting must be written exactly so. */
export const loopbackAddress = (port: number): string => `http://127.0.0.1:${port}/`;

const PAGE = "Signed in. You can close this window.";

/** Rejects with X's or the connector's reason, and when the port is taken. */
export const signInByLoopback = async ({
  connectorUrl,
  app,
  port,
  show,
}: LoopbackSignIn): Promise<PlatformConnection> => {
  const redirectUri = loopbackAddress(port);
  const state = randomUUID();
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const start = new URL(`${connectorUrl}/api/oauth2/authorize`);
  start.search = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    state,
  }).toString();
  try {
    const answered = new Promise<URLSearchParams>((resolve) => {
      server.on("request", (request, response) => {
        const { searchParams } = new URL(request.url ?? "/", redirectUri);
        // A browser asks for its icon too, and other programs may knock: neither knows the state.
        if (searchParams.get("state") !== state) return void response.writeHead(404).end();
        const reason = searchParams.get("error_description") ?? searchParams.get("error");
        response.writeHead(200, { "content-type": "text/plain; charset=utf-8" });
        response.end(reason ?? PAGE, () => resolve(searchParams));
      });
    });
    show(start.href);
    const answer = await answered;
    const code = answer.get("code");
    if (!code) throw new Error(answer.get("error_description") ?? "The sign-in gave no code.");
    return await redeemCode({ connectorUrl, app, redirectUri }, code);
  } finally {
    server.close();
    server.closeAllConnections();
  }
};
