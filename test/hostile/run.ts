/** Plays hostile answers one after the other against a connector, and tells what was not as it must be. */
import type * as z from "zod";
import { createMovableClock } from "../../local/clock.ts";
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { STATUS_BY_CODE } from "../../src/connector/errors.ts";
import { operations } from "../../src/operations/index.ts";
import type { Answer } from "../harness/answer.ts";
import { type CallOptions, startConnector } from "../harness/connector.ts";
import { skipSleep } from "../harness/skip-sleep.ts";
import type { Mutation } from "./answer.ts";
import { CALLS, type HostileCall, UNTRIED } from "./calls.ts";
import { startHostileX } from "./hostile-x.ts";
import { atEveryPlace, GENERAL, isSlow } from "./mutations.ts";

const X_TIMEOUT_MS = 1_000;
/** What a busy machine may add. */
const SLACK_MS = 2_000;
const MINUTE_MS = 60_000;
/** What the platform asks again for, and how often. */
const REPEATED = new Set([408, 429, 502, 503, 504]);
const REPEATS = 4;
/** After how long: sooner than X's timeline shows a post, and later. */
const PAUSES_MS = [1_000, 8_000] as const;

export interface HostileCase {
  readonly call: HostileCall;
  /** Which of X's calls is answered so. */
  readonly kind: string;
  readonly mutation: Mutation;
}

export const nameOf = ({ call, kind, mutation }: HostileCase): string =>
  `${call.route}, ${kind}, ${mutation.name}`;

