/** The tests in a real browser: `npm run test:browser`. `npm test` needs no browser and leaves them out. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    // Each file starts the connector, the sandbox and a browser of its own.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
