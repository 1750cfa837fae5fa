/** Plays hostile answers one after the other against a connector, and tells what was not as it must be. */
import type * as z from "zod";
import { refresh } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { STATUS_BY_CODE } from "../../src/connector/errors.ts";
import { operations } from "../../src/operations/index.ts";
import type { Answer } from "../harness/answer.ts";
import { type CallOptions, startConnector } from "../harness/connector.ts";
import type { Mutation } from "./answer.ts";
import { CALLS, type HostileCall } from "./calls.ts";
import { startHostileX } from "./hostile-x.ts";
import { atEveryPlace, GENERAL, isSlow } from "./mutations.ts";

const X_TIMEOUT_MS = 1_000;
/** What a busy machine may add. */
const SLACK_MS = 2_000;
const MINUTE_MS = 60_000;
/** What the platform asks again for. */
const REPEATED = new Set([408, 429, 502, 503, 504]);

export interface HostileCase {
  readonly call: HostileCall;
  /** Which of X's calls is answered so. */
  readonly kind: string;
  readonly mutation: Mutation;
}

/** A connector that stays signed in as the clock runs, and X as it is told to be. */
export const startHostileWorld = async () => {
  const x = await startHostileX();
  const connector = await startConnector({ X_TIMEOUT_MS: String(X_TIMEOUT_MS) }, x.insteadOf);
  let connection = { accessToken: connector.token, refreshToken: connector.refreshToken };
  let until = 0;
  const token = async (): Promise<string> => {
    if (connector.clock.now() > until - MINUTE_MS) {
      const renew = () => refresh(connector.url, SANDBOX_APP, connection.refreshToken);
      // On a busy machine the time for a call of X is over sooner; the platform repeats it as well.
      const renewed = await renew().catch(renew);
      connection = renewed;
      until = connector.clock.now() + renewed.expiresIn * 1000;
    }
    return connection.accessToken;
  };
  const { json: tweet } = await connector.control("posts", { as: "contoso", text: "to retweet" });

  const ask = async (call: HostileCall, text: string): Promise<Answer> => {
    const { query = {}, headers = {}, ...rest } = call.options;
    const options: CallOptions = {
      ...rest,
      query: {
        ...query,
        ...(call.writes === "post" && { tweetText: text }),
        ...(call.writes === "retweet" && { tweetId: tweet.id }),
      },
      headers: { ...headers, "x-ms-workflow-run-id": text },
      token: await token(),
    };
    return connector.call(call.route, options);
  };

  return {
    x,
    connector,
    ask,
    async close() {
      await connector.close();
      await x.close();
    },
  };
};

type World = Awaited<ReturnType<typeof startHostileWorld>>;

/** Every hostile answer to every call of X; X is asked for the true answers first. */
export const hostileCases = async ({ x, connector, ask }: World): Promise<HostileCase[]> => {
  for (const call of CALLS) {
    for (const turn of ["first", "second"]) {
      connector.clock.advance(call.afterMs);
      const { status, text } = await ask(call, `${turn} ${call.route}`);
      if (status >= 300) throw new Error(`${call.route} without any fault: ${text}`);
    }
  }
  return CALLS.flatMap((call) =>
    call.kinds.flatMap((kind) => {
      const truth = x.truths.get(kind);
      if (!truth) throw new Error(`The sandbox was never asked for ${kind}.`);
      return [...GENERAL, ...atEveryPlace(truth)]
        .filter((_, index) => index % (call.oneOf ?? 1) === 0)
        .map((mutation) => ({ call, kind, mutation }));
    }),
  );
};

/** So many, spread over all but those that end only by a time-out. */
export const sampleOf = (cases: readonly HostileCase[], count: number): HostileCase[] => {
  const quick = cases.filter(({ mutation }) => !isSlow(mutation));
  const step = Math.floor(quick.length / count) || 1;
  return quick.filter((_, index) => index % step === 0);
};

/** What the operations answer with; the trigger's answer holds tweets. */
const MODELS = operations.map(({ returns }) => returns.model as z.ZodObject);
const MODEL_KEYS = MODELS.map(({ shape }) => Object.keys(shape).sort().join());

/** What is not as documented in an answer. */
const faultOf = ({ status, headers, json }: Answer): string | undefined => {
  if (status === 500) return "is 500";
  if (json === undefined) return "is no JSON";
  if (status < 300) {
    const items = [json.value ?? json].flat();
    const isWhole = (item: object) => MODEL_KEYS.includes(Object.keys(item).sort().join());
    return items.every(isWhole) ? undefined : "is not of its model";
  }
  if (json.status !== status || STATUS_BY_CODE[json.code as keyof typeof STATUS_BY_CODE] !== status)
    return "has no code of ours";
  if (/\.\.( |$)/.test(json.message)) return "ends in two full stops";
  if (REPEATED.has(status) && !(Number(headers.get("retry-after")) > 0))
    return "has no Retry-After";
  return undefined;
};

let runs = 0;

/** One case, and the repeat of a post as the platform makes it. Answers with what went wrong. */
export const play = async (
  { x, connector, ask }: World,
  { call, kind, mutation }: HostileCase,
): Promise<string[]> => {
  const findings: string[] = [];
  const tell = (what: string) => findings.push(`${call.route}, ${kind}, ${mutation.name}: ${what}`);
  connector.clock.advance(call.afterMs);
  runs += 1;
  const text = `run ${runs}`;
  x.misbehave(kind, mutation, call.times ?? Number.POSITIVE_INFINITY);
  const first = await ask(call, text);
  x.behave();
  const fault = faultOf(first);
  if (fault) tell(`the answer ${fault}: ${first.text.slice(0, 200)}`);
  if (x.longestMs() > X_TIMEOUT_MS + SLACK_MS)
    tell(`X was waited for ${Math.round(x.longestMs())} ms`);
  if (call.writes === "post") {
    const last = REPEATED.has(first.status) ? await ask(call, text) : first;
    if (x.posted() > 1) tell(`${x.posted()} posts`);
    if (last.status === 200 && x.posted() === 0 && kind !== "POST /2/tweets")
      tell("200 without a post");
  }
  return findings;
};
