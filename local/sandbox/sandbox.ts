/** The sandbox X: a server on this machine that speaks X API v2 and keeps what it is told, until it stops. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CONSENT_ADDRESS } from "../../src/connector/consent-addresses.ts";
import { createMovableClock, type MovableClock } from "../clock.ts";
import { createAnswers } from "./answers/answers.ts";
import { createApi } from "./api/api.ts";
import { createControl } from "./control/control.ts";
import { createFaults } from "./faults.ts";
import { createHandler } from "./http/handler.ts";
import { createUploads } from "./media/uploads.ts";
import { appSchema } from "./oauth/apps.ts";
import { createOAuth } from "./oauth/oauth.ts";
import { createRateLimits } from "./rate-limits.ts";
import { createRecordedCalls } from "./recorded-calls.ts";
import { SANDBOX_USER } from "./seed/people.ts";
import { seed } from "./seed/seed.ts";
import { createWorld } from "./world/world.ts";

export { SANDBOX_USER } from "./seed/people.ts";

/** The X app that is always registered. Its Client ID has the form of X's: base64 of `…:1:ci`. */
export const SANDBOX_APP = {
  clientId: "U2FuZGJveEFwcDoxOmNp",
  clientSecret: "sandbox-client-secret",
  name: "Sandbox app",
} as const;

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly clock: MovableClock;
  /** Ends every connection, those that wait for an answer too. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0, any free port, unless given. */
  readonly port?: number;
  readonly clock?: MovableClock;
}

/** Rejects when the port is taken. */
export const startSandbox = async ({
  port = 0,
  clock = createMovableClock(),
}: SandboxOptions = {}): Promise<Sandbox> => {
  let origin = "";
  const world = createWorld(() => clock.now());
  const oauth = createOAuth(world, SANDBOX_USER.username);
  const faults = createFaults(world.now);
  const calls = createRecordedCalls();
  const uploads = createUploads(world);
  const answers = createAnswers(world, () => origin);
  const rateLimits = createRateLimits(world.now);

  seed(world);
  oauth.register(appSchema.parse({ ...SANDBOX_APP, callbackUrls: ["loopback", CONSENT_ADDRESS] }));

  const server = createServer(
    createHandler({
      world,
      oauth,
      faults,
      calls,
      uploads,
      api: createApi({ world, oauth, rateLimits, answers, uploads }),
      control: createControl({ world, clock, faults, uploads, oauth, calls, origin: () => origin }),
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: origin,
    clock,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
