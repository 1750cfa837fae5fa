/**
 * What X is asked for is what the models need: without any of it the answer is poorer, and with all else that X could
 * show it is the same.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { obtainXToken } from "../../../local/platform/x-token.ts";
import { SANDBOX_USER, type Sandbox, startSandbox } from "../../../local/sandbox/sandbox.ts";
import { POST_QUERY, TIMELINE_QUERY, USER_FIELDS } from "../../../src/x/fields.ts";
import { follows } from "../../../src/x/follows.ts";
import { search } from "../../../src/x/search.ts";
import { createXSession, type XQuery, type XSession } from "../../../src/x/session.ts";
import { homeTimeline, userTimeline } from "../../../src/x/timelines.ts";
import { createXTransport } from "../../../src/x/transport.ts";
import { toTweets } from "../../../src/x/tweet-mapping.ts";
import { createUserDirectory } from "../../../src/x/user-directory.ts";
import { toUserDetails } from "../../../src/x/user-mapping.ts";
import { operationNamed, valuesOf } from "../../sandbox/x-document.ts";

let sandbox: Sandbox;
let token: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  sandbox = await startSandbox();
  token = await obtainXToken(sandbox.url, SANDBOX_USER.username);
  for (const handle of HANDLES) {
    const { id } = await createUserDirectory(Date.now).profileOf(session(), handle);
    ids.set(handle, id);
  }
});
afterAll(() => sandbox.close());

/** `change` is made to whatever X is asked. */
const session = (change: (query: XQuery) => XQuery = (query) => query): XSession => {
  const x = createXSession({
    transport: createXTransport(sandbox.url, 10_000),
    credentials: { accessToken: async () => token, newerThan: async () => undefined },
    deadline: Date.now() + 60_000,
    clock: Date.now,
    onCall: () => {},
    admit: async () => ({ chosen: 0, settle: () => {} }),
  });
  return { ...x, get: (path, schema, query = {}) => x.get(path, schema, change(query)) };
};

/** Between them they have all that a model holds: pictures, videos, replies, retweets, long posts, mentions. */
const HANDLES = ["fabrikam", "adventureworks", "wingtip", "megan_bowen", "alex_wilber", "contoso"];

const each = async <T>(read: (handle: string, id: string) => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (const handle of HANDLES) answers.push(await read(handle, ids.get(handle) ?? ""));
  return answers;
};

const searched = (x: XSession) =>
  each(async (handle) => {
    const window = { maxResults: 100 };
    return toTweets((await search(x, { query: `from:${handle}` }, window, Date.now())).page);
  });
const timelines = (x: XSession) => each((handle, id) => userTimeline(x, { id, handle }, 100));
const profiles = (x: XSession) =>
  each(async (handle) => toUserDetails(await createUserDirectory(Date.now).profileOf(x, handle)));
const followers = (x: XSession) =>
  each((handle, id) => follows(x, createUserDirectory(Date.now), { id, handle }, "followers", 20));

/** Asked for, though nothing here would be poorer without. Of those only the last can cost anything. */
const SPARED = new Set([
  // X always gives these: https://docs.x.com/x-api/fundamentals/fields
  ...["tweet.fields id", "tweet.fields text", "user.fields id", "user.fields name"],
  ...["user.fields username", "media.fields media_key"],
  // Given with the expansion that needs them.
  ...["tweet.fields author_id", "tweet.fields attachments", "tweet.fields entities"],
  // By this a retweet is told, also where none is expected.
  "tweet.fields referenced_tweets",
  // An original's author is named in the retweet's text, and comes along as mentioned. The model must have the author
  // even if X once left that mention out.
  "expansions referenced_tweets.id.author_id",
]);

const without =
  (parameter: string, name: string) =>
  (query: XQuery): XQuery => ({
    ...query,
    [parameter]: String(query[parameter])
      .split(",")
      .filter((each) => each !== name)
      .join(","),
  });

const WAYS = {
  search: [searched, POST_QUERY, "GET /2/tweets/search/recent"],
  "a user's timeline": [timelines, TIMELINE_QUERY, "GET /2/users/{id}/tweets"],
  "a profile": [profiles, { "user.fields": USER_FIELDS }, "GET /2/users/by/username/{username}"],
  "a list of followers": [followers, { "user.fields": USER_FIELDS }, "GET /2/users/{id}/followers"],
} as const;

describe.each(Object.entries(WAYS))("%s", (_, [read, query, operation]) => {
  it("is asked for nothing that its answer would be the same without", async () => {
    const whole = await read(session());
    const values = Object.entries(query).flatMap(([parameter, names]) =>
      names.split(",").map((name) => [parameter, name] as const),
    );
    for (const [parameter, name] of values) {
      if (SPARED.has(`${parameter} ${name}`)) continue;
      const poorer = await read(session(without(parameter, name)));
      expect(poorer, `${parameter} without ${name}`).not.toEqual(whole);
    }
  });

  it("is asked for all that its answer would be richer with", async () => {
    const ofOthers = /^(non_public|organic|promoted)_metrics$/;
    const everything = Object.fromEntries(
      Object.entries(valuesOf(operationNamed(operation))).map(([parameter, names]) => [
        parameter,
        names
          .split(",")
          .filter((name) => !ofOthers.test(name))
          .join(","),
      ]),
    );
    const richer = await read(session((asked) => ({ ...asked, ...everything })));
    expect(richer).toEqual(await read(session()));
  });
});

it("the home timeline is asked for what a user's is", async () => {
  const asked: XQuery[] = [];
  const x = session((query) => {
    asked.push(query);
    return query;
  });
  await homeTimeline(x, ids.get(SANDBOX_USER.username) ?? SANDBOX_USER.id, 10);
  expect(asked).toMatchObject([TIMELINE_QUERY]);
});

it("a search pays for what it found, its authors and the people in it, not for what was replied to", async () => {
  const window = { maxResults: 10 };
  const found = await search(session(), { query: "from:megan_bowen" }, window, Date.now());
  const { data = [], includes } = found.page;
  expect(data?.filter(({ in_reply_to_user_id }) => in_reply_to_user_id)).not.toEqual([]);
  expect(Object.keys(includes ?? {})).toEqual(["users"]);
});
