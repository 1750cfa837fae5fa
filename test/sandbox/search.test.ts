import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
  const posts = [
    { as: "finder_a", text: "Zebra crossing, zebras & zebrafish #Zoo" },
    { as: "finder_a", text: "the zebra crossing is closed", lang: "fr" },
    { as: "finder_b", text: "A crossing for one zebra: https://zoo.example/Map", media: ["photo"] },
    { as: "finder_b", text: "I like @finder_a and its zebra", media: ["video"] },
  ];
  for (const post of posts) await x.control("posts", post);
});
afterAll(() => x.sandbox.close());

const search = (query: string, more: Record<string, string> = {}) =>
  x.get("tweets/search/recent", { query, ...more });
const found = async (query: string): Promise<string[]> => {
  const { json } = await search(query);
  return (json.data ?? []).map(({ text }: { text: string }) => text.slice(0, 8).trim()).reverse();
};

const [A, B, C, D] = ["Zebra cr", "the zebr", "A crossi", "I like @"];

describe("a query", () => {
  it.each<[string, (string | undefined)[]]>([
    ["zebra", [A, B, C, D]],
    ["ZEBRA crossing", [A, B, C]],
    ['"zebra crossing"', [A, B]],
    ["zebras", [A]],
    ["zebra -crossing", [D]],
    ["zebrafish OR like zebra", [A, D]],
    ["(zebrafish OR like) zebra", [A, D]],
    ["zebra -(closed OR like)", [A, C]],
    ["#zoo", [A]],
    ["zebra @finder_a", [D]],
    ["zebra from:finder_b", [C, D]],
    ["from:Finder_B", [C, D]],
    ["zebra has:media", [C, D]],
    ["zebra has:images", [C]],
    ["zebra has:videos", [D]],
    ["zebra has:links -has:mentions", [C]],
    ["zebra lang:fr", [B]],
    ["url:zoo.example", [C]],
    ["zebra is:reply", []],
    ["zebra is:retweet", []],
    ["from:nobody_here", []],
  ])("%s", async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it("finds replies to somebody, and words in scripts without spaces", async () => {
    expect(await found("to:contoso_help")).toHaveLength(1);
    expect(await found("会议")).toHaveLength(1);
  });

  it("finds neither retweets nor posts of protected and suspended accounts", async () => {
    expect(await found("from:private_pat")).toEqual([]);
    expect(await found("from:spam_sam")).toEqual([]);
    const { json } = await search("(contoso OR fabrikam)", { max_results: "100" });
    const texts = json.data.map(({ text }: { text: string }) => text);
    expect(texts.filter((text: string) => text.startsWith("RT @"))).toEqual([]);
    expect(json.meta.next_token).toBeDefined();
  });

  it("reaches back seven days", async () => {
    expect(await found('"search no longer reaches"')).toEqual([]);
  });

  it("that finds nothing has no data", async () => {
    expect((await search("nowhere_to_be_found")).json).toEqual({ meta: { result_count: 0 } });
  });

  it.each([
    ["filter:links zebra", "Reference to invalid operator 'filter'"],
    ["zebra since:2026-11-01", "Reference to invalid operator 'since'"],
    ["zebra until:2026-11-20", "Reference to invalid operator 'until'"],
    ["zebra near:Oslo", "Reference to invalid operator 'near'"],
    ["zebra is:funny", "Reference to invalid operator 'is:funny'"],
    ["from:@contoso", "no viable alternative at input 'from:@contoso'"],
    ["is:retweet", "is/has/lang cannot be used as a standalone operator (at position 1)"],
    ["-zebra", "Rules must contain at least one positive, non-stopword clause (at position 1)"],
    ["zebra OR", "no viable alternative at input '<EOF>'"],
    ["OR zebra", "no viable alternative at input 'OR' (at position 1)"],
    ["(zebra", "missing ')' at '<EOF>'"],
    ["zebra)", "extraneous input ')'"],
    ['zebra "cross', "no viable alternative at character '\"' (at position 7)"],
    ["cats and dogs", "Ambiguous use of and as a keyword."],
    ["z".repeat(513), "512 characters"],
    ["", "The `query` query parameter can not be empty"],
  ])("%s is refused in X's words", async (query, message) => {
    const { status, json } = await search(query);
    expect(status).toBe(400);
    expect(json.errors[0].message).toContain(message);
    expect(Object.keys(json.errors[0].parameters)).toEqual(["query"]);
  });
});

describe("a page", () => {
  it.each(["9", "101", "ten"])("refuses max_results %s", async (max_results) => {
    const { status, json } = await search("contoso", { max_results });
    expect([status, Object.keys(json.errors[0].parameters)]).toEqual([400, ["max_results"]]);
  });

  it("leads to the next by its token", async () => {
    const first = await search("contoso", { max_results: "100" });
    const second = await search("contoso", {
      max_results: "100",
      next_token: first.json.meta.next_token,
    });
    expect(first.json.data).toHaveLength(100);
    expect(BigInt(second.json.meta.newest_id)).toBeLessThan(BigInt(first.json.meta.oldest_id));
  });

  it("begins after since_id", async () => {
    const { json } = await search("zebra");
    const { id } = json.data[2];
    const newer = await search("zebra", { since_id: id });
    expect(newer.json.data).toHaveLength(2);
  });

  it.each(["since_id", "until_id"])("refuses a %s of more than seven days ago", async (name) => {
    const { status, json } = await search("zebra", { [name]: "1460323737035677698" });
    expect(status).toBe(400);
    expect(json.errors[0].parameters).toEqual({ [name]: ["1460323737035677698"] });
    expect(json.errors[0].message).toMatch(
      new RegExp(
        `^'${name}' must be a tweet id created after \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\dZ\\. Please use a '${name}' that is larger than \\d{19}$`,
      ),
    );
  });

  it("refuses times that it does not reach, and a since_id beside a start_time", async () => {
    const at = (ms: number) => new Date(x.sandbox.clock.now() + ms).toISOString();
    const day = 24 * 60 * 60 * 1000;
    const late = await search("zebra", { end_time: at(0) });
    const early = await search("zebra", { start_time: at(-8 * day) });
    const both = await search("zebra", {
      start_time: at(-day),
      since_id: (await search("zebra")).json.data[0].id,
    });
    const odd = await search("zebra", { start_time: "yesterday" });
    expect(late.json.errors[0].message).toContain("a minimum of 10 seconds prior");
    expect(early.json.errors[0].message).toContain("'start_time' must be on or after");
    expect([both.status, odd.status]).toEqual([400, 400]);
  });

  it("shows a post once it is indexed", async () => {
    await x.control("posts", { as: "finder_a", text: "quagga late", indexedAfterMs: 180_000 });
    expect(await found("quagga")).toEqual([]);
    await x.control("clock", { advanceMs: 180_000 });
    expect(await found("quagga")).toHaveLength(1);
  });
});
