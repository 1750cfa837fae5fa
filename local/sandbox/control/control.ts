/** How a test or the console looks into the sandbox and moves it: JSON over HTTP below /sandbox/. */
import * as z from "zod";
import type { MovableClock } from "../../clock.ts";
import type { Bill } from "../bill.ts";
import { type Faults, faultSchema } from "../faults.ts";
import type { Reply } from "../http/reply.ts";
import type { ApiRequest } from "../http/request.ts";
import { processingSchema } from "../media/processing.ts";
import type { Uploads } from "../media/uploads.ts";
import { appSchema } from "../oauth/apps.ts";
import type { OAuth } from "../oauth/oauth.ts";
import type { RecordedCalls } from "../recorded-calls.ts";
import type { NewUser } from "../world/users.ts";
import type { World } from "../world/world.ts";
import { createPosts } from "./create-posts.ts";
import { clockSchema, creditsSchema, newPostSchema, userSchema } from "./schemas.ts";
import { describeState, describeUser } from "./state.ts";

export interface ControlParts {
  readonly world: World;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly uploads: Uploads;
  readonly oauth: OAuth;
  readonly calls: RecordedCalls;
  readonly bill: Bill;
  /** Where pictures are. */
  readonly origin: () => string;
}

/** Without the properties that are undefined. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

type Control = (body: unknown) => unknown;

const routesOf = (parts: ControlParts): Readonly<Record<string, Control>> => {
  const { world, clock, faults, uploads, oauth, calls, bill, origin } = parts;
  const time = () => ({ now: new Date(clock.now()).toISOString() });
  return {
    "GET state": () => describeState(world, uploads, origin()),
    "GET calls": () => calls.list(),
    "DELETE calls": () => calls.clear(),
    "GET bill": () => bill.read(),
    "DELETE bill": () => bill.clear(),
    "GET credits": () => ({ microDollars: bill.credits() ?? null }),
    "POST credits": (body) => {
      bill.setCredits(creditsSchema.parse(body).microDollars ?? undefined);
      return { microDollars: bill.credits() ?? null };
    },
    "GET secrets": () => oauth.issued(),
    "GET clock": time,
    "POST clock": (body) => {
      const change = clockSchema.parse(body);
      if ("advanceMs" in change) clock.advance(change.advanceMs);
      else clock.set(Date.parse(change.now));
      return time();
    },
    "GET faults": () => faults.list(),
    "POST faults": (body) => faults.add(faultSchema.parse(body)),
    "DELETE faults": () => faults.clear(),
    "POST posts": (body) => createPosts(world, newPostSchema.parse(body), origin()),
    "POST users": (body) =>
      describeUser(world, world.users.put(given(userSchema.parse(body)) as NewUser)),
    "POST apps": (body) => oauth.register(appSchema.parse(body)),
    "POST media-processing": (body) => uploads.setProcessing(processingSchema.parse(body)),
  };
};

const readJson = (body: Buffer): unknown => {
  try {
    return body.length > 0 ? JSON.parse(body.toString()) : {};
  } catch {
    return undefined;
  }
};

export const createControl = (parts: ControlParts) => {
  const routes = routesOf(parts);
  return ({ method, path, body }: ApiRequest): Reply => {
    const below = path.slice("/sandbox/".length);
    const post = /^posts\/(\d+)$/.exec(below)?.[1];
    if (method === "DELETE" && post) {
      return { status: parts.world.posts.remove(post) ? 204 : 404 };
    }
    const control = routes[`${method} ${below}`];
    if (!control) return { status: 404, json: { error: "The sandbox has no such control." } };
    try {
      const json = control(readJson(body));
      return { status: json === undefined ? 204 : 200, json };
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      return { status: 400, json: { error: z.prettifyError(error) } };
    }
  };
};
