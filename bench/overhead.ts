/**
 * `npm run bench`: what the connector adds to a call of X. The same call goes straight to the sandbox X, by the library
 * that the connector uses, through a bare reverse proxy, through functions that do nothing or only hand it on, and
 * through the built connector in the local host, in turn; sandbox, proxy, functions and connector run in processes of
 * their own. Quote ratios of one run, never figures of two.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesPerCall, startCountedChild } from "./allocation.ts";
import { type Child, startChild } from "./child.ts";
import { median } from "./statistics.ts";
import { storeTripsPerCall } from "./store-trips.ts";
import { timeInTurn, timeTogether } from "./timing.ts";
import {
  BARE_PROXY,
  SCENARIOS,
  type Scenario,
  type SignedIn,
  signInAll,
  type Way,
} from "./ways.ts";

/** X allows 300 calls in 15 minutes, the connector 600 in an hour: a batch keeps both, then an hour passes. */
const BATCH = 250;
const BATCHES = 7;
/** Until then the engine still compiles: CPU a call falls by a third between the fourth batch and this one. */
const WARM_UP_BATCHES = 12;
const WIDTH = 32;
const POSTS = 120;

interface Figures {
  readonly name: string;
  /** Of one call at a time. */
  readonly milliseconds: number[];
  /** Of each batch, `WIDTH` at a time. */
  readonly togetherMs: number[];
  /** Of each such batch; empty where there is no process of its own. */
  readonly cpuMs: number[];
}

const together = async (figures: Figures, { call, child }: Way): Promise<void> => {
  const cpuBefore = (await child?.cpuMs()) ?? 0;
  figures.togetherMs.push(await timeTogether(BATCH, WIDTH, call));
  if (child) figures.cpuMs.push((await child.cpuMs()) - cpuBefore);
};

const print = (rows: readonly Figures[]): void => {
  const [direct] = rows;
  const proxy = rows.find(({ name }) => name === BARE_PROXY);
  if (!direct || !proxy) throw new Error("There is nothing to compare with.");
  console.log("                   median      to X  to proxy   a second  to proxy  CPU a call");
  for (const { name, milliseconds, togetherMs, cpuMs } of rows) {
    const to = (base: Figures) =>
      (median(milliseconds) / median(base.milliseconds)).toFixed(2).padStart(9);
    // Batch by batch, because what else the machine does changes with them.
    const shares = togetherMs.map((ms, batch) => (proxy.togetherMs[batch] ?? 0) / ms);
    const perSecond = ((BATCH * 1000) / median(togetherMs)).toFixed(0).padStart(10);
    const cpu = cpuMs.length > 0 ? `${(median(cpuMs) / BATCH).toFixed(2)} ms` : "";
    console.log(
      `  ${name.padEnd(14)}${median(milliseconds).toFixed(2).padStart(6)} ms${to(direct)} ${to(proxy)} ${perSecond}${median(shares).toFixed(2).padStart(10)}${cpu.padStart(12)}`,
    );
  }
  console.log("");
};

const measure = async (scenario: Scenario, { waysOf, anHourLater }: SignedIn): Promise<void> => {
  const rows = (await waysOf(scenario)).map(
    ({ name }): Figures => ({ name, milliseconds: [], togetherMs: [], cpuMs: [] }),
  );
  const inTurn = async () => {
    const ways = await waysOf(scenario);
    return timeInTurn(
      BATCH,
      ways.map(({ call }) => call),
    );
  };
  for (let batch = 0; batch < WARM_UP_BATCHES; batch += 1) {
    for (const { call } of await waysOf(scenario)) await timeTogether(BATCH, WIDTH, call);
    await anHourLater();
  }
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const times = await inTurn();
    await anHourLater();
    const ways = await waysOf(scenario);
    for (const [index, row] of rows.entries()) {
      row.milliseconds.push(...(times[index] ?? []));
      const way = ways[index];
      if (way) await together(row, way);
    }
    await anHourLater();
  }
  console.log(scenario.name);
  print(rows);
};

/** In processes of their own, whose engine is set otherwise. */
const countAllocations = async (sandbox: Child, env: Readonly<Record<string, string>>) => {
  const proxy = await startCountedChild("proxy-process.ts", env);
  const floor = await startCountedChild("floor-process.ts", env);
  const connector = await startCountedChild("host-process.ts", env);
  const { waysOf, anHourLater } = await signInAll({ sandbox, proxy, floor, connector });
  for (const scenario of SCENARIOS) {
    const figures: string[] = [];
    for (const { name, call, child } of await waysOf(scenario)) {
      if (!child) continue;
      const bytes = await bytesPerCall(child, call);
      figures.push(
        `${name} ${bytes === undefined ? "not to be had" : `${Math.round(bytes / 1024)} KB`}`,
      );
    }
    console.log(`Heap a call, ${scenario.name}: ${figures.join(", ")}`);
    await anHourLater();
  }
  for (const child of [connector, floor, proxy]) child.stop();
};

const state = await mkdtemp(join(tmpdir(), "bench-"));
const sandbox = await startChild("sandbox-process.ts");
const env = {
  X_API_ORIGIN: sandbox.url,
  X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
  LOCAL_STATE_DIR: state,
};
const proxy = await startChild("proxy-process.ts", env);
const floor = await startChild("floor-process.ts", env);
const connector = await startChild("host-process.ts", env);
try {
  const posts = { as: "contoso", text: "A benchmark of #speed for @fabrikam", count: POSTS };
  await fetch(`${sandbox.url}/sandbox/posts`, { method: "POST", body: JSON.stringify(posts) });
  const signedIn = await signInAll({ sandbox, proxy, floor, connector });
  for (const scenario of SCENARIOS) await measure(scenario, signedIn);
  await countAllocations(sandbox, env);
  const trips = await storeTripsPerCall("/api/user?userName=contoso", env);
  console.log(`Calls to the store, on Azurite: ${trips.toFixed(2)} a call`);
} finally {
  for (const child of [connector, floor, proxy, sandbox]) child.stop();
  await rm(state, { recursive: true });
}
