/** Every operator of X's list: https://docs.x.com/x-api/posts/search/integrate/operators */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
let ids: Readonly<Record<"plain" | "other", string>>;

const OSLO = { id: "0a1b", name: "Oslo", country: "NO", longitude: 10.75, latitude: 59.91 };
const BERGEN = { id: "0c2d", name: "Bergen", country: "NO", longitude: 5.32, latitude: 60.39 };

beforeAll(async () => {
  x = await startSignedIn();
  await x.control("users", { username: "op_anna", verified: true, lists: ["77", "78"] });
  const create = async (post: object): Promise<string> => {
    const answer = await x.control("posts", { as: "op_ben", ...post });
    return answer.json.id;
  };
  const plain = await create({ text: "okapi plain" });
  const other = await create({ text: "okapi other" });
  await create({ as: "op_anna", text: "okapi anna $OKPI", likes: 12, media: ["video"] });
  await create({ text: "okapi oslo", facts: { place: OSLO } });
  await create({ text: "okapi bergen", facts: { place: BERGEN } });
  await create({
    text: "okapi about",
    facts: { context: ["10.799022225751871488"], entities: ["Michael Jordan"] },
  });
  await create({ text: "okapi advert", facts: { nullcast: true } });
  await create({ text: "okapi reply", inReplyTo: plain });
  await create({ text: "okapi quote", quoteOf: other });
  await create({ retweetOf: other });
  ids = { plain, other };
});
afterAll(() => x.sandbox.close());

const search = (query: string) => x.get("tweets/search/recent", { query });
/** The second words of what is found, in alphabetical order. */
const found = async (query: string): Promise<string[]> => {
  const { status, json } = await search(query);
  expect(status, JSON.stringify(json)).toBe(200);
  return (json.data ?? []).map(({ text }: { text: string }) => text.split(" ")[1]).sort();
};

describe("X's operators", () => {
  it.each<[string, string[]]>([
    ["list:77", ["anna"]],
    ["list:79", []],
    ["place:oslo", ["oslo"]],
    ["place:0c2d", ["bergen"]],
    ["place_country:NO", ["bergen", "oslo"]],
    ["place_country:se", []],
    ["point_radius:[10.7 59.9 10mi]", ["oslo"]],
    ["point_radius:[10.7 59.9 1km]", []],
    ["bounding_box:[5 60 6 61]", ["bergen"]],
    ["geo_bounding_box:[5 60 6 61]", ["bergen"]],
    ["context:10.799022225751871488", ["about"]],
    ["context:10.*", ["about"]],
    ["context:11.*", []],
    ['entity:"Michael Jordan"', ["about"]],
    ["okapi is:verified", ["anna"]],
    ["okapi has:cashtags", ["anna"]],
    ["okapi has:video_link", ["anna"]],
    ["okapi has:media_link", ["anna"]],
    ["okapi has:geo", ["bergen", "oslo"]],
    ["okapi min_likes:12", ["anna"]],
    ["okapi min_likes:13", []],
    ["okapi min_replies:1", ["plain"]],
    ["okapi min_reposts:1", ["other"]],
    ["okapi is:quote", ["quote"]],
    ["okapi -is:nullcast", ["about", "anna", "bergen", "oslo", "other", "plain", "quote", "reply"]],
  ])("%s", async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it("of another post find what refers to it; a retweet is never found", async () => {
    expect(await found(`in_reply_to_tweet_id:${ids.plain}`)).toEqual(["reply"]);
    expect(await found(`in_reply_to_status_id:${ids.plain}`)).toEqual(["reply"]);
    expect(await found(`quotes_of_tweet_id:${ids.other}`)).toEqual(["quote"]);
    expect(await found(`retweets_of_tweet_id:${ids.other}`)).toEqual([]);
    expect(await found(`conversation_id:${ids.plain}`)).toEqual(["plain", "reply"]);
  });

  it.each([
    ["okapi is:nullcast", "is:nullcast must be negated"],
    ["list:contoso/partners", "no viable alternative at input 'list:contoso/partners'"],
    ["min_likes:many", "no viable alternative at input 'min_likes:many'"],
    ["context:basketball", "no viable alternative at input 'context:basketball'"],
    ["place_country:Norway", "Invalid value for operator 'place_country'"],
    ["point_radius:[10.7 59.9 26mi]", "Invalid value for operator 'point_radius'"],
    ["point_radius:oslo", "Invalid value for operator 'point_radius'"],
    ["bounding_box:[6 60 5 61]", "Invalid value for operator 'bounding_box'"],
    ["okapi min_faves:1", "Reference to invalid operator 'min_faves'"],
    ["okapi, oslo", "no viable alternative at character ',' (at position 6)"],
  ])("%s is refused", async (query, message) => {
    const { status, json } = await search(query);
    expect(status).toBe(400);
    expect(json.errors[0].message).toContain(message);
  });
});
