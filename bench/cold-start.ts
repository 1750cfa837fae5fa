/**
 * `npm run bench:cold`: how long the built app takes to load in a fresh process, which is our part of a cold start, and
 * beside it an app that has the Functions library and nothing else. On a machine that does other work as well, look at CPU.
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
  readonly registered: readonly string[];
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const run = promisify(execFile);
const load = async (app: string): Promise<Load> => {
  const { stdout } = await run(process.execPath, [pathOf("load-app.mjs"), pathOf(app)]);
  return JSON.parse(stdout);
};

const APP = "../dist/app/main.cjs";
const EMPTY_APP = "../dist/bench/empty-app.cjs";
await build({
  entryPoints: [pathOf("empty-app.ts")],
  outfile: pathOf(EMPTY_APP),
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
const cpuOf = (all: readonly Load[]): string => inMs(median(all.map(({ cpuMs }) => cpuMs)));
const times = loads.map(({ milliseconds }) => milliseconds);
const middle = median(times);
console.log(`functions registered  ${registered.length}
loads                 ${RUNS}, each in a process of its own, Node ${process.versions.node}
median                ${inMs(middle)} (goal: at most ${GOAL_MS} ms, ${middle <= GOAL_MS ? "met" : "missed"}), CPU ${cpuOf(loads)}
fastest, 90 %         ${inMs(Math.min(...times))}, ${inMs(quantile(times, 0.9))}
the library alone     ${inMs(median(emptyLoads.map(({ milliseconds }) => milliseconds)))}, CPU ${cpuOf(emptyLoads)}`);
