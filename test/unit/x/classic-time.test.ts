import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClassicTime } from "../../../src/x/classic-time.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = (value: number): string => String(value).padStart(2, "0");

const expected = (date: Date): string => {
  const day = `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
  return `${day} ${time} +0000 ${date.getUTCFullYear()}`;
};

describe("the time of v1.1", () => {
  it("is that of every post since X began, the same however many come before it", () => {
    const min = new Date("2006-03-21T00:00:00Z");
    const max = new Date("2100-01-01T00:00:00Z");
    const dates = fc.array(fc.date({ min, max, noInvalidDate: true }), { maxLength: 5 });
    fc.assert(
      fc.property(dates, (several) => {
        const classicTime = createClassicTime();
        const twice = [...several, ...several];
        return twice.every((date) => classicTime(date.toISOString()) === expected(date));
      }),
    );
  });

  it.each([
    ["without fractions", "2020-03-27T18:01:36Z"],
    ["of another zone", "2020-03-27T19:01:36.000+01:00"],
  ])("is told of a time %s", (_, iso) => {
    expect(createClassicTime()(iso)).toBe("Fri Mar 27 18:01:36 +0000 2020");
  });

  it.each(["", "yesterday", "2020-13-27T18:01:36.000Z", "2020-03-27T25:01:36.000Z"])(
    "is empty for %j, which is none",
    (iso) => {
      expect(createClassicTime()(iso)).toBe("");
    },
  );
});
