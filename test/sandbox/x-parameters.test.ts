import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callsAs, type SignedIn, signIn, startSignedIn } from "./signed-in.ts";
import { OPERATIONS, type Operation, type Parameter } from "./x-document.ts";

const OTHER = "megan_bowen";
const READS = OPERATIONS.filter(({ name }) => name.startsWith("GET"));

/** Pairs, so that a test is told apart by the name. */
const named = <T extends { readonly name: string }>(all: readonly T[]) =>
  all.map((each) => [each.name, each] as const);

let x: SignedIn;
let ids: Readonly<Record<"me" | "other" | "post" | "media", string>>;

beforeAll(async () => {
  x = await startSignedIn();
  const wanted = { media_type: "image/png", media_category: "tweet_image", total_bytes: 1 };
  ids = {
    me: (await x.get("users/me")).json.data.id,
    other: (await x.get(`users/by/username/${OTHER}`)).json.data.id,
    post: (await x.get("tweets/search/recent", { query: "contoso" })).json.data[0].id,
    media: (await x.post("media/upload/initialize", wanted)).json.data.id,
  };
});
afterAll(() => x.sandbox.close());

const call = (
  as: SignedIn,
  { name }: Operation,
  id: string,
  query: Record<string, string> = {},
) => {
  const [method, template = ""] = name.split(" ");
  const path = template
    .replace("/2/", "")
    .replace("{id}", id)
    .replace("{username}", "contoso")
    .replace("{source_tweet_id}", ids.post);
  if (method === "DELETE") return as.delete(path);
  return method === "GET" ? as.get(path, query) : as.post(path, {});
};

/** One value of each parameter whose values the document does not list. */
const exampleOf = ({ name: operation }: Operation, parameter: string): string | undefined => {
  const aMinuteAgo = new Date(x.sandbox.clock.now() - 60_000).toISOString();
  const examples: Readonly<Record<string, string>> = {
    ids: operation === "GET /2/tweets" ? ids.post : ids.me,
    usernames: "contoso",
    query: "contoso",
    media_id: ids.media,
    since_id: ids.post,
    until_id: ids.post,
    start_time: aMinuteAgo,
    end_time: aMinuteAgo,
  };
  return examples[parameter];
};

const goodValues = (operation: Operation, { name, schema }: Parameter): readonly string[] => {
  const { type, items, enum: choices, minimum, maximum } = schema;
  if (type === "array" && items.enum) return [items.enum.join(",")];
  if (type === "integer") return [String(minimum), String(maximum)];
  return choices ?? exampleOf(operation, name) ?? [];
};

const badValues = ({ name, schema: { type, minimum, maximum, items, ...schema } }: Parameter) => {
  if (type === "integer") return [String(minimum - 1), String(maximum + 1)];
  const isList = type === "array" && items.enum;
  const refusesText = isList || schema.enum || schema.pattern || schema.format;
  return refusesText || name.endsWith("_token") ? ["no-such-value"] : [];
};

describe.each(named(READS))("%s takes what X's document says", (_, operation) => {
  const inQuery = operation.parameters.filter((each) => each.in === "query");
  const required = inQuery.filter((each) => each.required);
  const queryWith = (name: string, value: string) => ({
    ...Object.fromEntries(
      required.map((each) => [each.name, exampleOf(operation, each.name) ?? ""]),
    ),
    [name]: value,
  });

  it.each(named(inQuery))("%s", async (name, parameter) => {
    for (const value of [goodValues(operation, parameter)].flat()) {
      const { status, text } = await call(x, operation, ids.me, queryWith(name, value));
      expect({ value, status, text }).toMatchObject({ status: 200 });
    }
    for (const value of badValues(parameter)) {
      const { status } = await call(x, operation, ids.me, queryWith(name, value));
      expect({ value, status }).toEqual({ value, status: 400 });
    }
  });

  it("and nothing else", async () => {
    const { status, json } = await call(x, operation, ids.me, queryWith("no_such_name", "1"));
    expect(status).toBe(400);
    expect(json.errors[0].parameters).toEqual({ no_such_name: ["1"] });
  });

  it.each(named(required))("and requires %s", async (name) => {
    const query: Record<string, string> = queryWith(name, "");
    delete query[name];
    expect((await call(x, operation, ids.me, query)).status).toBe(400);
  });
});

describe("a token's scopes", () => {
  it.each(named(OPERATIONS))("are those of X's document: %s", async (_, operation) => {
    const statusWith = async (scopes: readonly string[]) => {
      // A sign-in ends the tokens of the one before, so it is somebody else's.
      const tokens = await signIn(x.sandbox, { as: OTHER, scope: scopes.join(" ") });
      return (await call(callsAs(x.sandbox, tokens), operation, ids.other)).status;
    };
    expect([200, 400]).toContain(await statusWith(operation.scopes));
    for (const scope of operation.scopes) {
      const others = operation.scopes.filter((each) => each !== scope);
      expect(await statusWith(["offline.access", ...others])).toBe(403);
    }
  });
});
