/**
 * `npm run bench:cold`: how long the built app takes in a fresh process, which is our part of a cold start, until it is
 * loaded, which the host waits for, and until it has answered a first call, which loads the rest; and beside it an app
 * that has the Functions library and nothing else. On a machine that does other work as well, look at CPU.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { median, quantile } from "./statistics.ts";

const RUNS = 25;
const GOAL_MS = 60;

interface Load {
  readonly milliseconds: number;
  readonly cpuMs: number;
  /** From the start of loading to the answer of a first call. */
  readonly answeredMs: number;
  readonly status: number;
  readonly registered: readonly string[];
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const run = promisify(execFile);
/** Loads a bundle and calls one of its functions. */
const load = async ([app, called, expected]: App): Promise<Load> => {
  const { stdout } = await run(process.execPath, [pathOf("load-app.mjs"), pathOf(app), called]);
  const loaded: Load = JSON.parse(stdout);
  if (loaded.status !== expected) throw new Error(`${called} answered ${loaded.status}.`);
  return loaded;
};

type App = readonly [bundle: string, called: string, expectedStatus: number];
/** Called without a connection, so that neither a store nor X has a part in it. */
const APP: App = ["../dist/app/main.cjs", "User", 401];
const EMPTY_APP: App = ["../dist/bench/empty-app.cjs", "empty", 204];
await build({
  entryPoints: [pathOf("empty-app.ts")],
  outfile: pathOf(EMPTY_APP[0]),
  bundle: true,
  minify: true,
  platform: "node",
  mainFields: ["module", "main"],
  format: "cjs",
  external: ["@azure/functions-core"],
  logLevel: "warning",
});

// The first load reads the file from the disk; Azure's does too, but ours would measure this machine's disk.
const { registered } = await load(APP);
await load(EMPTY_APP);
const loads: Load[] = [];
const emptyLoads: Load[] = [];
for (let count = 0; count < RUNS; count += 1) {
  loads.push(await load(APP));
  emptyLoads.push(await load(EMPTY_APP));
}

const inMs = (value: number): string => `${value.toFixed(1)} ms`;
const middleOf = (all: readonly Load[], figure: "milliseconds" | "cpuMs" | "answeredMs"): string =>
  inMs(median(all.map((each) => each[figure])));
const times = loads.map(({ milliseconds }) => milliseconds);
const goal = `goal: at most ${GOAL_MS} ms, ${median(times) <= GOAL_MS ? "met" : "missed"}`;
console.log(`functions registered  ${registered.length}
loads                 ${RUNS}, each in a process of its own, Node ${process.versions.node}
median                ${middleOf(loads, "milliseconds")} (${goal}), CPU ${middleOf(loads, "cpuMs")}
fastest, 90 %         ${inMs(Math.min(...times))}, ${inMs(quantile(times, 0.9))}
to a first answer     ${middleOf(loads, "answeredMs")}
the library alone     ${middleOf(emptyLoads, "milliseconds")}, CPU ${middleOf(emptyLoads, "cpuMs")}, to a first answer ${middleOf(emptyLoads, "answeredMs")}`);
