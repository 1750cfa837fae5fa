/** docs/curl.md has a call of every action, and an answer of its shape. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { operations } from "../../src/operations/index.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { readRoot } from "../harness/read-root.ts";
import { differences } from "./both-ways.ts";

const EXAMPLE = /```sh\n([^`]*)```\n\n```json\n([^`]*)\n```/g;
const CALL =
  /curl(?: -X (\w+))?(?: -H "[^"]*")* "\$API\/(\w+)\??([^"]*)"(?:[\s\\]*-d '([^']*)')?\s*$/;

interface Example {
  readonly route: string;
  readonly method: string;
  readonly query: string;
  readonly body: string | undefined;
  readonly answer: string;
}

const page = await readRoot("docs/curl.md");
const examples = [...page.matchAll(EXAMPLE)].map(([, command = "", answer = ""]): Example => {
  const [, method = "GET", route = "", query = "", body] = CALL.exec(command) ?? [];
  return { method, route, query, body, answer };
});

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

/** The names of what it holds, of a list those of its first item. */
const namesIn = (json: unknown): readonly string[] => Object.keys([json].flat()[0] ?? {}).sort();

it("has every action, and nothing else", () => {
  const actions = operations.filter(({ trigger }) => !trigger).map(({ route }) => route);
  const told = [...new Set(examples.map(({ route }) => route))];
  expect(differences(told, actions)).toEqual([]);
});

it.each(examples.map((each) => [`${each.method} ${each.route}`, each] as const))(
  "%s is answered as it says",
  async (_, { method, route, query, body, answer }) => {
    const made = { as: SANDBOX_USER.username, text: "To be named" };
    const { json: post } = await connector.control("posts", made);
    const path = query.replaceAll("$ID", post.id);
    const { json } = await connector.call(`${route}?${path}`, { method, ...(body && { body }) });
    expect(namesIn(json)).toEqual(namesIn(JSON.parse(answer)));
  },
);
