import { readFile } from "node:fs/promises";
import Ajv from "ajv-draft-04";
import { describe, expect, it } from "vitest";
import { connectorDefinition } from "../../../src/connector/definition.ts";
import { contractOperations, operations } from "../../../src/operations/index.ts";
import { type Definition, findRuleViolations } from "../../../tools/connector-rules.ts";

const definition = connectorDefinition(operations) as unknown as Definition;
const read = async (path: string): Promise<string> =>
  readFile(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("the definition", () => {
  it("is what is committed", async () => {
    expect(await read("apiDefinition.swagger.json")).toBe(
      `${JSON.stringify(definition, null, 2)}\n`,
    );
  });

  it("validates against Microsoft's schema", async () => {
    const schema = JSON.parse(await read("test/schemas/apiDefinition.swagger.schema.json"));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    validate(JSON.parse(JSON.stringify(definition)));
    expect(validate.errors).toBeNull();
  });

  it("keeps every rule of the platform", () => {
    expect(findRuleViolations(definition)).toEqual([]);
  });

  it("has every operation at its path, with its parameters", () => {
    const table = Object.entries(definition.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId, parameters = [] }]) => [
        operationId,
        `${method} ${path}`,
        parameters.map(({ name, required }) => (required ? `${name}*` : name)).join(" "),
      ]),
    );
    expect(new Map(table.map(([id, ...rest]) => [id, rest]))).toEqual(
      new Map([
        ["OnNewTweet", ["get /onnewtweet", "searchQuery*"]],
        ["Tweet", ["post /posttweet", "tweetText body"]],
        ["Retweet", ["post /retweet", "tweetId* trimUser"]],
        ["SearchTweet", ["get /searchtweets", "searchQuery* maxResults sinceId"]],
        ["UserTimeline", ["get /usertimeline", "userName* maxResults"]],
        ["HomeTimeline", ["get /hometimeline", "maxResults"]],
        ["User", ["get /user", "userName*"]],
        ["Followers", ["get /followers", "userName* maxResults"]],
        ["Following", ["get /friends", "userName* maxResults"]],
        ["MyFollowers", ["get /myfollowers", "maxResults"]],
        ["MyFollowing", ["get /myfriends", "maxResults"]],
        // Beside the contract.
        ["OnNewMention", ["get /onnewmention", ""]],
        ["PublishPost", ["post /publishpost", "body*"]],
        ["PublishThread", ["post /publishthread", "body*"]],
        ["GetPost", ["get /post", "tweetId*"]],
        ["GetPosts", ["get /posts", "tweetIds*"]],
        ["GetMyMentions", ["get /mymentions", "maxResults sinceId nextToken"]],
        [
          "SearchPosts",
          ["get /searchposts", "searchQuery* maxResults startTime endTime sortOrder nextToken"],
        ],
        ["CountPosts", ["get /countposts", "searchQuery* granularity startTime endTime"]],
        ["DeletePost", ["delete /deletepost", "tweetId*"]],
        ["UndoRetweet", ["delete /undoretweet", "tweetId*"]],
        ["GetSpending", ["get /getspending", ""]],
        ["SetSpendingLimit", ["post /setspendinglimit", "perDay perMonth"]],
        ["EstimateSearchCost", ["get /estimatesearchcost", "searchQuery* maxResults"]],
      ]),
    );
  });

  it("requires the properties that the reference requires", () => {
    const required = Object.fromEntries(
      Object.entries(connectorDefinition(contractOperations).definitions as object).map(
        ([name, schema]) => [name, (schema as { required?: string[] }).required ?? []],
      ),
    );
    expect(required).toEqual({
      TweetModel: ["TweetText", "RetweetCount", "TweetedBy"],
      OriginalTweetModel: ["TweetText", "RetweetCount", "TweetedBy"],
      UserDetailsModel: ["FullName", "Location", "UserName", "Description"],
      OriginalTweetUserDetailsModel: ["FullName", "Location", "UserName", "Description"],
      UserMentionsModel: ["Id"],
      OriginalTweetUserMentionsModel: ["Id"],
      TweetResponseModel: ["TweetId"],
      "TriggerBatchResponse[TweetModel]": [],
    });
  });

  it("declares ids of users as 64-bit integers and ids of tweets as text", () => {
    const { UserDetailsModel, TweetModel } = definition.definitions;
    expect(UserDetailsModel?.properties?.Id).toMatchObject({ type: "integer", format: "int64" });
    expect(TweetModel?.properties?.TweetId).toMatchObject({ type: "string" });
    expect(TweetModel?.properties?.CreatedAt).toMatchObject({ "x-ms-visibility": "internal" });
  });
});

describe("the rules", () => {
  /** The definition with one planted fault: the value at a path of keys, replaced. */
  const withFault = (path: readonly string[], value: unknown): Definition => {
    const copy = JSON.parse(JSON.stringify(definition));
    const parent = path.slice(0, -1).reduce((node, key) => node[key], copy);
    parent[path.at(-1) ?? ""] = value;
    return copy;
  };
  const search = ["paths", "/searchtweets", "get"];

  it.each<[string, string[], unknown]>([
    ["a long title", ["info", "title"], "x".repeat(31)],
    ["a title that says Connector", ["info", "title"], "X Connector"],
    ["a short description", ["info", "description"], "Posts."],
    [
      "a description that says API",
      ["info", "description"],
      "Calls the X API on your behalf, as often as you like.",
    ],
    ["no contact address", ["info", "contact", "email"], ""],
    ["http only", ["schemes"], ["http"]],
    ["no metadata", ["x-ms-connector-metadata"], []],
    ["an operationId in camelCase", [...search, "operationId"], "searchTweet"],
    ["an operationId twice", [...search, "operationId"], "User"],
    ["a summary twice", [...search, "summary"], "Get user"],
    ["a summary with a slash", [...search, "summary"], "Search tweets/posts"],
    ["a summary with a full stop", [...search, "summary"], "Search tweets."],
    ["a summary in title case", [...search, "summary"], "Search Tweets"],
    ["an operation without description", [...search, "description"], ""],
    ["no schema for 200", [...search, "responses", "200"], { description: "OK" }],
    ["no default response", [...search, "responses"], { 200: { schema: { type: "string" } } }],
    ["a parameter without summary", [...search, "parameters", "0", "x-ms-summary"], ""],
    ["a parameter without description", [...search, "parameters", "0", "description"], ""],
    ["an unknown visibility", [...search, "parameters", "0", "x-ms-visibility"], "hidden"],
    [
      "an internal required parameter",
      [...search, "parameters", "0", "x-ms-visibility"],
      "internal",
    ],
    ["an Authorization parameter", [...search, "parameters", "0", "name"], "Authorization"],
    ["a trigger that is not batch", [...search, "x-ms-trigger"], "single"],
    [
      "an array without items",
      ["definitions", "TweetModel", "properties", "MediaUrls", "items"],
      undefined,
    ],
    [
      "something beside a $ref",
      ["definitions", "TweetModel", "properties", "UserDetails", "title"],
      "UserDetails",
    ],
    [
      "a property without summary",
      ["definitions", "TweetModel", "properties", "TweetText"],
      { type: "string" },
    ],
  ])("find %s", (_name, path, value) => {
    expect(findRuleViolations(withFault(path, value))).not.toEqual([]);
  });
});
