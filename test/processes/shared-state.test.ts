/** What only shows with several processes of the built app on one Table service. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Child, startChild } from "../../bench/child.ts";
import { createMovableClock } from "../../local/clock.ts";
import { requestToken, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP, type Sandbox, startSandbox } from "../../local/sandbox/sandbox.ts";
import { FILES } from "../fixtures/media-files.ts";
import { type Azurite, startAzurite } from "../harness/azurite.ts";

const HOUR_MS = 60 * 60 * 1000;
const PROCESSES = 4;

let azurite: Azurite;
let sandbox: Sandbox;
let stateDir: string;
let processes: Child[];
const clock = createMovableClock();

const startApp = () =>
  startChild("./host-process.ts", {
    X_API_ORIGIN: sandbox.url,
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
    LOCAL_STATE_DIR: stateDir,
    TABLE_CONNECTION_STRING: azurite.connectionString,
    // Azurite shares two cores with everything else here.
    STORE_TIMEOUT_MS: "30000",
  });

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "x-connector-"));
  [azurite, sandbox] = await Promise.all([startAzurite(), startSandbox({ clock })]);
  processes = await Promise.all(Array.from({ length: PROCESSES }, startApp));
}, 60_000);
afterAll(async () => {
  for (const each of processes) each.stop();
  await sandbox.close();
  await azurite.close();
  await rm(stateDir, { recursive: true });
});

const app = (index: number): Child => {
  const found = processes[index % PROCESSES];
  if (!found) throw new Error("No process was started.");
  return found;
};
let offset = 0;
const advanceAll = async (ms: number) => {
  offset += ms;
  clock.advance(ms);
  await Promise.all(processes.map((each) => each.advance(ms)));
};

const control = async (path: string, body?: unknown, method = body ? "POST" : "GET") => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}/sandbox/${path}`, init);
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
};
const xCalls = async (method: string, path: string) =>
  ((await control("calls")) as { method: string; path: string }[]).filter(
    (call) => call.method === method && call.path === path,
  );

let users = 0;
const newConnection = async () => {
  users += 1;
  const username = `shared_${users}`;
  await control("users", { username });
  return {
    username,
    ...(await signIn({ connectorUrl: app(0).url, app: SANDBOX_APP, as: username })),
  };
};

/** `count` calls spread over the processes, each of which has so many at once: with more, a busy machine's store is late. */
const IN_FLIGHT_EACH = 40;
const allOf = async <T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  const worker = async (lane: number) => {
    const step = PROCESSES * IN_FLIGHT_EACH;
    for (let index = lane; index < count; index += step) answers.push(await run(index));
  };
  await Promise.all(Array.from({ length: PROCESSES * IN_FLIGHT_EACH }, (_, lane) => worker(lane)));
  return answers;
};

