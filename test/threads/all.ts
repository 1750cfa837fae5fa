/**
 * `npm run threads`: a thread of ten with media under every fault at every step: alone, with a second caller beside it, and
 * gone on with by another run hours later. Then, in processes of their own on one table, one that is killed before and after
 * each of its calls, and another that goes on. Prints what went wrong and the sums, and fails where anything did.
 */
import { startKilling } from "./killed.ts";
import { playCase, playLate, playSlow, playTwo, type ThreadCase, threadCases } from "./play.ts";

const SLOWEST_MS = 8_000;
const SLOW_STEP_MS = 250;

const startedAt = performance.now();
let played = 0;
let wrong = 0;
const play = async (name: string, playing: Promise<string | undefined>): Promise<void> => {
  const finding = await playing.catch((error: unknown) => `threw ${error}`);
  played += 1;
  if (finding === undefined) return;
  wrong += 1;
  console.log(`${name}: ${finding}`);
};

const cases: readonly ThreadCase[] = await threadCases();
for (const each of cases) await play(each.name, playCase(each));
for (const each of cases) await play(`two at once, ${each.name}`, playTwo(each));
for (const each of cases) await play(`hours later, ${each.name}`, playLate(each));
for (let ms = SLOW_STEP_MS; ms <= SLOWEST_MS; ms += SLOW_STEP_MS)
  await play(`X takes ${ms} ms for each call`, playSlow(ms));

const killing = await startKilling();
for (const kill of await killing.kills()) await play(kill.name, killing.play(kill));
await killing.close();

const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(
  `${played} threads of ten in ${seconds} s: ${wrong} not made once, in order, and told so`,
);
if (wrong > 0) process.exitCode = 1;
