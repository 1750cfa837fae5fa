import { once } from "node:events";
import { Agent } from "node:http";
import { connect } from "node:net";
import { app, type HttpHandler } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { startHost } from "../../local/host/host.ts";
import { send } from "./raw-request.ts";
import { runHost, writeHostJson } from "./running-host.ts";

/** A function that answers when it is told to. */
const gated = () => {
  const arrivals: (() => void)[] = [];
  const expected: { count: number; resolve: () => void }[] = [];
  const handler: HttpHandler = async () => {
    const opened = new Promise<void>((resolve) => arrivals.push(resolve));
    for (const { count, resolve } of expected) if (arrivals.length >= count) resolve();
    await opened;
    return { body: "done" };
  };
  /** Resolves when so many calls have reached the function. */
  const reached = (count: number) =>
    new Promise<void>((resolve) => {
      if (arrivals.length >= count) resolve();
      else expected.push({ count, resolve });
    });
  const open = (call: number) => arrivals[call]?.();
  return { handler, reached, open };
};

describe("the limits of host.json", () => {
  it("let no more requests run at once than maxConcurrentRequests, and the others wait", async () => {
    const { handler, reached, open } = gated();
    const host = await runHost(() => app.get("Slow", handler), {
      extensions: { http: { maxConcurrentRequests: 2 } },
    });
    const calls = [1, 2, 3].map(async () => (await fetch(`${host.url}/api/slow`)).status);
    await reached(2);
    open(0);
    await reached(3);
    open(1);
    open(2);
    expect(await Promise.all(calls)).toEqual([200, 200, 200]);
  });

  it("answer 429 beyond maxOutstandingRequests, waiting ones included", async () => {
    const { handler, reached, open } = gated();
    const host = await runHost(() => app.get("Slow", handler), {
      extensions: { http: { maxConcurrentRequests: 1, maxOutstandingRequests: 2 } },
    });
    const statuses: number[] = [];
    const calls = [1, 2, 3].map(async () => {
      const answer = await fetch(`${host.url}/api/slow`);
      statuses.push(answer.status);
      expect(await answer.text()).toBe(answer.ok ? "done" : "");
    });
    await Promise.race(calls);
    expect(statuses).toEqual([429]);
    open(0);
    await reached(2);
    open(1);
    await Promise.all(calls);
    expect(statuses).toEqual([429, 200, 200]);
  });

  it("end a function that takes longer than functionTimeout with 500", async () => {
    const host = await runHost(() => app.get("Endless", () => new Promise(() => {})), {
      functionTimeout: "00:00:00.05",
    });
    const answer = await fetch(`${host.url}/api/endless`);
    expect([answer.status, await answer.text()]).toEqual([500, ""]);
    expect(host.logged.map(({ message }) => message)).toEqual([
      "Endless failed: Error: Timeout value of 50 ms was exceeded",
    ]);
  });

  it("must be ones that the host understands", async () => {
    const hostJson = await writeHostJson({ version: "2.0", functionTimeout: "2 minutes" });
    const load = () => app.get("Hello", () => ({}));
    await expect(startHost({ load, hostJson })).rejects.toThrow("time span");
  });
});

describe("a timer of the local host", () => {
  it("is listed with its schedule and runs when it is told to", async () => {
    const given: unknown[] = [];
    const host = await runHost(() => {
      app.timer("Purge", { schedule: "0 0 * * * *", handler: (timer) => void given.push(timer) });
    });
    expect(host.functions).toEqual([{ kind: "timer", name: "Purge", schedule: "0 0 * * * *" }]);
    await host.runTimer("Purge");
    expect(given).toEqual([
      { schedule: { adjustForDST: true }, scheduleStatus: null, isPastDue: false },
    ]);
  });

  it("passes on what its function throws", async () => {
    const host = await runHost(() => {
      app.timer("Purge", {
        schedule: "0 0 * * * *",
        handler: () => {
          throw new Error("no store");
        },
      });
    });
    await expect(host.runTimer("Purge")).rejects.toThrow("no store");
    await expect(host.runTimer("Other")).rejects.toThrow("no timer function named Other");
  });
});

describe("starting the local host", () => {
  it("fails with what the app throws while it loads", async () => {
    const load = () => Promise.reject(new Error("settings are wrong"));
    await expect(runHost(load)).rejects.toThrow("settings are wrong");
  });

  it("fails when the app registers nothing, the same name twice, a hook, or another trigger", async () => {
    const handler = () => ({});
    await expect(runHost(() => {})).rejects.toThrow("registered no function");
    await expect(
      runHost(() => {
        app.get("Twice", handler);
        app.get("Twice", handler);
      }),
    ).rejects.toThrow('"Twice" has already been registered');
    await expect(runHost(() => app.hook.preInvocation(() => {}))).rejects.toThrow(
      'Unrecognized hook "preInvocation"',
    );
    await expect(
      runHost(() => app.storageQueue("Queue", { queueName: "q", connection: "c", handler })),
    ).rejects.toThrow("HTTP and timer triggers only");
  });

  it("fails when the port is taken", async () => {
    const load = () => app.get("Hello", () => ({ body: "hello" }));
    const host = await runHost(load);
    const hostJson = await writeHostJson({ version: "2.0" });
    const port = Number(new URL(host.url).port);
    await expect(startHost({ load, hostJson, port })).rejects.toThrow("EADDRINUSE");
  });

  it("keeps two apps in one process apart", async () => {
    const [first, second] = await Promise.all(
      ["first", "second"].map((body) => runHost(() => app.get("Hello", () => ({ body })))),
    );
    const read = async (url = "") => (await fetch(`${url}/api/hello`)).text();
    expect([await read(first?.url), await read(second?.url)]).toEqual(["first", "second"]);
  });

  it("listens to this machine only", async () => {
    const host = await runHost(() => app.get("Hello", () => ({})));
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

describe("closing the local host", () => {
  it("lets a running request finish, and takes no other", async () => {
    const { handler, reached, open } = gated();
    const host = await runHost(() => app.get("Slow", handler));
    const call = fetch(`${host.url}/api/slow`);
    await reached(1);
    const closed = host.close();
    await expect(fetch(`${host.url}/api/slow`)).rejects.toThrow("fetch failed");
    open(0);
    expect(await (await call).text()).toBe("done");
    await closed;
  });

  it("lets a function finish whose caller hung up", async () => {
    const { handler, reached, open } = gated();
    const host = await runHost(() => app.get("Slow", handler));
    const hangUp = new AbortController();
    const call = fetch(`${host.url}/api/slow`, { signal: hangUp.signal });
    await reached(1);
    hangUp.abort();
    await expect(call).rejects.toThrow("aborted");
    let isClosed = false;
    const closed = host.close().then(() => {
      isClosed = true;
    });
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    open(0);
    await closed;
  });

  it("drops connections that are kept alive or were never used", async () => {
    const host = await runHost(() => app.get("Hello", () => ({ body: "hello" })));
    const agent = new Agent({ keepAlive: true });
    await send(host.url, { target: "/api/hello", agent });
    const unused = connect(Number(new URL(host.url).port), "127.0.0.1");
    await once(unused, "connect");
    await host.close();
    await once(unused, "close");
    agent.destroy();
  });
});
