/** The amounts and numbers that the pages of costs tell in their prose are those of the price list and of the code. */
import { describe, expect, it } from "vitest";
import { WARN_SHARE } from "../../src/spending/budget-warnings.ts";
import { KEPT_MONTHS } from "../../src/spending/ledger.ts";
import { LEAST_ROOM, MOST_ROOM } from "../../src/spending/ledger-page-row.ts";
import { MENTIONS_A_PAGE, MENTIONS_A_POST } from "../../src/x/billing.ts";
import { type PriceClass, priceOf, toDollars } from "../../src/x/prices.ts";
import { readRoot } from "../harness/read-root.ts";

const AMOUNT = /\$\d+(?:\.\d+)?/g;

/** Words around an amount, `_` in its place, and the class of the price list that it is of. */
const PRICES: Readonly<
  Record<string, readonly (readonly [sentence: string, price: PriceClass])[]>
> = {
  "docs/spending.md": [
    ["the one who replies costs _ at X", "summonedReply"],
    ["booked as any post, with _:", "post"],
    ["the other post would cost _,", "postRead"],
    ["reads the user for _.", "userRead"],
  ],
};

/** One line, without tables. */
const proseOf = async (page: string): Promise<string> =>
  (await readRoot(page)).replace(/^\|.*$/gm, "").replace(/\s+/g, " ");

const told = (sentence: string, price: PriceClass): string =>
  sentence.replace("_", `$${toDollars(priceOf(price)).toFixed(3)}`);

describe.each(Object.entries(PRICES))("%s", (page, prices) => {
  it("tells prices as the list has them, and no other", async () => {
    const prose = await proseOf(page);
    for (const [sentence, price] of prices) expect(prose).toContain(told(sentence, price));
    expect(prose.match(AMOUNT)).toHaveLength(prices.length);
  });

  it("has the difference that a summoned reply makes as no more than reading costs", () => {
    expect(priceOf("post") - priceOf("summonedReply")).toBeLessThanOrEqual(priceOf("postRead"));
  });

  it("tells the other numbers as the code has them", async () => {
    const prose = await proseOf(page);
    expect(prose).toContain(`figures are kept ${KEPT_MONTHS} months`);
    expect(prose).toContain(`warns at ${100 * WARN_SHARE} %`);
    expect(prose).toContain(
      `but ${100 * toDollars(LEAST_ROOM)} cents at least and ${toDollars(MOST_ROOM) * 100} at most`,
    );
    expect(MENTIONS_A_POST).toBe(10);
    expect(prose).toContain(`Held is ten a tweet, and ${MENTIONS_A_PAGE} at least`);
  });
});
