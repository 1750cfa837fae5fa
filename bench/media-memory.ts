/**
 * `npm run bench:media`: what ten videos of 15 MB, posted at the same time, take of the memory of the built connector
 * in the local host. Each way that a file comes in is measured in a host of its own.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signIn } from "../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../local/sandbox/sandbox.ts";
import { VIDEO_MAX_BYTES } from "../src/connector/limits.ts";
import { type Child, startChild } from "./child.ts";

const UPLOADS = 10;
const MEGABYTE = 1024 * 1024;
/** What of the files may be in memory at once: the body as the host hands it over, and segments on their way to X. */
const GOAL_TIMES = 4;

/** The head of an MP4, which is all that is looked at; the rest differs by video, so that none is another's repeat. */
const video = (number: number): Buffer => {
  const bytes = Buffer.alloc(VIDEO_MAX_BYTES, number + 1);
  Buffer.from("000000146674797069736f6d0000020069736f6d", "hex").copy(bytes);
  return bytes;
};

const WAYS: Readonly<Record<string, (file: Buffer) => Buffer | string>> = {
  "as bytes": (file) => file,
  "in the envelope": (file) =>
    JSON.stringify({ "$content-type": "video/mp4", $content: file.toString("base64") }),
};

const post = async (host: Child, token: string, body: Buffer | string, text: string) => {
  const answer = await fetch(`${host.url}/api/posttweet?tweetText=${encodeURIComponent(text)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: body as string,
  });
  if (!answer.ok) throw new Error(`posttweet answered ${answer.status}: ${await answer.text()}`);
};

const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

const measure = async (name: string, wrap: (file: Buffer) => Buffer | string): Promise<number> => {
  const stateDir = await mkdtemp(join(tmpdir(), "x-connector-bench-"));
  const sandbox = await startChild("./sandbox-process.ts");
  const host = await startChild("./host-process.ts", {
    X_API_ORIGIN: sandbox.url,
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
    LOCAL_STATE_DIR: stateDir,
  });
  try {
    const { accessToken } = await signIn({ connectorUrl: host.url, app: SANDBOX_APP });
    await post(host, accessToken, wrap(video(99)), "Warm up");
    const before = await host.memory();
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: UPLOADS }, (_, index) =>
        post(host, accessToken, wrap(video(index)), `Video ${index} ${name}`),
      ),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const after = await host.memory();
    const added = after.peakBytes - before.nowBytes;
    const times = added / (UPLOADS * VIDEO_MAX_BYTES);
    console.log(
      `${UPLOADS} videos of ${megabytes(VIDEO_MAX_BYTES)} ${name}: ${seconds.toFixed(1)} s; before ${megabytes(before.nowBytes)}, peak ${megabytes(after.peakBytes)}, so ${megabytes(added)} more, ${times.toFixed(1)} times the files`,
    );
    return times;
  } finally {
    host.stop();
    sandbox.stop();
    await rm(stateDir, { recursive: true });
  }
};

let worst = 0;
for (const [name, wrap] of Object.entries(WAYS)) worst = Math.max(worst, await measure(name, wrap));
const held = worst <= GOAL_TIMES;
console.log(`Goal: at most ${GOAL_TIMES} times the files. ${held ? "Held." : "Missed."}`);
process.exitCode = held ? 0 : 1;
