import { defineConfig } from "vitest/config";
import { warmThreads } from "./warm-thread.ts";

/** Plays every fault on the sandbox, over sockets: seconds for each mutant, and little that the others do not notice. */
const SLOW = "**/posting/faults.test.ts";

/** For `npm run mutation`, which names the tests of the room: every mutant runs them again, so only what is fast. */
export default defineConfig({
  test: {
    include: process.env.MUTATION_TESTS?.split(",") ?? [],
    exclude: [SLOW],
    setupFiles: ["tools/mutation/vitest.setup.ts"],
    isolate: false,
    // A test that waits for what never comes is a killed mutant.
    testTimeout: 5_000,
  },
  plugins: [
    {
      name: "warm-threads",
      // Stryker asks for a pool of threads itself.
      configureVitest: ({ project }) => {
        project.config.pool = warmThreads.name;
        project.config.poolRunner = warmThreads;
      },
    },
  ],
});
