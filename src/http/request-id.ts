/** The id that ties a run of a flow, an answer and the log together. */
import { randomUUID } from "node:crypto";

/** What the platform sends, the id of the single call first. */
const PLATFORM_HEADERS = ["x-ms-client-request-id", "x-ms-correlation-id", "x-ms-tracking-id"];

/** A header comes from outside and goes to the log, so only what looks like an id is taken over. */
const ID = /^[A-Za-z0-9_-]{8,64}$/;

export const requestIdOf = (headers: Headers): string =>
  PLATFORM_HEADERS.map((name) => headers.get(name) ?? "").find((id) => ID.test(id)) ?? randomUUID();
