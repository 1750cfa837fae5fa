/** `npm run mutation [-- ROOM...]`: the mutation score of rooms of src, one after the other; fails below a room's floor. */
import { Stryker } from "@stryker-mutator/core";

/** The goal of each room, in per cent. */
const GOAL = 90;
/** What is reached, and what no change may fall below; none where nobody has measured the whole room. */
const FLOORS: Readonly<Record<string, number | null>> = {
  limits: 98,
  sealing: null,
  search: null,
  trigger: null,
  posting: null,
  connections: null,
  spending: null,
};

const named = process.argv.slice(2);
const unknown = named.filter((room) => !(room in FLOORS));
if (unknown.length > 0) {
  console.error(
    `No such room: ${unknown.join(", ")}. There are: ${Object.keys(FLOORS).join(", ")}.`,
  );
  process.exit(1);
}
for (const room of named.length > 0 ? named : Object.keys(FLOORS)) {
  await new Stryker({
    mutate: [`src/${room}/**/*.ts`],
    vitest: { configFile: "vitest.mutation.config.ts", dir: `test/unit/${room}` },
    thresholds: { high: GOAL, low: GOAL, break: FLOORS[room] ?? null },
    htmlReporter: { fileName: `dist/mutation/${room}.html` },
  }).runMutationTest();
}
