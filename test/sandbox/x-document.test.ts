import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAULT_REPLIES } from "../../local/sandbox/fault-replies.ts";
import { FILES } from "../fixtures/media-files.ts";
import type { Answer } from "../harness/answer.ts";
import { type SignedIn, startSignedIn } from "./signed-in.ts";
import { deviationsOf } from "./x-deviations.ts";
import { OPERATIONS, operationNamed, valuesOf } from "./x-document.ts";

/** What X sends although its document declares it nowhere: its reference pages show it, or its SDKs read it. */
const UNDECLARED: Readonly<Record<string, readonly string[]>> = {
  "POST /2/tweets": ["201: /data/edit_history_tweet_ids is not declared"],
  // The document says `id`.
  "POST /2/users/{id}/retweets": ["200: /data/rest_id is not declared"],
  "GET /2/media/upload": ["200: /data/processing_info/error is not declared"],
  // https://docs.x.com/x-api/fundamentals/response-codes-and-errors
  "GET /2/users/me": [
    "402: /account_id is not declared",
    "403: /account_id is not declared",
    "403: /client_id is not declared",
    "403: /required_enrollment is not declared",
    "403: /reset_date is not declared",
    "429: /account_id is not declared",
    "429: /product_name is not declared",
  ],
};

let x: SignedIn;
const statuses = new Map<string, Set<number>>();
const deviations = new Map<string, Set<string>>();

const note = <T>(notes: Map<string, Set<T>>, name: string, values: readonly T[]): void => {
  notes.set(name, new Set([...(notes.get(name) ?? []), ...values]));
};

type Method = "GET" | "POST" | "DELETE";
const callBy: Readonly<
  Record<Method, (path: string, query: Record<string, string>, body: unknown) => Promise<Answer>>
> = {
  GET: (path, query) => x.get(path, query),
  POST: (path, _, body) => x.post(path, body),
  DELETE: (path) => x.delete(path),
};

/** Calls an operation and compares the answer with the document; two ids stand with a space between them. */
const call = async (
  name: string,
  id = "",
  { query = {}, body }: { readonly query?: Record<string, string>; readonly body?: unknown } = {},
): Promise<Answer> => {
  const [method, template = ""] = name.split(" ");
  const [first = "", second = ""] = id.split(" ");
  const path = template
    .replace("/2/", "")
    .replace(/\{\w+\}/, first)
    .replace(/\{\w+\}/, second);
  const answer = await callBy[method as Method](path, query, body);
  note(statuses, name, [answer.status]);
  const found = deviationsOf(operationNamed(name), answer);
  note(
    deviations,
    name,
    found.map((each) => `${answer.status}: ${each}`),
  );
  return answer;
};

/** Asks for every field and expansion that the document offers. */
const read = (name: string, id = "", query: Record<string, string> = {}): Promise<Answer> =>
  call(name, id, { query: { ...valuesOf(operationNamed(name)), ...query } });
const write = (name: string, id: string, body: unknown) => call(name, id, { body });

const HOME = "GET /2/users/{id}/timelines/reverse_chronological";
const STATUS = "GET /2/media/upload";
const UPLOAD = "POST /2/media/upload";

interface Listed {
  readonly id: string;
  readonly username: string;
}
const idsOf = (items: readonly Listed[]): string[] => items.map(({ id }) => id);

const askAboutUsers = async (users: readonly Listed[]): Promise<void> => {
  const names = users.map(({ username }) => username);
  for (const name of [...names, "nobody", "no-handle"]) {
    await read("GET /2/users/by/username/{username}", name);
  }
  await call("GET /2/users/by/username/{username}", "contoso");
  for (const usernames of [[...names, "nobody"].join(","), "nobody", "no-handle"]) {
    await read("GET /2/users/by", "", { usernames });
  }
  const ids = idsOf(users);
  for (const asked of [[...ids, "1"].join(","), "1", "no-id"]) {
    await read("GET /2/users", "", { ids: asked });
  }
  await read("GET /2/users/me");
  for (const name of ["GET /2/users/{id}/followers", "GET /2/users/{id}/following"]) {
    for (const id of [...ids, "1", "no-id"]) {
      const { json } = await read(name, id, { max_results: "1" });
      const pagination_token = json.meta?.next_token;
      if (pagination_token) await read(name, id, { max_results: "1", pagination_token });
    }
  }
};

