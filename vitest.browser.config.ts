/** The tests in a real browser: `npm run test:browser`. `npm test` needs no browser and leaves them out. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    // All files share one page of one browser: a page of its own for each test took longer than what most of them do.
    globalSetup: "test/browser/global-setup.ts",
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
