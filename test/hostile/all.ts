/**
 * `npm run hostile`: every hostile answer to every call of X, against the bundle. Most of a case is waiting, so several
 * processes share them; one that ends is a crash, and the next goes on behind the case that ended it. Prints every
 * finding, the slowest cases and the sums, and fails where there is a finding.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Orders, Report } from "./part.ts";
import type { Finding } from "./run.ts";

const RUN = fileURLToPath(new URL("../../tools/run.mjs", import.meta.url));
const PART = fileURLToPath(new URL("part.ts", import.meta.url));
const PARTS = 3 * availableParallelism();
const FEWEST_CASES = 5_000;
/** A call is answered in less; a case that takes longer hangs. */
const HANGS_AFTER_MS = 180_000;
const SLOWEST = 10;
const TOLD_EVERY = 2_000;

const findings: Finding[] = [];
const slow: { readonly ms: number; readonly name: string }[] = [];
let cases = 0;
let played = 0;

const find = (finding: Finding): void => {
  console.log(`${finding.kind}: ${finding.text}`);
  findings.push(finding);
};

/** Plays a part from a case on; answers with the case to go on from when its process has ended before it was done. */
const playFrom = (orders: Orders): Promise<number | undefined> =>
  new Promise((resolve) => {
    const child = fork(RUN, [PART], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    let current = { index: orders.from, name: "the start" };
    let isHanging = false;
    const hang = () => {
      isHanging = true;
      child.kill("SIGKILL");
    };
    const watch = setTimeout(hang, HANGS_AFTER_MS);
    child.on("message", (told: Report) => {
      watch.refresh();
      if (told.kind === "cases") cases = told.count;
      else if (told.kind === "began") current = told;
      else {
        played += 1;
        for (const finding of told.findings) find(finding);
        slow.push({ ms: told.ms, name: current.name });
        if (played % TOLD_EVERY === 0) console.log(`${played} of ${cases}`);
      }
    });
    child.once("exit", (code) => {
      clearTimeout(watch);
      if (code === 0) {
        resolve(undefined);
        return;
      }
      find({ kind: isHanging ? "past the time-out" : "crash", text: current.name });
      resolve(current.index + 1);
    });
    child.send(orders);
  });

const playPart = async (part: number): Promise<void> => {
  let from: number | undefined = 0;
  while (from !== undefined) from = await playFrom({ part, parts: PARTS, from });
};

const startedAt = performance.now();
await Promise.all(Array.from({ length: PARTS }, (_, part) => playPart(part)));

const count = (kind: Finding["kind"]): number =>
  findings.filter((finding) => finding.kind === kind).length;

console.log("The slowest:");
for (const { ms, name } of slow.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST))
  console.log(`  ${(ms / 1000).toFixed(1)} s  ${name}`);
console.log(
  `${played} of ${cases} hostile answers in ${Math.round((performance.now() - startedAt) / 1000)} s: ` +
    `${count("500")} × 500, ${count("crash")} crashes, ${count("past the time-out")} past the time-out, ` +
    `${count("posts")} posts not made once or not told so, ${count("shape")} answers not as documented`,
);
if (findings.length > 0 || played < Math.max(cases, FEWEST_CASES)) process.exitCode = 1;
