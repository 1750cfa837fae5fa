import assert from "node:assert/strict";
import { Agent } from "node:http";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OAUTH_STATUS } from "../../src/connections/oauth-error.ts";
import { STATUS_BY_CODE } from "../../src/connector/errors.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { type RawResponse, send } from "../host/raw-request.ts";
import {
  type AnswerShape,
  type BadRequest,
  badRequest,
  GOOD_TOKEN,
  SECRETS,
} from "./bad-requests.ts";

const COUNT = 10_000;
const SEED = 20_261_125;
const AT_ONCE = 16;

let connector: ConnectorUnderTest;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
beforeAll(async () => {
  connector = await startConnector();
  await connector.forgetXCalls();
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await connector.close();
});

const statuses: Readonly<Record<string, number>> = STATUS_BY_CODE;
const oauthStatuses: Readonly<Record<string, number>> = OAUTH_STATUS;

const parse = ({ headers, body }: RawResponse) => {
  assert.equal(headers["content-type"], "application/json; charset=utf-8");
  return JSON.parse(body);
};

/** What is asserted of an answer, by the shape that its endpoint documents. Plain, because it runs so often. */
const CHECKS: Readonly<Record<AnswerShape, (answer: RawResponse) => void>> = {
  connector: (answer) => {
    const { status, code, message, source, target, details, ...rest } = parse(answer);
    assert.ok(status >= 400);
    assert.equal(status, answer.status);
    assert.equal(statuses[code], status);
    assert.equal(source, "x-connector");
    assert.match(message, /^\S.*\.$/s);
    assert.doesNotMatch(message, /undefined|\[object|NaN/);
    assert.ok(["undefined", "string"].includes(typeof target));
    for (const detail of details ?? []) {
      assert.deepEqual(Object.keys(detail).sort(), ["message", "target"]);
    }
    assert.deepEqual(rest, {});
    assert.match(String(answer.headers["x-request-id"]), /^[\w-]{8,64}$/);
  },
  oauth: (answer) => {
    const { error, error_description, ...rest } = parse(answer);
    assert.equal(oauthStatuses[error], answer.status);
    assert.match(error_description, /^\S.*\.$/s);
    assert.deepEqual(rest, {});
  },
  page: ({ status, headers, body }) => {
    assert.ok([200, 302, 400].includes(status));
    if (status === 302) {
      assert.ok(headers.location?.startsWith(connector.sandboxUrl));
    } else {
      assert.equal(headers["content-type"], "text/html; charset=utf-8");
      assert.doesNotMatch(body, /<script>/);
    }
  },
  health: (answer) => {
    assert.equal(answer.status, 200);
    assert.equal(parse(answer).status, "ok");
  },
  bare: ({ status, body }) => {
    assert.deepEqual([status, body], [404, ""]);
  },
};

const withToken = ({ headers = {} }: BadRequest) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      String(value).replaceAll(GOOD_TOKEN, connector.token),
    ]),
  );

const check = async (request: BadRequest): Promise<void> => {
  const answer = await send(connector.url, { ...request, headers: withToken(request), agent });
  assert.ok(answer.status < 500, `the status is ${answer.status}`);
  CHECKS[request.shape](answer);
  const told = JSON.stringify(answer);
  for (const secret of [connector.token, ...SECRETS]) assert.ok(!told.includes(secret));
  assert.doesNotMatch(told, /node_modules|\bat \S+ \(|\.ts:\d+/);
};

it(`refuses ${COUNT} bad requests in the documented shape, without a call to X`, async () => {
  const waiting = fc.sample(badRequest, { seed: SEED, numRuns: COUNT });
  const failures: string[] = [];
  const work = async () => {
    for (let request = waiting.pop(); request; request = waiting.pop()) {
      await check(request).catch((failure: Error) =>
        failures.push(`${JSON.stringify(request)}\n${failure.message}`),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(failures.slice(0, 5), `${failures.length} failed`).toEqual([]);
  expect(await connector.xCalls()).toEqual([]);
  const { status, headers } = await connector.call("user", { query: { userName: "contoso" } });
  expect(status).toBe(200);
  // Nor did any of them count.
  expect(headers.get("ratelimit-remaining")).toBe("599");
}, 180_000);
