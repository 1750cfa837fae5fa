/** Every hostile answer of X, against the bundle: `npm run hostile`. `npm test` plays a sample of them. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/hostile/**/*.test.ts"],
    env: { APP_UNDER_TEST: "built" },
    pool: "forks",
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
  },
});
