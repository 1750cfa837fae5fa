import { afterAll, beforeAll, expect, it } from "vitest";
import { hostileCases, play, startHostileWorld } from "./run.ts";

let world: Awaited<ReturnType<typeof startHostileWorld>>;
beforeAll(async () => {
  world = await startHostileWorld();
});
afterAll(() => world.close());

it("whatever X answers to any call, the caller gets a documented answer in time, and X one post", async () => {
  const cases = await hostileCases(world);
  expect(cases.length).toBeGreaterThan(5_000);
  const findings: string[] = [];
  for (const [index, each] of cases.entries()) {
    const found = await play(world, each);
    for (const finding of found) console.log(finding);
    findings.push(...found);
    if (index % 1_000 === 999) console.log(`${index + 1} of ${cases.length}: ${findings.length}`);
  }
  console.log(`${cases.length} hostile answers, ${findings.length} findings`);
  expect(findings).toEqual([]);
});
