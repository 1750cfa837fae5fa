import { defineConfig } from "vitest/config";

/** These put modules of their own in the place of others', which a process that they share would keep. */
const MOCKS_MODULES = "test/docs/runbook.test.ts";
const NEEDS_A_BROWSER = "test/browser/**";
const TAKES_MINUTES = "test/hostile/**";
/** What these hold is the same in the bundle, whose every operation test/processes/package.test.ts calls. */
const RULES_ALONE = [
  "test/http/search-*.test.ts",
  "test/http/posts.test.ts",
  "test/http/publish-thread.test.ts",
];
/** What an answer of X may do to a process shows in the bundle, so it is played there alone. */
const IS_OF_THE_BUNDLE = "test/http/hostile.test.ts";

export default defineConfig({
  test: {
    pool: "forks",
    // Files share a process and what it has loaded: half the time. Each app under test is loaded anew all the same.
    isolate: false,
    maxWorkers: "100%",
    // Tests start services and processes of their own; a busy machine of two cores needs time for that.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.d.ts"],
      reporter: ["text-summary"],
      thresholds: { lines: 95, branches: 95, functions: 95, statements: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          include: ["test/**/*.test.ts"],
          exclude: [MOCKS_MODULES, NEEDS_A_BROWSER, TAKES_MINUTES, IS_OF_THE_BUNDLE],
        },
      },
      {
        extends: true,
        test: { name: "alone", include: [MOCKS_MODULES], isolate: true },
      },
      {
        // The same tests through HTTP once more, against what is deployed.
        extends: true,
        test: {
          name: "built",
          include: ["test/http/**/*.test.ts"],
          exclude: RULES_ALONE,
          env: { APP_UNDER_TEST: "built" },
        },
      },
    ],
  },
});
