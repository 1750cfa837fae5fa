/**
 * A week of makers' flows, with X's faults and the platform's repeats, on however many processes: what the ledger has of
 * it beside what the sandbox bills.
 */
import type { Answer } from "../harness/answer.ts";
import type { CallOptions } from "../harness/connector.ts";
import { FLOWS, type FlowCall, type Moment } from "./flows.ts";
import { billOf, ledgerOf, type Maker, type Place, type XApp } from "./makers.ts";
import type { Random } from "./random.ts";

const HOUR_MS = 60 * 60 * 1000;
const SECOND_MS = 1000;
/** What the platform asks again for, and how often at most. */
const REPEATED = new Set([408, 429, 500, 502, 503, 504]);
const REPEATS = 4;

/** So many calls come at the same time of the hour. */
const STEPS_AT_ONCE = 4;

interface Fault {
  readonly kind: string;
  readonly afterEffect?: boolean;
  readonly times?: number;
}

/**
 * Refusals, X's and of what stands before X, and answers that are lost, with and without effect: each with how often it
 * comes among all.
 */
const FAULTS: readonly (readonly [weight: number, Fault])[] = [
  [12, { kind: "serverError" }],
  [6, { kind: "serverError", times: 2 }],
  [3, { kind: "serverError", times: 4 }],
  [6, { kind: "rateLimitedBurst" }],
  [3, { kind: "rateLimited" }],
  [6, { kind: "htmlError" }],
  [4, { kind: "timedOut" }],
  [3, { kind: "emptyPage" }],
  [3, { kind: "partialErrors" }],
  [6, { kind: "cut" }],
  [6, { kind: "cut", afterEffect: true }],
];
const BY_WEIGHT = FAULTS.flatMap(([weight, fault]) => Array.from({ length: weight }, () => fault));

export interface WeekOptions {
  readonly place: Place;
  readonly random: Random;
  /** The first of an app tells what was spent. */
  readonly makers: readonly [Maker, ...Maker[]];
  readonly hours: number;
  /** Of all calls, how many meet a fault of X's. */
  readonly faultShare: number;
}

export interface AppFigures {
  readonly app: XApp;
  /** Micro-dollars. */
  readonly billed: number;
  readonly booked: number;
}

export interface WeekFigures {
  readonly calls: number;
  readonly repeats: number;
  readonly faults: number;
  readonly failed: number;
  readonly apps: readonly AppFigures[];
}

interface Poll {
  readonly route: "onnewtweet" | "onnewmention";
  readonly maker: Maker;
  query: Readonly<Record<string, string>>;
}

export const playWeek = async (options: WeekOptions): Promise<WeekFigures> => {
  const { place, random, makers, hours, faultShare } = options;
  const tally = { calls: 0, repeats: 0, faults: 0, failed: 0 };
  const wordOf = (maker: Maker) => `word${makers.indexOf(maker)}x`;
  const latest = new Map<Maker, Pick<Moment, "others" | "mention" | "own">>();

  const call = async (maker: Maker, { route, options: asked }: FlowCall): Promise<Answer> => {
    const run = `${route}-${tally.calls}`;
    const headers = { "x-ms-workflow-id": `flow-${route}`, "x-ms-workflow-run-id": run };
    const request: CallOptions = { ...asked, headers, token: await maker.token() };
    tally.calls += 1;
    for (let repeated = 0; ; repeated += 1) {
      const answer = await place.call(random.below(place.processes), route, request);
      if (!REPEATED.has(answer.status) || repeated === REPEATS) {
        if (answer.status >= 400) tally.failed += 1;
        return answer;
      }
      tally.repeats += 1;
      await place.advance(30 * SECOND_MS);
    }
  };

  const withFaults = async (maker: Maker, asked: FlowCall): Promise<Answer> => {
    if (random.next() >= faultShare) return call(maker, asked);
    tally.faults += 1;
    // The fault is for the call, and not for renewing the connection.
    await maker.token();
    const fault = random.pick(BY_WEIGHT);
    // The next try meets the same as often as any call meets a fault.
    const isMore = random.next() < faultShare;
    await place.control("faults", { ...fault, times: (fault.times ?? 1) + Number(isMore) });
    const answer = await call(maker, asked);
    await place.control("faults", undefined, "DELETE");
    return answer;
  };

  const poll = async (flow: Poll): Promise<void> => {
    const { route, query, maker } = flow;
    const { headers } = await withFaults(maker, { route, options: { query } });
    const next = headers.get("location");
    if (next) flow.query = Object.fromEntries(new URL(next).searchParams);
  };

  const AUTHORS = ["contoso", "fabrikam", "tailspin_toys", "megan_bowen"] as const;
  const make = async (body: object) => (await place.control("posts", body)).json.id as string;

  /** What others post in an hour. */
  const othersPost = async (maker: Maker): Promise<void> => {
    const word = wordOf(maker);
    const post = (text: string) => make({ as: random.pick(AUTHORS), text: `${text} ${word}` });
    if (random.next() < 0.5)
      await post(random.pick(["@fabrikam says", "@lee_gu and @contoso like"]));
    const others = await post("Once an hour");
    const mention = await make({ as: random.pick(AUTHORS), text: `@${maker.name} what now?` });
    const own = await make({ as: maker.name, text: `By hand ${tally.calls}` });
    latest.set(maker, { others, mention, own });
  };

  const polls: Poll[] = makers.flatMap((maker): Poll[] => [
    { route: "onnewtweet", maker, query: { searchQuery: wordOf(maker) } },
    { route: "onnewmention", maker, query: {} },
  ]);

  const shuffled = <T>(all: readonly T[]): T[] =>
    all
      .map((each) => [random.next(), each] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, each]) => each);

  for (let hour = 0; hour < hours; hour += 1) {
    for (const maker of makers) await othersPost(maker);
    const runs = makers.flatMap((maker) =>
      FLOWS.filter(({ everyHours }, index) => (hour + index) % everyHours === 0).map(
        ({ call: callOf }) =>
          () => {
            const known = latest.get(maker) ?? { others: "", mention: "", own: "" };
            const moment = { ...known, random, number: tally.calls, word: wordOf(maker) };
            return withFaults(maker, callOf({ ...moment, maker: maker.name }));
          },
      ),
    );
    const steps = shuffled([...runs, ...polls.map((flow) => () => poll(flow))]);
    for (const [index, step] of steps.entries()) {
      if (index % STEPS_AT_ONCE === 0) {
        await place.advance(Math.floor((HOUR_MS * STEPS_AT_ONCE) / steps.length));
      }
      await step();
    }
  }

  const apps: AppFigures[] = [];
  for (const maker of makers) {
    const { app } = maker;
    if (apps.some((each) => each.app === app)) continue;
    const [billed, booked] = [await billOf(place, app), await ledgerOf(place, maker)];
    apps.push({ app, billed, booked });
  }
  return { ...tally, apps };
};
