import { defineConfig } from "vitest/config";

/** For `npm run mutation`: every mutant runs the tests of its room's folder again, so only what runs in this process. */
export default defineConfig({ test: { testTimeout: 30_000 } });
