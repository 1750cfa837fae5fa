/** The sandbox X: a server on this machine that speaks X API v2 and keeps what it is told, until it stops. */
import { CONSENT_ADDRESS } from "../../src/connector/consent-addresses.ts";
import { createMovableClock, type MovableClock } from "../clock.ts";
import { type Patience, startLoopbackServer } from "../http/loopback-server.ts";
import { createAnswers } from "./answers/answers.ts";
import { createApi } from "./api/api.ts";
import { createBill } from "./bill.ts";
import { createControl } from "./control/control.ts";
import { createFaults } from "./faults.ts";
import { createHandler } from "./http/handler.ts";
import { MAX_BODY_BYTES } from "./http/request.ts";
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
  /** How long a caller may take to send a request. */
  readonly patience?: Patience;
}

/** Rejects when the port is taken. */
export const startSandbox = async ({
  port = 0,
  clock = createMovableClock(),
  patience,
}: SandboxOptions = {}): Promise<Sandbox> => {
  let origin = "";
  const world = createWorld(() => clock.now());
  const oauth = createOAuth(world, SANDBOX_USER.username);
  const faults = createFaults(world.now);
  const calls = createRecordedCalls();
  const bill = createBill(world);
  const uploads = createUploads(world);
  const answers = createAnswers(world, () => origin);
  const rateLimits = createRateLimits(world.now);

  seed(world);
  oauth.register(appSchema.parse({ ...SANDBOX_APP, callbackUrls: ["loopback", CONSENT_ADDRESS] }));

  const server = await startLoopbackServer({
    port,
    maxBodyBytes: MAX_BODY_BYTES,
    patience,
    handle: createHandler({
      world,
      oauth,
      faults,
      calls,
      bill,
      uploads,
      api: createApi({ world, oauth, rateLimits, answers, uploads }),
      control: createControl({
        world,
        clock,
        faults,
        uploads,
        oauth,
        calls,
        bill,
        origin: () => origin,
      }),
    }),
  });
  origin = server.url;

  return { url: origin, clock, close: server.close };
};
