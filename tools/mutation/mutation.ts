/** `npm run mutation [-- ROOM...]`: breaks rooms of src in small ways and scores the tests; fails below a room's floor. */
import { Stryker } from "@stryker-mutator/core";

/** The goal of each room, in per cent. */
const GOAL = 90;

/** What each room reaches, in per cent, and what no change may fall below. */
const FLOORS: Readonly<Record<string, number>> = {
  limits: 98,
  sealing: 95,
  search: 94,
  trigger: 95,
  posting: 96,
  connections: 96,
  spending: 95,
};

const asked = process.argv.slice(2);
for (const room of asked.length > 0 ? asked : Object.keys(FLOORS)) {
  const floor = FLOORS[room];
  if (floor === undefined) {
    console.error(`No such room: ${room}. There are: ${Object.keys(FLOORS).join(", ")}.`);
    process.exit(1);
  }
  process.env.MUTATION_TESTS = `test/unit/${room}/**/*.test.ts`;
  await new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner", "./tools/mutation/sentences.mjs"],
    ignorers: ["sentences"],
    // What is computed when a module loads would need every test of the room in a process of its own.
    ignoreStatic: true,
    mutate: [`src/${room}/**/*.ts`],
    vitest: { configFile: "tools/mutation/vitest.config.ts", related: false },
    thresholds: { high: GOAL, low: GOAL, break: floor },
    // What neither changed nor is tested otherwise since the last run keeps its result.
    incremental: true,
    incrementalFile: `dist/mutation/${room}.json`,
    // Stryker would rewrite it with TypeScript's own parser, which TypeScript 7 does not offer.
    tsconfigFile: "none",
    concurrency: 1,
    // Besides one and a half times what the tests take: long, because a time-out counts as killed and a busy machine is slow.
    timeoutMS: 20_000,
    ignorePatterns: ["dist", "coverage", "migrated", ".local", ".azure", "examples", "releases"],
    tempDirName: "dist/mutation/sandbox",
    reporters: ["progress-append-only", "clear-text", "html"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `dist/mutation/${room}.html` },
  }).runMutationTest();
}
