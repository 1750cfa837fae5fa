/**
 * Two functions in the local host, as a process of the bench, that show what no connector can go below: one that answers
 * with as many bytes as it is asked for, and one that hands a call on to X and the bytes back. What they cost is the
 * Functions library, the host's copies, and the hop.
 */
import { Agent, request } from "node:http";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import type { HttpRequest } from "@azure/functions";
import { startHost } from "../local/host/host.ts";
import { followParent, reportUrl } from "./parent.ts";

const require = createRequire(import.meta.url);
const agent = new Agent({ keepAlive: true, scheduling: "lifo" });
const origin = process.env.X_API_ORIGIN ?? "";
const JSON_TYPE = { "content-type": "application/json" };

const fillers = new Map<number, string>();
const fillerOf = (length: number): string => {
  const filler = fillers.get(length) ?? "x".repeat(length);
  fillers.set(length, filler);
  return filler;
};

const handOn = ({ query, headers }: HttpRequest): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const authorization = headers.get("authorization") ?? "";
    request(origin + query.get("path"), { agent, headers: { authorization } }, (answer) => {
      buffer(answer).then(resolve, reject);
    })
      .once("error", reject)
      .end();
  });

/** Registers while it loads, and the host installs what that needs before. */
const load = () => {
  const { app } = require("@azure/functions") as typeof import("@azure/functions");
  app.get("empty", {
    authLevel: "anonymous",
    handler: ({ query }) => ({ headers: JSON_TYPE, body: fillerOf(Number(query.get("bytes"))) }),
  });
  app.get("handingOn", {
    authLevel: "anonymous",
    handler: async (call) => ({ headers: JSON_TYPE, body: await handOn(call) }),
  });
};

followParent();
// This runs in dist/bench, compiled.
const { url } = await startHost({ load, hostJson: new URL("../../host.json", import.meta.url) });
reportUrl(url);
