/**
 * `npm run bench`: what the connector adds to a call of X. The same call goes through the built connector in the local
 * host and straight to the sandbox X, in turn; each of the three runs in a process of its own.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refresh, signIn } from "../local/platform/sign-in.ts";
import { obtainXToken } from "../local/platform/x-token.ts";
import { SANDBOX_APP } from "../local/sandbox/sandbox.ts";
import { POST_QUERY, USER_FIELDS } from "../src/x/fields.ts";
import { type Child, startChild } from "./child.ts";
import { median } from "./statistics.ts";
import { type Call, timeInTurn, timeTogether } from "./timing.ts";

/** X allows 300 calls in 15 minutes, the connector 600 in an hour: a batch keeps both, then an hour passes. */
const BATCH = 250;
const BATCHES = 2;
/** Until then the engine still compiles. */
const WARM_UP_BATCHES = 4;
const WIDTH = 32;
const HOUR_MS = 61 * 60 * 1000;
const GOAL_ADDED_MS = 1.5;
const POSTS = 120;

interface Scenario {
  readonly name: string;
  readonly connectorPath: string;
  readonly xPath: string;
}

const SEARCH: Scenario = {
  name: "SearchTweet, 100 results",
  connectorPath: "/api/searchtweets?searchQuery=benchmark&maxResults=100",
  xPath: `/2/tweets/search/recent?${new URLSearchParams({ query: "benchmark", ...POST_QUERY, max_results: "100" })}`,
};
const USER: Scenario = {
  name: "User",
  connectorPath: "/api/user?userName=contoso",
  xPath: `/2/users/by/username/contoso?user.fields=${USER_FIELDS}`,
};

const caller =
  (url: string, token: () => string): Call =>
  async () => {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token()}` } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 200)}`);
  };

/** The tokens of both ways, renewed as hours pass. */
const signInBoth = async (host: Child, sandbox: Child) => {
  let connection = await signIn({ connectorUrl: host.url, app: SANDBOX_APP });
  let xToken = await obtainXToken(sandbox.url, "megan_bowen");
  return {
    connectorToken: () => connection.accessToken,
    xToken: () => xToken,
    anHourLater: async () => {
      await sandbox.advance(HOUR_MS);
      await host.advance(HOUR_MS);
      connection = await refresh(host.url, SANDBOX_APP, connection.refreshToken);
      xToken = await obtainXToken(sandbox.url, "megan_bowen");
    },
  };
};
type Tokens = Awaited<ReturnType<typeof signInBoth>>;

const measure = async (
  { name, connectorPath, xPath }: Scenario,
  host: Child,
  sandbox: Child,
  tokens: Tokens,
): Promise<void> => {
  const through = caller(`${host.url}${connectorPath}`, tokens.connectorToken);
  const direct = caller(`${sandbox.url}${xPath}`, tokens.xToken);
  for (let batch = 0; batch < WARM_UP_BATCHES; batch += 1) {
    await timeInTurn(BATCH, through, direct);
    await tokens.anHourLater();
  }

  const one = { through: [] as number[], direct: [] as number[] };
  const together = { through: 0, direct: 0, cpuMs: 0 };
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const times = await timeInTurn(BATCH, through, direct);
    one.through.push(...times.first);
    one.direct.push(...times.second);
    await tokens.anHourLater();
    together.direct += await timeTogether(BATCH, WIDTH, direct);
    const cpuBefore = await host.cpuMs();
    together.through += await timeTogether(BATCH, WIDTH, through);
    together.cpuMs += (await host.cpuMs()) - cpuBefore;
    await tokens.anHourLater();
  }

  const [throughMs, directMs] = [median(one.through), median(one.direct)];
  const added = throughMs - directMs;
  const calls = BATCH * BATCHES;
  const perSecond = (ms: number): number => Math.round((calls * 1000) / ms);
  const verdict = added <= GOAL_ADDED_MS ? "met" : "missed";
  console.log(`${name}
  one at a time, median   ${throughMs.toFixed(2)} ms, straight to X ${directMs.toFixed(2)} ms: ratio ${(throughMs / directMs).toFixed(2)}
  added                   ${added.toFixed(2)} ms (goal: at most ${GOAL_ADDED_MS} ms, ${verdict})
  ${WIDTH} at a time            ${perSecond(together.through)} a second, straight to X ${perSecond(together.direct)}: ratio ${(together.direct / together.through).toFixed(2)}
  CPU of the connector    ${(together.cpuMs / calls).toFixed(2)} ms a call
`);
};

const state = await mkdtemp(join(tmpdir(), "bench-"));
const sandbox = await startChild("sandbox-process.ts");
const host = await startChild("host-process.ts", {
  X_API_ORIGIN: sandbox.url,
  X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
  LOCAL_STATE_DIR: state,
});
try {
  const posts = { as: "contoso", text: "A benchmark of #speed for @fabrikam", count: POSTS };
  await fetch(`${sandbox.url}/sandbox/posts`, { method: "POST", body: JSON.stringify(posts) });
  const tokens = await signInBoth(host, sandbox);
  for (const scenario of [SEARCH, USER]) await measure(scenario, host, sandbox, tokens);
} finally {
  host.stop();
  sandbox.stop();
  await rm(state, { recursive: true });
}