const askAboutPosts = async (users: readonly Listed[], posts: readonly Listed[]): Promise<void> => {
  for (const { id } of users) await read(HOME, id);
  for (const id of [...idsOf(users), "1", "no-id"]) {
    await read("GET /2/users/{id}/tweets", id, { max_results: "100" });
  }
  const ids = [...idsOf(posts), "1"].join(",");
  await call("GET /2/tweets", "", { query: { ids } });
  for (const asked of [ids, "1", "no-id"]) await read("GET /2/tweets", "", { ids: asked });
  for (const query of ["contoso", "has:media -contoso", "Bericht", "nothing_at_all", "near:x"]) {
    await read("GET /2/tweets/search/recent", "", { query });
  }
  await read("GET /2/tweets/search/recent", "", { query: "contoso", since_id: "1" });
  for (const id of [...idsOf(users), "1", "no-id"]) {
    await read("GET /2/users/{id}/mentions", id, { max_results: "100" });
  }
  for (const query of ["contoso", "nothing_at_all", "near:x"]) {
    await read("GET /2/tweets/counts/recent", "", { query, granularity: "day" });
  }
};

const post = async (me: string, posts: readonly Listed[]): Promise<void> => {
  const text = "Hello @contoso https://contoso.example";
  for (const each of [text, text, "long ".repeat(100), ""]) {
    await write("POST /2/tweets", "", { text: each });
  }
  await write("POST /2/tweets", "", { text: "None", media: { media_ids: ["1"] } });
  const poll = { options: ["Yes", "No"], duration_minutes: 30 };
  const { json: asked } = await write("POST /2/tweets", "", { text: "A poll", poll });
  await read("GET /2/tweets", "", { ids: asked.data.id });
  for (const in_reply_to_tweet_id of [asked.data.id, posts[0]?.id, "1"]) {
    await write("POST /2/tweets", "", { text: "A reply", reply: { in_reply_to_tweet_id } });
  }
  await write("POST /2/tweets", "", { text: "$MSFT and $AAPL" });
  const retweeted = posts[0]?.id;
  for (const tweet_id of [retweeted, retweeted, "1", "no-id"]) {
    await write("POST /2/users/{id}/retweets", me, { tweet_id });
  }
  await write("POST /2/users/{id}/retweets", "1", { tweet_id: retweeted });
};

const undo = async (me: string, posts: readonly Listed[]): Promise<void> => {
  const { json } = await x.post("tweets", { text: "Soon gone" });
  for (const id of [json.data.id, json.data.id, posts[0]?.id, "no-id"]) {
    await call("DELETE /2/tweets/{id}", id);
  }
  for (const id of [posts[0]?.id, posts[0]?.id, "no-id"]) {
    await call("DELETE /2/users/{id}/retweets/{source_tweet_id}", `${me} ${id}`);
  }
};

const upload = async (bytes: Buffer, media_type: string, media_category: string) => {
  const wanted = { media_type, media_category, total_bytes: bytes.length };
  const { json } = await write(`${UPLOAD}/initialize`, "", wanted);
  const { id } = json.data;
  const chunk = { media: bytes.toString("base64"), segment_index: 0 };
  await write(`${UPLOAD}/{id}/append`, id, chunk);
  await write(`${UPLOAD}/{id}/finalize`, id, undefined);
  return id;
};

