/**
 * `npm run bench:media`: what ten videos of 15 MB, posted at the same time, take of the memory of the built connector
 * in the local host, and for how long large bodies that hold no file keep it from doing anything else. Each way that a
 * file comes in is measured in a host of its own. The worker of the real host makes copies besides: docs/limits.md.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { signIn } from "../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../local/sandbox/sandbox.ts";
import { REQUEST_BODY_MAX_BYTES, VIDEO_MAX_BYTES } from "../src/connector/limits.ts";
import { type Child, startChild } from "./child.ts";

const UPLOADS = 10;
const MEGABYTE = 1024 * 1024;
const GOAL_PEAK_BYTES = 300 * MEGABYTE;
const GOAL_BLOCK_MS = 50;

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

/** On a connection of its own, so that none is used that the host is just closing. */
const send = (host: Child, token: string, body: Buffer | string, text: string) =>
  new Promise<{ status: number; answer: string }>((resolve, reject) => {
    const sent = request(
      `${host.url}/api/posttweet?tweetText=${encodeURIComponent(text)}`,
      {
        method: "POST",
        agent: false,
        headers: {
          authorization: `Bearer ${token}`,
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        readText(response).then((answer) => resolve({ status, answer }), reject);
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });

const post = async (host: Child, token: string, body: Buffer | string, text: string) => {
  const { status, answer } = await send(host, token, body, text);
  if (status !== 200) throw new Error(`posttweet answered ${status}: ${answer}`);
};

const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

const judged = (what: string, isHeld: boolean): string => {
  if (!isHeld) process.exitCode = 1;
  return `goal: at most ${what}, ${isHeld ? "met" : "missed"}`;
};

/** Does the work with a connector of its own, and ends that. */
const withHost = async (work: (host: Child, token: string) => Promise<void>): Promise<void> => {
  const stateDir = await mkdtemp(join(tmpdir(), "x-connector-bench-"));
  const sandbox = await startChild("./sandbox-process.ts");
  const host = await startChild("./host-process.ts", {
    X_API_ORIGIN: sandbox.url,
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
    LOCAL_STATE_DIR: stateDir,
  });
  try {
    const { accessToken } = await signIn({ connectorUrl: host.url, app: SANDBOX_APP });
    await work(host, accessToken);
  } finally {
    host.stop();
    sandbox.stop();
    await rm(stateDir, { recursive: true });
  }
};

for (const [name, wrap] of Object.entries(WAYS)) {
  await withHost(async (host, token) => {
    await post(host, token, "", "Warm up");
    const { nowBytes } = await host.memory();
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: UPLOADS }, (_, index) =>
        post(host, token, wrap(video(index)), `Video ${index} ${name}`),
      ),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const { peakBytes } = await host.memory();
    const goal = judged(megabytes(GOAL_PEAK_BYTES), peakBytes <= GOAL_PEAK_BYTES);
    console.log(
      `${UPLOADS} videos of ${megabytes(VIDEO_MAX_BYTES)} ${name}: ${seconds.toFixed(1)} s; before ${megabytes(nowBytes)}, peak ${megabytes(peakBytes)} (${goal})`,
    );
  });
}

/** Base64 of nothing but zeros, with a space behind every character. */
const clutter = (length: number): Buffer => {
  const body = Buffer.alloc(length, "A ");
  body.write("data:image/png;base64,");
  return body;
};

await withHost(async (host, token) => {
  await post(host, token, "", "Warm up");
  for (const length of [REQUEST_BODY_MAX_BYTES, 100 * MEGABYTE]) {
    const { peakBytes: before } = await host.memory();
    await host.longestBlockMs();
    // A body that is too large is refused while it is sent, which ends the connection.
    const status = await send(host, token, clutter(length), "").then(
      (sent) => sent.status,
      () => "the connection's end",
    );
    const block = await host.longestBlockMs();
    const { peakBytes } = await host.memory();
    const goal = judged(`${GOAL_BLOCK_MS} ms`, block <= GOAL_BLOCK_MS);
    console.log(
      `a body of ${megabytes(length)} of clutter: ${status}, ${megabytes(peakBytes - before)} more; longest block ${block.toFixed(1)} ms (${goal})`,
    );
  }
});
