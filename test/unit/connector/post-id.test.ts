import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parameter } from "../../../src/connector/parameters.ts";
import { readPostId } from "../../../src/connector/post-id.ts";
import { operations } from "../../../src/operations/index.ts";

const ID = "1460323737035677698";

const id = fc.bigInt({ min: 1n, max: 9_223_372_036_854_775_807n }).map(String);
const handle = fc.stringMatching(/^[A-Za-z0-9_]{1,15}$/);
const link = fc
  .record({
    scheme: fc.constantFrom("https://", "http://", "HTTPS://", ""),
    host: fc.constantFrom(
      ...["x.com", "twitter.com", "www.x.com", "www.twitter.com", "mobile.twitter.com"],
      ...["mobile.x.com", "m.twitter.com", "X.com"],
    ),
    owner: fc.oneof(handle, fc.constantFrom("i", "i/web")),
    word: fc.constantFrom("status", "statuses"),
    id,
    behind: fc.constantFrom("", "/", "/photo/1", "/video/1", "/analytics"),
    query: fc.constantFrom("", "?s=20", "?s=46&t=Zm9v", "#m"),
  })
  .map((parts) => ({
    id: parts.id,
    text: `${parts.scheme}${parts.host}/${parts.owner}/${parts.word}/${parts.id}${parts.behind}${parts.query}`,
  }));

describe("the id of a post", () => {
  it("is taken as it is", () => {
    fc.assert(fc.property(id, (text) => void expect(readPostId(text)).toEqual({ id: text })));
  });

  it("is taken from a link to the post", () => {
    fc.assert(fc.property(link, ({ id, text }) => void expect(readPostId(text)).toEqual({ id })));
  });

  it.each([
    ["https://x.com/contoso", "a link to X, but to no post"],
    ["https://x.com/contoso/lists/7", "a link to X, but to no post"],
    ["https://x.com/contoso/status/", "a link to X, but to no post"],
    ["https://x.com/contoso/status/12x", "a link to X, but to no post"],
    [`https://x.com/contoso/status/${ID}0`, "a link to X, but to no post"],
    ["https://t.co/C8jcwZ0Nq9", "a short link"],
    ["1.4603237370356777E18", "has lost digits"],
    ["1,46E+18", "has lost digits"],
    [`https://contoso.example/x/status/${ID}`, "must be the id of a post"],
    [`https://x.com.contoso.example/x/status/${ID}`, "must be the id of a post"],
    [`https://contoso.example/?https://x.com/x/status/${ID}`, "must be the id of a post"],
    ["0", "must be the id of a post"],
    ["-1", "must be the id of a post"],
    [`${ID}0`, "must be the id of a post"],
    ["a b", "must be the id of a post"],
    ["https://", "must be the id of a post"],
  ])("is none in %s, and what was wrong is told: %s", (text, problem) => {
    expect(readPostId(text)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

/** Every parameter that takes the id of a post, by the names that operations give them. */
const taking = operations.flatMap(({ operationId, parameters }) =>
  Object.entries(parameters)
    .filter(([name]) => /(tweetid|sinceid)$/i.test(name))
    .map(([name, parameter]) => [`${operationId}.${name}`, parameter] as const),
);

it.each<readonly [string, Parameter<unknown>]>(taking)(
  "%s takes a link as well",
  (_, parameter) => {
    const read = (text: string) => parameter.schema.safeParse(text);
    expect(read(` https://x.com/contoso/status/${ID}?s=20 `).data).toBe(ID);
    expect(read("https://x.com/contoso").error?.issues[0]?.message).toMatch(/^"[\w ]+" is a link/);
  },
);
