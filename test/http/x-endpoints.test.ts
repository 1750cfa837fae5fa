import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { callsPerHour, DOCUMENTED_LIMITS } from "../../src/connector/adjustable-limits.ts";
import { operations } from "../../src/operations/index.ts";
import type { AnyOperation } from "../../src/operations/operation.ts";
import { FILES } from "../fixtures/media-files.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

/** A value for each parameter that an operation may need. */
const tweetId = async () =>
  (await connector.control("posts", { as: SANDBOX_USER.username, text: "To be used" })).json.id;
const INPUTS: Readonly<Record<string, () => string | Promise<string>>> = {
  userName: () => "contoso",
  searchQuery: () => "contoso",
  tweetText: () => `Made to see what X is asked ${crypto.randomUUID()}`,
  tweetId,
  tweetIds: tweetId,
};

/** The bodies of those that take JSON. */
const BODIES: Readonly<Record<string, () => unknown>> = {
  PublishThread: () => ({ textToSplit: `A sentence ${crypto.randomUUID()}. `.repeat(10) }),
  PublishPost: () => ({
    text: "Made to see what X is asked",
    media: [{ content: FILES.png.toString("base64"), altText: "A dot" }],
  }),
};

const queryOf = async (names: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(
      names
        .flatMap((name) => (INPUTS[name] ? [name] : []))
        .map(async (name) => [name, await INPUTS[name]?.()]),
    ),
  );

/** What X has billed so far, in micro-dollars. */
const billed = async (): Promise<number> => (await connector.control("bill")).json.microDollars;

const call = async ({ operationId, route, method, parameters }: AnyOperation) => {
  const query = await queryOf(Object.keys(parameters));
  const body = BODIES[operationId]?.();
  await connector.forgetXCalls();
  return connector.call(route, {
    method,
    query,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

const all = operations.map((operation) => [operation.operationId, operation] as const);

it.each(all)("%s asks X what it declares, and nothing else", async (_, operation) => {
  const { status } = await call(operation);
  expect([200, 202]).toContain(status);
  const asked = (await connector.xCalls()).map(
    ({ method, path }) => `${method} ${path.replace("/2/", "")}`,
  );
  const { xEndpoints } = operation;
  const patterns = xEndpoints.map((name) => new RegExp(`^${name.replace(/\{\w+\}/g, "[^/]+")}$`));
  expect(asked.filter((call) => !patterns.some((pattern) => pattern.test(call)))).toEqual([]);
  expect(asked.some((call) => patterns[0]?.test(call))).toBe(xEndpoints.length > 0);
});

/** What is left to the connection; the whole hour before its first call. */
const left = { post: 12, other: 600 };

describe("each operation, an hour later", () => {
  beforeAll(async () => {
    connector.clock.advance(61 * 60_000);
  });

  it.each(all)("%s tells X's price, and counts in its class", async (_, operation) => {
    const { limitClass, xEndpoints } = operation;
    const before = await billed();
    const { status, headers, json } = await call(operation);
    expect([200, 202]).toContain(status);
    const cost = Number(headers.get("x-connector-x-cost"));
    expect(Math.round(cost * 1_000_000)).toBe((await billed()) - before);
    const isAsked = xEndpoints.length > 0;
    const posts = limitClass === "post" ? json?.Posts?.length : undefined;
    left[limitClass] -= isAsked ? (posts ?? 1) : 0;
    expect({
      limit: Number(headers.get("ratelimit-limit")),
      remaining: Number(headers.get("ratelimit-remaining")),
    }).toEqual({
      limit: callsPerHour(DOCUMENTED_LIMITS, limitClass),
      remaining: left[limitClass],
    });
  });
});
