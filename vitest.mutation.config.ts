import { defineConfig } from "vitest/config";

/** Plays every fault on the sandbox, over sockets: seconds for each mutant, and little that the others do not notice. */
const SLOW = "**/posting/faults.test.ts";

/** For `npm run mutation`: every mutant runs the tests of its room's folder again, so only what runs in this process. */
export default defineConfig({ test: { testTimeout: 30_000, exclude: [SLOW] } });