const uploadAll = async (): Promise<void> => {
  const picture = await upload(FILES.png, "image/png", "tweet_image");
  const described = { id: picture, metadata: { alt_text: { text: "A dot" } } };
  for (const each of [described, { ...described, id: "1" }, { id: "no-id" }]) {
    await write("POST /2/media/metadata", "", each);
  }
  const shown = await write("POST /2/tweets", "", {
    text: "A picture",
    media: { media_ids: [picture] },
    reply_settings: "verified",
    made_with_ai: true,
    paid_partnership: true,
  });
  await read("GET /2/tweets", "", { ids: shown.json.data.id });
  for (const outcome of ["succeeded", "failed"]) {
    await x.control("media-processing", { outcome, rounds: 2 });
    const media_id = await upload(FILES.mp4, "video/mp4", "tweet_video");
    for (let round = 0; round < 3; round += 1) {
      await call(STATUS, "", { query: { command: "STATUS", media_id } });
    }
  }
  await call(STATUS, "", { query: { command: "STATUS", media_id: "1" } });
  await write(`${UPLOAD}/initialize`, "", { media_type: "image/png" });
  await write(`${UPLOAD}/{id}/append`, "1", { segment_index: 0 });
  await write(`${UPLOAD}/{id}/finalize`, "1", undefined);
};

/** X's own refusals, of all that can go wrong. */
const refuse = async (): Promise<void> => {
  for (const kind of Object.keys(FAULT_REPLIES)) {
    await x.control("faults", { kind });
    await call("GET /2/users/me");
  }
};

describe("the sandbox answers as X's document says", () => {
  beforeAll(async () => {
    x = await startSignedIn();
    const { users, posts } = (await x.control("state")).json;
    await askAboutUsers(users);
    await askAboutPosts(users, posts);
    const me = (await x.get("users/me")).json.data.id;
    await post(me, posts);
    await undo(me, posts);
    await uploadAll();
    await refuse();
  });
  afterAll(() => x.sandbox.close());

  it.each(OPERATIONS.map(({ name }) => name))("%s", (name) => {
    expect([...(deviations.get(name) ?? [])].toSorted()).toEqual(UNDECLARED[name] ?? []);
    const answered = [...(statuses.get(name) ?? [])];
    expect(answered.some((status) => status < 300)).toBe(true);
    expect(answered.some((status) => status >= 400)).toBe(true);
  });
});

describe("a deviation is found", () => {
  const me = operationNamed("GET /2/users/me");
  const answered = (json: unknown, status = 200, type = "application/json") =>
    deviationsOf(me, { status, headers: new Headers({ "content-type": type }), json });
  const user = { id: "1", name: "One", username: "one" };

  it.each([
    ["a property of another type", { data: { ...user, id: 1 } }, "/data/id must be string"],
    [
      "a property that is missing",
      { data: { id: "1", name: "One" } },
      "/data must have required property 'username'",
    ],
    ["a property too many", { data: { ...user, karma: 1 } }, "/data/karma is not declared"],
    ["a list without anything in it", { errors: [] }, "/errors must NOT have fewer than 1 items"],
    [
      "a problem without what its type asks for",
      {
        errors: [
          { type: "https://api.twitter.com/2/problems/resource-not-found", title: "", value: "" },
        ],
      },
      "/errors/* must have required property 'parameter'",
    ],
    [
      "a photo with what only a video has",
      { includes: { media: [{ media_key: "3_1", type: "photo", duration_ms: 1 }] } },
      "/includes/media/*/duration_ms is not declared",
    ],
  ])("%s", (_, json, deviation) => {
    expect(answered(json)).toContain(deviation);
  });

  it("a status or a kind of content that is not declared", () => {
    expect(answered({ data: user })).toEqual([]);
    expect(answered({}, 204)).toEqual(["204 as application/json is not declared"]);
    expect(answered({}, 500, "text/html")).toEqual(["500 as text/html is not declared"]);
  });
});
