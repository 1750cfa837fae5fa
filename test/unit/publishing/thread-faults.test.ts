/** A thread of ten with media under a sample of the faults that `npm run threads` plays all of. */
import { describe, expect, it } from "vitest";
import { ConnectorError } from "../../../src/connector/errors.ts";
import {
  playCase,
  playCorrected,
  playLate,
  playSlow,
  playTwo,
  TEN,
  type ThreadCase,
  threadCases,
} from "../../threads/play.ts";

/** Primes, so that a sample meets every kind of step and of fault. */
const EVERY = 61;
const EVERY_OF_TWO = 211;
const EVERY_OF_LATE = 151;

const cases = await threadCases();
const sample = (stride: number) => cases.filter((_, index) => index % stride === 0);

const findings = async (
  played: readonly ThreadCase[],
  play: (each: ThreadCase) => Promise<string | undefined>,
) => {
  const found: string[] = [];
  for (const each of played) {
    const wrong = await play(each);
    if (wrong) found.push(`${each.name}: ${wrong}`);
  }
  return found;
};

describe("a thread of ten with media", () => {
  it("is ten posts in order, each once, and told alike by every repeat, whatever befalls it", async () => {
    expect(await findings(sample(EVERY), playCase)).toEqual([]);
  });

  it("is one thread for two callers at once, whatever befalls the first", async () => {
    expect(await findings(sample(EVERY_OF_TWO), playTwo)).toEqual([]);
  });

  // With media, what was made before the fault was made a second time: after 15 minutes nothing told of it any more.
  it("is ten posts, each once, where another run goes on with it hours later", async () => {
    expect(await findings(sample(EVERY_OF_LATE), playLate)).toEqual([]);
  });

  it.each([1_000, 2_500, 5_000])(
    "goes on in a repeat where X takes %i ms for each call, and the time runs out",
    async (xMs) => {
      expect(await playSlow(xMs)).toBeUndefined();
    },
  );

  it.each(TEN.map((_, part) => part + 1))(
    "stops at post %i where X refuses it, and goes on in another run with it corrected",
    async (number) => {
      const { refusal, there, wrong } = await playCorrected(number - 1);
      expect(refusal).toBeInstanceOf(ConnectorError);
      expect(refusal).toMatchObject({
        code: "NotPermitted",
        message: expect.stringContaining(
          "X answered: You are not permitted to perform this action.",
        ),
        options: {
          target: `parts[${number - 1}]`,
          extra: { failedPart: number, postedIds: there },
        },
      });
      expect([there.length, wrong]).toEqual([number - 1, undefined]);
    },
  );
});
