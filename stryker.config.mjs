/** Breaks the code in small ways and tells which of them no test notices. `npm run mutation` names the room and its floor. */

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  // Stryker would rewrite it with TypeScript's own parser, which TypeScript 7 does not offer.
  tsconfigFile: "none",
  concurrency: 1,
  // Besides one and a half times what the tests take: long, because a time-out counts as killed and a busy machine is slow.
  timeoutMS: 20_000,
  ignorePatterns: ["dist", "coverage", "migrated", ".local", ".azure", "examples", "releases"],
  tempDirName: "dist/mutation/sandbox",
  reporters: ["progress-append-only", "clear-text", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
