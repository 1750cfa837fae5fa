/**
 * `npm run bench`: what the connector adds to a call of X. The same call goes straight to the sandbox X, by the library
 * that the connector uses, through a bare reverse proxy, and through the built connector in the local host, in turn;
 * sandbox, proxy and connector run in processes of their own. Quote ratios of one run, never figures of two.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesPerCall, startCountedChild } from "./allocation.ts";
import { type Child, startChild } from "./child.ts";
import { median } from "./statistics.ts";
import { storeTripsPerCall } from "./store-trips.ts";
import { type Call, timeInTurn, timeTogether } from "./timing.ts";
import { type Processes, SCENARIOS, type Scenario, type SignedIn, signInAll } from "./ways.ts";

/** X allows 300 calls in 15 minutes, the connector 600 in an hour: a batch keeps both, then an hour passes. */
const BATCH = 250;
const BATCHES = 2;
/** Until then the engine still compiles. */
const WARM_UP_BATCHES = 4;
const WIDTH = 32;
const POSTS = 120;

const ROWS = ["straight to X", "twitter-api-v2", "bare proxy", "connector"] as const;

interface Figures {
  /** Of one call at a time. */
  readonly milliseconds: number[];
  /** Of a batch, `WIDTH` at a time. */
  togetherMs: number;
  cpuMs: number;
}

const together = async (figures: Figures, call: Call, child: Child | undefined): Promise<void> => {
  const cpuBefore = (await child?.cpuMs()) ?? 0;
  figures.togetherMs += await timeTogether(BATCH, WIDTH, call);
  figures.cpuMs += ((await child?.cpuMs()) ?? 0) - cpuBefore;
};

const print = (rows: readonly Figures[]): void => {
  const calls = BATCH * BATCHES;
  const medians = rows.map(({ milliseconds }) => median(milliseconds));
  const [directMs = 0, , proxyMs = 0] = medians;
  const [, , proxy] = rows;
  console.log("                   median      to X  to proxy   a second  to proxy  CPU a call");
  for (const [index, figures] of rows.entries()) {
    const ms = medians[index] ?? 0;
    const ratio = (base = 1) => `${(ms / base).toFixed(2)}`.padStart(9);
    const perSecond = (calls * 1000) / figures.togetherMs;
    const share = (proxy?.togetherMs ?? 0) / figures.togetherMs;
    const cpu = figures.cpuMs === 0 ? "" : `${(figures.cpuMs / calls).toFixed(2)} ms`;
    console.log(
      `  ${(ROWS[index] ?? "").padEnd(14)}${ms.toFixed(2).padStart(6)} ms${ratio(directMs)} ${ratio(proxyMs)} ${perSecond.toFixed(0).padStart(10)}${share.toFixed(2).padStart(10)}${cpu.padStart(12)}`,
    );
  }
  console.log("");
};

const measure = async (
  scenario: Scenario,
  { proxy, connector }: Processes,
  { waysOf, anHourLater }: SignedIn,
): Promise<void> => {
  const callsOf = (): readonly Call[] => {
    const ways = waysOf(scenario);
    return [ways.direct, ways.library, ways.proxy, ways.connector];
  };
  for (let batch = 0; batch < WARM_UP_BATCHES; batch += 1) {
    await timeInTurn(BATCH, callsOf());
    await anHourLater();
  }
  const children = [undefined, undefined, proxy, connector];
  const rows = ROWS.map((): Figures => ({ milliseconds: [], togetherMs: 0, cpuMs: 0 }));
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const times = await timeInTurn(BATCH, callsOf());
    await anHourLater();
    for (const [index, call] of callsOf().entries()) {
      const figures = rows[index];
      if (!figures) continue;
      figures.milliseconds.push(...(times[index] ?? []));
      await together(figures, call, children[index]);
    }
    await anHourLater();
  }
  console.log(scenario.name);
  print(rows);
};

/** In processes of their own, whose engine is set otherwise. */
const countAllocations = async (sandbox: Child, env: Readonly<Record<string, string>>) => {
  const proxy = await startCountedChild("proxy-process.ts", env);
  const connector = await startCountedChild("host-process.ts", env);
  const { waysOf, anHourLater } = await signInAll({ sandbox, proxy, connector });
  for (const scenario of SCENARIOS) {
    const ways = waysOf(scenario);
    const kilobytes = async (child: Child, call: Call) => {
      const bytes = await bytesPerCall(child, call);
      return bytes === undefined ? "not to be had" : `${Math.round(bytes / 1024)} KB`;
    };
    console.log(
      `Heap a call, ${scenario.name}: connector ${await kilobytes(connector, ways.connector)}, bare proxy ${await kilobytes(proxy, ways.proxy)}`,
    );
    await anHourLater();
  }
  for (const child of [connector, proxy]) child.stop();
};

const state = await mkdtemp(join(tmpdir(), "bench-"));
const sandbox = await startChild("sandbox-process.ts");
const env = {
  X_API_ORIGIN: sandbox.url,
  X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
  LOCAL_STATE_DIR: state,
};
const proxy = await startChild("proxy-process.ts", env);
const connector = await startChild("host-process.ts", env);
try {
  const posts = { as: "contoso", text: "A benchmark of #speed for @fabrikam", count: POSTS };
  await fetch(`${sandbox.url}/sandbox/posts`, { method: "POST", body: JSON.stringify(posts) });
  const processes = { sandbox, proxy, connector };
  const signedIn = await signInAll(processes);
  for (const scenario of SCENARIOS) await measure(scenario, processes, signedIn);
  await countAllocations(sandbox, env);
  const trips = await storeTripsPerCall("/api/user?userName=contoso", env);
  console.log(`Calls to the store, on Azurite: ${trips.toFixed(2)} a call`);
} finally {
  for (const child of [connector, proxy, sandbox]) child.stop();
  await rm(state, { recursive: true });
}
