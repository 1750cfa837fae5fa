/** What makers' flows do in a week: each as often as it runs, every call with what it asks for. */
import { FILES } from "../fixtures/media-files.ts";
import type { CallOptions } from "../harness/connector.ts";
import type { Random } from "./random.ts";

export interface FlowCall {
  readonly route: string;
  readonly options: CallOptions;
}

/** What a flow knows when it runs. */
export interface Moment {
  readonly random: Random;
  /** No two moments have the same. */
  readonly number: number;
  readonly word: string;
  readonly maker: string;
  /** Posts of others: any, and one that mentions the maker. */
  readonly others: string;
  readonly mention: string;
  /** A post of the maker's own. */
  readonly own: string;
}

export interface Flow {
  readonly everyHours: number;
  call(moment: Moment): FlowCall;
}

const read = (
  everyHours: number,
  route: string,
  query: (moment: Moment) => Record<string, string>,
): Flow => ({ everyHours, call: (moment) => ({ route, options: { query: query(moment) } }) });

const change = (
  everyHours: number,
  method: "POST" | "DELETE",
  route: string,
  query: (moment: Moment) => Record<string, string>,
): Flow => ({
  everyHours,
  call: (moment) => ({ route, options: { method, query: query(moment) } }),
});

const publish = (everyHours: number, route: string, body: (moment: Moment) => object): Flow => ({
  everyHours,
  call: (moment) => ({
    route,
    options: { method: "POST", body: JSON.stringify(body(moment)) },
  }),
});

const PEOPLE = ["contoso", "fabrikam", "tailspin_toys", "megan_bowen", "lee_gu"] as const;

export const FLOWS: readonly Flow[] = [
  read(1, "searchtweets", ({ word }) => ({ searchQuery: word, maxResults: "20" })),
  read(2, "searchtweets", ({ word }) => ({ searchQuery: `${word} OR contoso`, maxResults: "50" })),
  read(12, "searchposts", ({ word }) => ({ searchQuery: word, maxResults: "150" })),
  read(3, "usertimeline", ({ random }) => ({ userName: random.pick(PEOPLE) })),
  read(3, "hometimeline", () => ({ maxResults: "20" })),
  read(4, "user", ({ random }) => ({ userName: random.pick(PEOPLE) })),
  read(12, "followers", ({ random }) => ({ userName: random.pick(PEOPLE) })),
  read(12, "friends", ({ random }) => ({ userName: random.pick(PEOPLE) })),
  read(12, "myfollowers", () => ({})),
  read(12, "myfriends", () => ({})),
  read(6, "mymentions", () => ({})),
  read(6, "post", ({ others }) => ({ tweetId: others })),
  read(6, "posts", ({ others, own }) => ({ tweetIds: `${others} ${own}` })),
  read(12, "countposts", ({ word }) => ({ searchQuery: word })),
  read(24, "estimatesearchcost", ({ word }) => ({ searchQuery: word })),
  change(1, "POST", "posttweet", ({ number }) => ({ tweetText: `News, number ${number}` })),
  change(3, "POST", "posttweet", ({ number }) => ({
    tweetText: `More of it (${number}): https://contoso.example/${number}`,
  })),
  change(6, "POST", "retweet", ({ others }) => ({ tweetId: others })),
  change(12, "DELETE", "undoretweet", ({ others }) => ({ tweetId: others })),
  change(12, "DELETE", "deletepost", ({ own }) => ({ tweetId: own })),
  publish(6, "publishpost", ({ number }) => ({
    text: `A picture, number ${number}`,
    media: [{ content: FILES.png.toString("base64"), altText: "A dot" }],
  })),
  publish(6, "publishpost", ({ number, mention }) => ({
    text: `Thank you, number ${number}`,
    replyTo: mention,
  })),
  publish(12, "publishthread", ({ number }) => ({
    parts: [1, 2, 3].map((part) => ({ text: `Part ${part} of thread ${number}` })),
  })),
];
