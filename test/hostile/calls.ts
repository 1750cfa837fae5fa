/** Every way in which the connector calls X, and which of X's calls is made hostile in it. */
import { operations } from "../../src/operations/index.ts";
import { FILES } from "../fixtures/media-files.ts";
import type { CallOptions } from "../harness/connector.ts";

export interface HostileCall {
  readonly route: string;
  readonly options: CallOptions;
  /** X's calls that it makes, as `kindOf` names them. */
  readonly kinds: readonly string[];
  /** What is made at X, and how many of them; one unless told. */
  readonly writes?: "post" | "retweet";
  readonly count?: number;
  /** Its `tweetId` is that of a post of somebody else, another one for each case. */
  readonly namesPost?: true;
  /** The body in JSON, of a text of its own for each case; X refuses a text that it has. */
  readonly body?: (text: string) => unknown;
  /** Media that X goes on processing is waited for until the deadline, so its answers are hostile for a while only. */
  readonly times?: number;
  /** What the clock moves by before it, so that no limit of ours or of X's is met. */
  readonly afterMs: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

const SEARCH = "GET /2/tweets/search/recent";
const COUNTS = "GET /2/tweets/counts/recent";
const MENTIONS = "GET /2/users/ID/mentions";
const BY_NAME = "GET /2/users/by/username/contoso";

const read = (
  route: string,
  query: Readonly<Record<string, string>>,
  ...kinds: readonly string[]
): HostileCall => ({ route, options: { query }, kinds, afterMs: 7 * SECOND_MS });

const READS: readonly HostileCall[] = [
  read("searchtweets", { searchQuery: "contoso", sinceId: "1" }, SEARCH),
  read("usertimeline", { userName: "contoso" }, "GET /2/users/ID/tweets", BY_NAME),
  read("hometimeline", {}, "GET /2/users/ID/timelines/reverse_chronological"),
  read("user", { userName: "contoso" }, BY_NAME),
  read("followers", { userName: "contoso" }, "GET /2/users/ID/followers", BY_NAME),
  read("friends", { userName: "contoso" }, "GET /2/users/ID/following", BY_NAME),
  read("myfollowers", {}, "GET /2/users/ID/followers"),
  read("myfriends", {}, "GET /2/users/ID/following"),
  read("posts", { tweetIds: "1460323737035677698 1460323737035677699" }, "GET /2/tweets"),
  read("mymentions", {}, MENTIONS),
  read("searchposts", { searchQuery: "contoso", maxResults: "200" }, SEARCH),
  read("countposts", { searchQuery: "contoso" }, COUNTS),
  read("estimatesearchcost", { searchQuery: "contoso" }, COUNTS),
];

/** A poll is due an hour after the last; each case has a flow of its own, asked a second time. */
const poll = (
  route: string,
  query: Readonly<Record<string, string>>,
  kind: string,
): HostileCall => ({
  route,
  options: { query, headers: { "x-ms-workflow-id": "hostile" } },
  kinds: [kind],
  afterMs: 61 * MINUTE_MS,
});
const POLLS: readonly HostileCall[] = [
  poll("onnewtweet", { searchQuery: "contoso" }, SEARCH),
  poll("onnewmention", {}, MENTIONS),
];

const RETWEET: HostileCall = {
  route: "retweet",
  writes: "retweet",
  namesPost: true,
  options: { method: "POST" },
  kinds: ["POST /2/users/ID/retweets"],
  afterMs: 16 * MINUTE_MS,
};

/** A post that is there. */
const GET_POST: HostileCall = {
  ...read("post", {}, "GET /2/tweets"),
  namesPost: true,
};

/** What is gone already counts as deleted, so one id does for all. */
const undo = (route: string, kind: string): HostileCall => ({
  route,
  options: { method: "DELETE", query: { tweetId: "1460323737035677698" } },
  kinds: [kind],
  afterMs: 20 * SECOND_MS,
});
const UNDOING: readonly HostileCall[] = [
  undo("deletepost", "DELETE /2/tweets/ID"),
  undo("undoretweet", "DELETE /2/users/ID/retweets/ID"),
];

const post = (file: Uint8Array | undefined, ...kinds: readonly string[]): HostileCall => ({
  route: "posttweet",
  writes: "post",
  options: {
    method: "POST",
    ...(file && { body: file, headers: { "content-type": "application/octet-stream" } }),
  },
  kinds,
  afterMs: 16 * MINUTE_MS,
});

const UPLOAD = "/2/media/upload";
const POSTS: readonly HostileCall[] = [
  post(undefined, "POST /2/tweets"),
  post(
    FILES.png,
    "POST /2/tweets",
    `POST ${UPLOAD}/initialize`,
    `POST ${UPLOAD}/ID/append`,
    `POST ${UPLOAD}/ID/finalize`,
  ),
  { ...post(FILES.mp4, `GET ${UPLOAD}`), times: 2 },
];

/** With each part that is brought to X by a call of its own. */
const PUBLISH: HostileCall = {
  route: "publishpost",
  writes: "post",
  options: { method: "POST" },
  body: () => ({
    text: "Hostile, published",
    media: [{ content: FILES.png.toString("base64"), altText: "A dot" }],
  }),
  kinds: ["POST /2/media/metadata", "POST /2/tweets"],
  afterMs: 16 * MINUTE_MS,
};

const THREAD: HostileCall = {
  route: "publishthread",
  writes: "post",
  count: 2,
  options: { method: "POST" },
  body: (text) => ({ parts: [{ text: `First: ${text}` }, { text: `Second: ${text}` }] }),
  kinds: ["POST /2/tweets"],
  afterMs: 31 * MINUTE_MS,
};

export const CALLS: readonly HostileCall[] = [
  ...READS,
  ...POLLS,
  GET_POST,
  RETWEET,
  ...UNDOING,
  PUBLISH,
  THREAD,
  ...POSTS,
];

/** Operations that call X, and that no case is of. */
export const UNTRIED: readonly string[] = operations
  .filter(
    ({ xEndpoints, route }) => xEndpoints.length > 0 && !CALLS.some((call) => call.route === route),
  )
  .map(({ operationId }) => operationId);