/** A connector that stays signed in as the clock runs, and X as it is told to be. */
export const startHostileWorld = async () => {
  const x = await startHostileX();
  const clock = createMovableClock();
  const undoSleep = skipSleep(clock);
  const env = { X_TIMEOUT_MS: String(X_TIMEOUT_MS) };
  const connector = await startConnector(env, x.insteadOf, clock);
  let connection = { accessToken: connector.token, refreshToken: connector.refreshToken };
  let until = 0;
  const token = async (): Promise<string> => {
    if (connector.clock.now() > until - MINUTE_MS) {
      const renew = () => refresh(connector.url, SANDBOX_APP, connection.refreshToken);
      const again = () => signIn({ connectorUrl: connector.url, app: SANDBOX_APP });
      // On a busy machine the time for a call of X is over sooner; the platform repeats it, and its user signs in.
      const renewed = await renew().catch(renew).catch(again);
      connection = renewed;
      until = connector.clock.now() + renewed.expiresIn * 1000;
    }
    return connection.accessToken;
  };
  /** A post of its own for each case, as each text is. */
  let subject = "";
  const newSubject = async (): Promise<void> => {
    const { json } = await connector.control("posts", { as: "contoso", text: "to be named" });
    subject = json.id;
  };

  const ask = async (call: HostileCall, text: string): Promise<Answer> => {
    const { query = {}, headers = {}, ...rest } = call.options;
    const options: CallOptions = {
      ...rest,
      ...(call.body && { body: JSON.stringify(call.body(text)) }),
      query: {
        ...query,
        ...(call.writes === "post" && { tweetText: text }),
        ...(call.namesPost && { tweetId: subject }),
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
    newSubject,
    subject: () => subject,
    async close() {
      undoSleep();
      await connector.close();
      await x.close();
    },
  };
};

type World = Awaited<ReturnType<typeof startHostileWorld>>;

/** Every hostile answer to every call of X; X is asked for the true answers first. */
export const hostileCases = async ({
  x,
  connector,
  ask,
  newSubject,
}: World): Promise<HostileCase[]> => {
  if (UNTRIED.length > 0) throw new Error(`test/hostile/calls.ts has no call of ${UNTRIED}.`);
  for (const call of CALLS) {
    for (const turn of ["first", "second"]) {
      connector.clock.advance(call.afterMs);
      await newSubject();
      const { status, text } = await ask(call, `${turn} ${call.route}`);
      if (status >= 300) throw new Error(`${call.route} without any fault: ${text}`);
    }
  }
  return CALLS.flatMap((call) =>
    call.kinds.flatMap((kind) => {
      const truth = x.truths.get(kind);
      if (!truth) throw new Error(`The sandbox was never asked for ${kind}.`);
      return [...GENERAL, ...atEveryPlace(truth)].map((mutation) => ({ call, kind, mutation }));
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

export interface Finding {
  readonly kind: "500" | "crash" | "past the time-out" | "posts" | "shape";
  readonly text: string;
}

const POLLS = operations.flatMap(({ trigger, route }) => (trigger ? [route] : []));

/** What is not as documented in an answer. */
const faultOf = ({ status, headers, json }: Answer, isPoll: boolean): string | undefined => {
  if (json === undefined) return "is no JSON";
  if (status < 300) {
    const items = [json.value ?? json].flat();
    const isWhole = (item: object) => MODEL_KEYS.includes(Object.keys(item).sort().join());
    return items.every(isWhole) ? undefined : "is not of its model";
  }
  if (json.status !== status || STATUS_BY_CODE[json.code as keyof typeof STATUS_BY_CODE] !== status)
    return "has no code of ours";
  if (/\.\.( |$)/.test(json.message)) return "ends in two full stops";
  if (isPoll && status === 404) return "says that a poll's tweets are not there";
  if (REPEATED.has(status) && !(Number(headers.get("retry-after")) > 0))
    return "has no Retry-After";
  return undefined;
};

/** What a caller reads who may believe the post to be made. */
const SAYS_UNKNOWN = /not known|nothing is posted twice/;

const idsTold = ({ json }: Answer): readonly string[] =>
  json?.Posts?.map(({ TweetId }: { TweetId: string }) => TweetId) ?? [json?.TweetId];

/**
 * What is wrong with the answer to what makes `count` posts, or a retweet, of which X has made `made`; `isTold` of the ids
 * that X gave.
 */
const deceit = (
  answer: Answer,
  made: readonly string[],
  count: number,
  isTold: (id: string) => boolean,
): string | undefined => {
  const { status, json } = answer;
  if (made.length > count) return `stands beside ${made.length} posts`;
  if (status === 200) {
    if (made.length < count) return `is success, and X has made ${made.length}`;
    const other = idsTold(answer).find((id, index) => id !== made[index] && !isTold(id));
    return other && `names ${other}, and X made ${made}`;
  }
  if (made.length <= (json?.postedIds?.length ?? 0)) return undefined;
  if (!REPEATED.has(status)) return "is final, and X has made it";
  return SAYS_UNKNOWN.test(json?.message) ? undefined : "does not say that it is unknown";
};

let runs = 0;

/** One case, and the repeats of a post as the platform makes them. Answers with what went wrong. */
export const play = async (
  { x, connector, ask, newSubject, subject }: World,
  { call, kind, mutation }: HostileCase,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const tell = (of: Finding["kind"], what: string) =>
    findings.push({ kind: of, text: `${nameOf({ call, kind, mutation })}: ${what}` });
  connector.clock.advance(call.afterMs);
  runs += 1;
  const text = `run ${process.pid}-${runs}`;
  if (call.namesPost) await newSubject();
  x.misbehave(kind, mutation, call.times ?? Number.POSITIVE_INFINITY);
  let answer = await ask(call, text);
  x.behave();
  const fault = faultOf(answer, POLLS.includes(call.route));
  if (answer.status === 500) tell("500", answer.text);
  else if (fault) tell("shape", `the answer ${fault}: ${answer.text.slice(0, 200)}`);
  if (x.longestMs() > X_TIMEOUT_MS + SLACK_MS)
    tell("past the time-out", `X was waited for ${Math.round(x.longestMs())} ms`);
  if (!call.writes) return findings;

  // A retweet may go by the name of the post. And where X names another post than it has made, nobody can know.
  const isTold = (id: string) =>
    (call.writes === "retweet" && id === subject()) || x.lastHostile().includes(`"${id}"`);
  // Whatever was answered, in the end there is one post, and whoever asked knows it.
  for (let repeat = 0; ; repeat += 1) {
    const wrong = deceit(answer, x.made(), call.count ?? 1, isTold);
    if (wrong) tell("posts", `answer ${repeat + 1} ${wrong}: ${answer.text.slice(0, 400)}`);
    if (wrong || !REPEATED.has(answer.status)) return findings;
    if (repeat === REPEATS) break;
    connector.clock.advance(PAUSES_MS[runs % 2] ?? 0);
    answer = await ask(call, text);
  }
  tell("posts", `no repeat came to an end: ${answer.text.slice(0, 400)}`);
  return findings;
};
