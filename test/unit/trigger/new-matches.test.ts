import { expect, it } from "vitest";
import { readNewMatches } from "../../../src/trigger/new-matches.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";
import { preparedSession } from "../../harness/x-session.ts";

const MINUTE_MS = 60_000;
const NOW = Date.parse("2026-11-23T12:00:00Z");

it("keeps every tweet that X gave, also where X's pages are shorter than asked for", async () => {
  const ids = Array.from({ length: 12 }, (_, index) =>
    String(snowflakeAt(NOW - (index + 1) * MINUTE_MS)),
  );
  const posts = ids.map((id) => ({ id, text: "", author_id: "1" }));
  const pages = [
    { data: posts.slice(0, 9), meta: { next_token: "next" } },
    { data: posts.slice(9), meta: {} },
  ];
  const { x } = preparedSession(() => pages.shift());
  const since = snowflakeAt(NOW - 60 * MINUTE_MS);
  const { tweets, isCutOff } = await readNewMatches(x, { query: "contoso" }, since, 10, NOW);
  expect(tweets.map(({ TweetId }) => TweetId)).toEqual(ids);
  expect(isCutOff).toBe(false);
});
