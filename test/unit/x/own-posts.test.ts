import { describe, expect, it } from "vitest";
import { snowflakeAt } from "../../../src/x/ids.ts";
import { findOwnPost } from "../../../src/x/own-posts.ts";
import { preparedSession } from "../../harness/x-session.ts";

const SENT_AT = Date.parse("2026-11-23T12:00:00Z");

/** A timeline of one post, which X leaves out when it was made before `since_id`, by X's clock. */
const timelineWith = (madeAt: number) =>
  preparedSession(({ values }) => {
    const id = snowflakeAt(madeAt);
    const isShown = values.since_id === undefined || id > BigInt(String(values.since_id));
    return { data: isShown ? [{ id: String(id), text: "Hello" }] : [] };
  });

// Reported: no test noticed when the allowance for X's clock was taken out.
describe("a post that is looked for since it was sent", () => {
  it.each([0, 1, 60, 119])("is found where X's clock is %i seconds behind", async (seconds) => {
    const madeAt = SENT_AT - seconds * 1000 + 1;
    const { x } = timelineWith(madeAt);
    expect(await findOwnPost(x, "1", () => true, { since: SENT_AT })).toBe(
      String(snowflakeAt(madeAt)),
    );
  });

  it("is none of those that were made more than two minutes before", async () => {
    const { x } = timelineWith(SENT_AT - 121_000);
    expect(await findOwnPost(x, "1", () => true, { since: SENT_AT })).toBeUndefined();
  });

  it("is any of the newest when nobody says since when", async () => {
    const { x } = timelineWith(SENT_AT - 121_000);
    expect(await findOwnPost(x, "1", () => true)).toBe(String(snowflakeAt(SENT_AT - 121_000)));
  });
});
