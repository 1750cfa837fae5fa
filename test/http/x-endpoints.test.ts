import { afterAll, beforeAll, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { operations } from "../../src/operations/index.ts";
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
  tweetText: () => "Made to see what X is asked",
  tweetId,
  tweetIds: tweetId,
};

/** The bodies of those that take JSON. */
const BODIES: Readonly<Record<string, unknown>> = {
  PublishThread: { textToSplit: "One sentence. ".repeat(40) },
  PublishPost: {
    text: "Made to see what X is asked",
    media: [{ content: FILES.png.toString("base64"), altText: "A dot" }],
  },
};

const queryOf = async (names: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(
      names
        .flatMap((name) => (INPUTS[name] ? [name] : []))
        .map(async (name) => [name, await INPUTS[name]?.()]),
    ),
  );

it.each(operations.map((operation) => [operation.operationId, operation] as const))(
  "%s asks X what it declares, and nothing else",
  async (name, { route, method, parameters, xEndpoints }) => {
    const query = await queryOf(Object.keys(parameters));
    await connector.forgetXCalls();
    const { status } = await connector.call(route, {
      method,
      query,
      ...(BODIES[name] !== undefined && { body: JSON.stringify(BODIES[name]) }),
    });
    expect([200, 202]).toContain(status);
    const asked = (await connector.xCalls()).map(
      ({ method, path }) => `${method} ${path.replace("/2/", "")}`,
    );
    const patterns = xEndpoints.map((name) => new RegExp(`^${name.replace(/\{\w+\}/g, "[^/]+")}$`));
    expect(asked.filter((call) => !patterns.some((pattern) => pattern.test(call)))).toEqual([]);
    expect(asked.some((call) => patterns[0]?.test(call))).toBe(xEndpoints.length > 0);
  },
);
