import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findBreakingChanges } from "../../../tools/breaking-changes.ts";
import type { Definition } from "../../../tools/connector-rules.ts";

const text = await readFile(
  new URL("../../../apiDefinition.swagger.json", import.meta.url),
  "utf8",
);
const released: Definition = JSON.parse(text);

// biome-ignore lint/suspicious/noExplicitAny: the tests reach into the definition at will
const changed = (change: (definition: any) => void): Definition => {
  const copy = JSON.parse(text);
  change(copy);
  return copy;
};
const search = "/searchtweets";

describe("a definition that follows a released one", () => {
  it("may stay as it is", () => {
    expect(findBreakingChanges(released, JSON.parse(text))).toEqual([]);
  });

  it("may add operations, optional parameters, properties and other words", () => {
    const next = changed(({ info, paths, definitions }) => {
      info.version = "1.1.0";
      paths["/likes"] = { get: { operationId: "Likes", responses: {} } };
      paths[search].get.summary = "Find tweets";
      paths[search].get.parameters.push({ name: "lang", in: "query", type: "string" });
      paths[search].get.parameters[0].required = false;
      definitions.TweetModel.properties.LikeCount = { type: "integer" };
    });
    expect(findBreakingChanges(released, next)).toEqual([]);
  });

  // biome-ignore lint/suspicious/noExplicitAny: the tests reach into the definition at will
  it.each<[string, string, (definition: any) => void]>([
    ["an operation is gone", "SearchTweet is gone", ({ paths }) => delete paths[search]],
    [
      "an operation is named anew",
      "SearchTweet is gone",
      ({ paths }) => {
        paths[search].get.operationId = "Search";
      },
    ],
    [
      "a path changes",
      "SearchTweet moved from get /searchtweets to get /search",
      ({ paths }) => {
        paths["/search"] = paths[search];
        delete paths[search];
      },
    ],
    [
      "a method changes",
      "SearchTweet moved from get /searchtweets to post /searchtweets",
      ({ paths }) => {
        paths[search] = { post: paths[search].get };
      },
    ],
    [
      "a trigger becomes an action",
      "OnNewTweet was batch and is an action",
      ({ paths }) => delete paths["/onnewtweet"].get["x-ms-trigger"],
    ],
    [
      "a parameter is gone",
      "SearchTweet: parameter sinceId is gone",
      ({ paths }) => paths[search].get.parameters.pop(),
    ],
    [
      "a parameter's type changes",
      "SearchTweet: parameter maxResults was integer int32 and is string",
      ({ paths }) => {
        paths[search].get.parameters[1] = { name: "maxResults", in: "query", type: "string" };
      },
    ],
    [
      "a parameter moves",
      "SearchTweet: parameter sinceId moved from query to header",
      ({ paths }) => {
        paths[search].get.parameters[2].in = "header";
      },
    ],
    [
      "a body becomes text",
      "Tweet: parameter body was string binary and is string",
      ({ paths }) => delete paths["/posttweet"].post.parameters[1].schema.format,
    ],
    [
      "a parameter becomes required",
      "SearchTweet: parameter sinceId is required now",
      ({ paths }) => {
        paths[search].get.parameters[2].required = true;
      },
    ],
    [
      "a required parameter is added",
      "SearchTweet: parameter lang is new and required",
      ({ paths }) =>
        paths[search].get.parameters.push({ name: "lang", in: "query", required: true }),
    ],
    [
      "an enum is put on a parameter",
      'SearchTweet: parameter sinceId takes only ["1"] now',
      ({ paths }) => {
        paths[search].get.parameters[2].enum = ["1"];
      },
    ],
    [
      "a property is gone",
      "SearchTweet: answer[].UserDetails.Location is gone",
      ({ definitions }) => delete definitions.UserDetailsModel.properties.Location,
    ],
    [
      "a property's type changes",
      "SearchTweet: answer[].RetweetCount was integer int32 and is string",
      ({ definitions }) => {
        definitions.TweetModel.properties.RetweetCount = { type: "string" };
      },
    ],
    [
      "a property's format changes",
      "User: answer.Id was integer int64 and is integer int32",
      ({ definitions }) => {
        definitions.UserDetailsModel.properties.Id.format = "int32";
      },
    ],
    [
      "a list becomes one",
      "SearchTweet: answer was array and is object",
      ({ paths }) => {
        paths[search].get.responses[200].schema = { $ref: "#/definitions/TweetModel" };
      },
    ],
    [
      "an answer is gone",
      "User: answer is gone",
      ({ paths }) => delete paths["/user"].get.responses[200].schema,
    ],
  ])("breaks flows when %s", (_name, change, breakIt) => {
    expect(findBreakingChanges(released, changed(breakIt))).toContain(change);
  });

  it("may take more values of an enum, never fewer", () => {
    const withEnum = (values: string[]) =>
      changed(({ paths }) => {
        paths[search].get.parameters[2].enum = values;
      });
    expect(findBreakingChanges(withEnum(["a"]), withEnum(["a", "b"]))).toEqual([]);
    expect(findBreakingChanges(withEnum(["a", "b"]), withEnum(["a"]))).toEqual([
      'SearchTweet: parameter sinceId no longer takes ["b"]',
    ]);
    expect(findBreakingChanges(withEnum(["a"]), released)).toEqual([]);
  });

  it("may have models that hold themselves", () => {
    const withItself = changed(({ definitions }) => {
      definitions.TweetModel.properties.Quoted = { $ref: "#/definitions/TweetModel" };
    });
    expect(findBreakingChanges(withItself, withItself)).toEqual([]);
  });
});
