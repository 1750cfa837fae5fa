import { describe, expect, it } from "vitest";
import { createMovableClock, patchGlobalDate } from "../../../local/clock.ts";

describe("a movable clock", () => {
  it("runs on from where it was moved to", () => {
    let real = 1000;
    const clock = createMovableClock(() => real);
    clock.advance(500);
    expect(clock.now()).toBe(1500);
    clock.set(10_000);
    real += 25;
    expect(clock.now()).toBe(10_025);
  });

  it("leads the process's Date until that is undone", () => {
    const clock = createMovableClock(() => Date.UTC(2026, 10, 23));
    const undo = patchGlobalDate(clock);
    try {
      clock.advance(86_400_000);
      expect(new Date().toISOString()).toBe("2026-11-24T00:00:00.000Z");
      expect(Date.now()).toBe(Date.UTC(2026, 10, 24));
      expect(Date()).toContain("2026");
      expect(new Date(0).getTime()).toBe(0);
      expect(Date.UTC(2020, 0)).toBe(1_577_836_800_000);
      expect(new Date()).toBeInstanceOf(Date);
    } finally {
      undo();
    }
    expect(Date.now()).not.toBe(Date.UTC(2026, 10, 24));
  });

  it("on real time does not call itself", () => {
    const clock = createMovableClock();
    const undo = patchGlobalDate(clock);
    try {
      clock.advance(1000);
      expect(Date.now() - performance.timeOrigin - performance.now()).toBeGreaterThan(900);
    } finally {
      undo();
    }
  });
});
