/** What X is asked by each source of a trigger. */
import { expect, it } from "vitest";
import { mentionsSource, searchSource } from "../../../src/trigger/source.ts";
import { preparedSession } from "../../harness/x-session.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const WINDOW = { sinceId: undefined, untilId: undefined, maxResults: 10 };

// Reported by `npm run mutation`: no test noticed when it broke.
it("a first poll asks for the search alone, whose times might leave nothing to ask", async () => {
  const { x, calls } = preparedSession(() => ({ meta: { result_count: 0 } }));
  const wanted = { query: "haiku", startTime: NOW - 7_200_000, endTime: NOW - 3_600_000 };
  const source = searchSource("haiku until:2026-11-23", wanted);
  await source.probe(x, WINDOW, NOW);
  await source.read(x, WINDOW, NOW);
  expect(calls.map(({ path, values: { query, end_time } }) => [path, query, end_time])).toEqual([
    ["tweets/search/recent", "haiku", undefined],
    ["tweets/search/recent", "haiku", "2026-11-23T11:00:00.000Z"],
  ]);
});

it("sources of a flow are told apart as by the states that are under way", () => {
  expect(searchSource("haiku", { query: "x" }).key).toEqual(["haiku"]);
  expect(mentionsSource("7").key).toEqual(["mentions", "7"]);
});

it("mentions are asked of the user whose they are", async () => {
  const { x, calls } = preparedSession(() => ({ meta: { result_count: 0 } }));
  const source = mentionsSource("7");
  await source.probe(x, { ...WINDOW, sinceId: "1", untilId: "2" }, NOW);
  const answer = await source.read(x, { ...WINDOW, sinceId: "5" }, NOW);
  expect(answer.sinceId).toBe("5");
  expect(
    calls.map(({ path, values: { since_id, until_id } }) => [path, since_id, until_id]),
  ).toEqual([
    ["users/7/mentions", "1", "2"],
    ["users/7/mentions", "5", undefined],
  ]);
});