const call = async (
  index: number,
  method: string,
  path: string,
  token: string,
  body?: Uint8Array<ArrayBuffer>,
) => {
  const response = await fetch(`${app(index).url}/api/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body && { body }),
  });
  const text = await response.text();
  return { status: response.status, json: JSON.parse(text) };
};

describe("several processes on one table", () => {
  it("refresh a connection once at X for 50 that ask at once", async () => {
    const { refreshToken } = await newConnection();
    await advanceAll(2 * HOUR_MS);
    await control("calls", undefined, "DELETE");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        requestToken(app(index % 2).url, {
          grant_type: "refresh_token",
          refresh_token: refreshToken,
          client_id: SANDBOX_APP.clientId,
          client_secret: SANDBOX_APP.clientSecret,
        }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await xCalls("POST", "/2/oauth2/token")).toHaveLength(1);
    const last = await answers.at(-1)?.json();
    const { access_token } = last as { access_token: string };
    expect((await call(3, "GET", "hometimeline", access_token)).status).toBe(200);
  }, 60_000);

  it.each([
    ["GET", "user?userName=contoso", 1000, 600],
    ["POST", "posttweet?tweetText=Number", 1000, 12],
  ])(
    "let through exactly the limit of 1,000 at once: %s",
    async (method, path, asked, limit) => {
      const { accessToken } = await newConnection();
      const answers = await allOf(asked, (index) =>
        call(index, method, method === "POST" ? `${path}${index}` : path, accessToken),
      );
      const outcomes = answers.map(({ status, json }) =>
        status === 200 ? "through" : json.code === "HourlyLimitReached" ? json.code : json.message,
      );
      const countOf = (outcome: string) => outcomes.filter((each) => each === outcome).length;
      expect(new Set(outcomes)).toEqual(new Set(["through", "HourlyLimitReached"]));
      expect([countOf("through"), countOf("HourlyLimitReached")]).toEqual([limit, asked - limit]);
    },
    120_000,
  );

  it("post once for five that ask at once", async () => {
    const { accessToken } = await newConnection();
    await control("calls", undefined, "DELETE");
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        call(index % 2, "POST", "posttweet?tweetText=Only%20once", accessToken),
      ),
    );
    expect(new Set(answers.map(({ json }) => json.TweetId)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await xCalls("POST", "/2/tweets")).toHaveLength(1);
  }, 60_000);

  /** Posts on a process that is killed as soon as X has been asked for `path`, which X does not answer. */
  const postOnDoomed = async (
    token: string,
    query: string,
    fault: { path: string; method?: string; afterEffect?: boolean },
    body?: Uint8Array<ArrayBuffer>,
  ) => {
    const doomed = await startApp();
    await doomed.advance(offset);
    await control("calls", undefined, "DELETE");
    await control("faults", { kind: "hang", method: "POST", ...fault });
    const lost = fetch(`${doomed.url}/api/posttweet?${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body }),
    }).catch(() => "lost");
    while ((await xCalls(fault.method ?? "POST", fault.path)).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    doomed.kill();
    expect(await lost).toBe("lost");
    await control("calls", undefined, "DELETE");
  };

  /** The repeat, on another process; a minute passes, so that the dead one's lease ends. */
  const repeat = async (token: string, query: string, body?: Uint8Array<ArrayBuffer>) => {
    const [answer] = await Promise.all([
      call(1, "POST", `posttweet?${query}`, token, body),
      advanceAll(HOUR_MS / 60),
    ]);
    return answer;
  };

  const postsBy = async (username: string) =>
    ((await control("state")) as { posts: { id: string; author: string }[] }).posts.filter(
      ({ author }) => author === username,
    );

  it("find the post that a killed process had made, instead of making it again", async () => {
    const { username, accessToken } = await newConnection();
    const query = "tweetText=Survives";
    await postOnDoomed(accessToken, query, { path: "/2/tweets", afterEffect: true });
    const answer = await repeat(accessToken, query);
    const made = await postsBy(username);
    expect(made).toHaveLength(1);
    expect(answer).toMatchObject({ status: 200, json: { TweetId: made[0]?.id } });
    expect(await xCalls("POST", "/2/tweets")).toEqual([]);
  }, 60_000);

  it("make the post that a killed process had not made yet", async () => {
    const { username, accessToken } = await newConnection();
    const query = "tweetText=Not%20yet";
    await postOnDoomed(accessToken, query, { path: "/2/tweets" });
    const answer = await repeat(accessToken, query);
    const made = await postsBy(username);
    expect(made).toHaveLength(1);
    expect(answer).toMatchObject({ status: 200, json: { TweetId: made[0]?.id } });
  }, 60_000);

  it("go on with the video that a killed process had brought to X", async () => {
    const { username, accessToken } = await newConnection();
    const query = "tweetText=A%20film";
    const film = new Uint8Array(FILES.mp4);
    await control("media-processing", { rounds: 1, checkAfterSecs: 0 });
    await postOnDoomed(accessToken, query, { path: "/2/media/upload", method: "GET" }, film);
    expect((await repeat(accessToken, query, film)).status).toBe(200);
    expect(await postsBy(username)).toHaveLength(1);
    expect(await xCalls("POST", "/2/media/upload/initialize")).toEqual([]);
  }, 60_000);
});
