/** `npm run bench:cold`: how long the built app takes to load in a fresh process, which is our part of a cold start. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { median, quantile } from "./statistics.ts";

const RUNS = 25;
const GOAL_MS = 60;

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const run = promisify(execFile);

const load = async (): Promise<{ milliseconds: number; registered: string[] }> => {
  const loader = pathOf("load-app.mjs");
  const { stdout } = await run(process.execPath, [loader, pathOf("../dist/app/main.cjs")]);
  return JSON.parse(stdout);
};

// The first load reads the file from the disk; Azure's does too, but ours would measure this machine's disk.
const { registered } = await load();
const times: number[] = [];
for (let count = 0; count < RUNS; count += 1) times.push((await load()).milliseconds);

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const middle = median(times);
console.log(`functions registered  ${registered.length}
loads                 ${RUNS}, each in a process of its own, Node ${process.versions.node}
median                ${milliseconds(middle)} (goal: at most ${GOAL_MS} ms, ${middle <= GOAL_MS ? "met" : "missed"})
fastest, 90 %         ${milliseconds(Math.min(...times))}, ${milliseconds(quantile(times, 0.9))}`);
