/** What a budget promises while a thousand calls come at once, a process crashes, the store is away, or a day begins. */
import { setImmediate as tick } from "node:timers/promises";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { CLAIM_MS } from "../../src/spending/budgets.ts";
import { dayAt, type Fleet, nextDayAfter } from "./fleet.ts";
import { billOf, createMaker, ledgerOf, type Maker, spendingOf } from "./makers.ts";
import { prepareRush, RUSH_CALLS, rush, useUp } from "./rush.ts";

const MINUTE_MS = 60_000;
const BUDGET_MICRO_DOLLARS = 1_000_000;
/** What is left when not even the cheapest call of a rush, a user for $0.010, fits any more. */
const CHEAPEST_MICRO_DOLLARS = 10_000;
const SLOW_MS = 300;
/** X takes 100 posts of a user in 15 minutes. */
const MAKERS = 10;

export const BUDGET_SETTINGS = {
  BUDGET_PER_DAY: "1",
  POSTS_PER_HOUR: "400",
  CALLS_PER_HOUR: "3600",
} as const;

export interface Proof {
  readonly promise: string;
  readonly figures: string;
  readonly isKept: boolean;
}

export const inDollars = (microDollars: number): string => `$${(microDollars / 1e6).toFixed(3)}`;

const otherwiseIn = (otherwise: readonly string[]): string =>
  otherwise.length === 0 ? "0" : `${otherwise.length} (${[...new Set(otherwise)].join(", ")})`;

/** Goes on to the morning of the next day. */
const toNextMorning = (fleet: Fleet): Promise<void> =>
  fleet.advance(nextDayAfter(fleet.now()) + 10 * MINUTE_MS - fleet.now());

const billOn = (fleet: Fleet, day: string) => billOf(fleet, SANDBOX_APP, day);

/** The app's budget of the day, in micro-dollars, as a process tells it; what is neither left nor spent is held. */
const budgetOf = async (fleet: Fleet, maker: Maker) => {
  const { json } = await spendingOf(fleet, 1, await maker.token());
  const [budget] = json.Budgets;
  const inMicroDollars = (amount: number) => Math.round(amount * 1_000_000);
  const [left, spent] = [inMicroDollars(budget.Left), inMicroDollars(budget.Spent)];
  return { left, held: BUDGET_MICRO_DOLLARS - left - spent };
};

/** Until no process holds anything: it goes back at the latest when it has been quiet for a second. */
const whenNothingIsHeld = async (fleet: Fleet, maker: Maker): Promise<void> => {
  while ((await budgetOf(fleet, maker)).held > 0) await tick();
};

const proveRush = async (fleet: Fleet, makers: readonly [Maker, ...Maker[]]): Promise<Proof> => {
  const day = dayAt(fleet.now());
  await fleet.control("calls", undefined, "DELETE");
  const { through, refused, otherwise, askedByRefused } = await rush(fleet, makers);
  const rushed = await billOn(fleet, day);
  await whenNothingIsHeld(fleet, makers[0]);
  const late = await useUp(fleet, makers[0], 1);
  const billed = await billOn(fleet, day);
  const booked = await ledgerOf(fleet, makers[0], day);
  return {
    promise: `${RUSH_CALLS} calls at once on ${fleet.processes} processes against ${inDollars(BUDGET_MICRO_DOLLARS)}`,
    figures: `${through} through, ${refused} refused, ${otherwiseIn(otherwise)} otherwise; X asked ${askedByRefused} times for the refused; ${inDollars(rushed)} billed at once, ${inDollars(billed)} after ${late} more calls; ledger ${inDollars(booked)}`,
    isKept:
      otherwise.length === 0 &&
      askedByRefused === 0 &&
      billed <= BUDGET_MICRO_DOLLARS &&
      billed > BUDGET_MICRO_DOLLARS - CHEAPEST_MICRO_DOLLARS &&
      booked >= billed,
  };
};

const proveCrash = async (fleet: Fleet, makers: readonly [Maker, ...Maker[]]): Promise<Proof> => {
  await toNextMorning(fleet);
  const day = dayAt(fleet.now());
  // X takes its time, so that calls are under way when the process ends.
  await fleet.control("faults", { kind: "slow", delayMs: SLOW_MS, times: RUSH_CALLS });
  const killInTheMiddle = async () => {
    let billed = 0;
    while (billed < BUDGET_MICRO_DOLLARS / 4) billed = await billOn(fleet, day);
    fleet.kill(0);
  };
  const watching = killInTheMiddle();
  const { through, refused, otherwise } = await rush(fleet, makers);
  await watching;
  await fleet.control("faults", undefined, "DELETE");
  const rushed = await billOn(fleet, day);
  const meanwhile = await useUp(fleet, makers[0], 1);
  await fleet.advance(CLAIM_MS + MINUTE_MS);
  const freed = await useUp(fleet, makers[0], 1);
  const billed = await billOn(fleet, day);
  await fleet.start(0);
  const booked = await ledgerOf(fleet, makers[0], day);
  return {
    promise: "the same, with a kill -9 of one process in the middle",
    figures: `${through} through, ${refused} refused, ${otherwise.length} lost with the process; ${inDollars(rushed)} billed at once, ${inDollars(billed)} in the end, with ${meanwhile} calls before what the process held was freed and ${freed} after; ledger ${inDollars(booked)}`,
    isKept: otherwise.length > 0 && billed <= BUDGET_MICRO_DOLLARS && booked >= billed,
  };
};

/** A page of mentions may mention many users, for whom a process holds what is free again when it has ended. */
const proveFreed = async (fleet: Fleet, makers: readonly [Maker, ...Maker[]]): Promise<Proof> => {
  await toNextMorning(fleet);
  const day = dayAt(fleet.now());
  const [maker] = makers;
  const token = await maker.token();
  const leftOf = async (): Promise<number> => (await budgetOf(fleet, maker)).left;
  const before = await leftOf();
  await fleet.control("posts", { as: "contoso", text: `@${maker.name} and @fabrikam`, count: 5 });
  await fleet.control("faults", {
    kind: "slow",
    delayMs: 10 * SLOW_MS,
    path: "^/2/users/.*/mentions",
  });
  const reading = fleet
    .call(0, "mymentions", { query: { maxResults: "5" }, token })
    .catch(() => undefined);
  while ((await leftOf()) === before) await tick();
  const held = before - (await leftOf());
  fleet.kill(0);
  const [answer, meanwhile] = [await reading, await useUp(fleet, maker, 1)];
  await fleet.advance(CLAIM_MS + MINUTE_MS);
  const freed = await useUp(fleet, maker, 1);
  await fleet.start(0);
  const [billed, booked] = [await billOn(fleet, day), await ledgerOf(fleet, maker, day)];
  return {
    promise: "a kill -9 of a process that reads a page of five mentions",
    figures: `${inDollars(held)} held; ${meanwhile} users of ${inDollars(CHEAPEST_MICRO_DOLLARS)} read before what is not billed was freed, ${freed} after; ${inDollars(billed)} billed, ledger ${inDollars(booked)}`,
    isKept:
      answer === undefined &&
      meanwhile * CHEAPEST_MICRO_DOLLARS <= BUDGET_MICRO_DOLLARS - held &&
      freed > 0 &&
      billed <= BUDGET_MICRO_DOLLARS &&
      booked >= billed,
  };
};

const proveOutage = async (fleet: Fleet, makers: readonly [Maker, ...Maker[]]): Promise<Proof> => {
  await toNextMorning(fleet);
  const day = dayAt(fleet.now());
  const [maker] = makers;
  const token = await maker.token();
  const post = (process: number, text: string) =>
    fleet.call(process, "posttweet", { method: "POST", query: { tweetText: text }, token });
  const read = (process: number) =>
    fleet.call(process, "user", { query: { userName: "contoso" }, token });
  await fleet.start(0, { BUDGET_WITHOUT_STORE: "read" });
  for (const process of [0, 1]) await post(process, `Before the outage ${process}`);
  await fleet.control("calls", undefined, "DELETE");
  fleet.setStoreAway(true);
  const [refused, asked] = [await post(1, "In the outage"), await read(1)];
  const [refusedToo, letThrough] = [await post(0, "In the outage, too"), await read(0)];
  const xCalls = (await fleet.control("calls")).json.length;
  fleet.setStoreAway(false);
  await fleet.advance(MINUTE_MS);
  const after = await post(1, "After the outage");
  const [billed, booked] = [await billOn(fleet, day), await ledgerOf(fleet, maker, day)];
  const statuses = [refused, refusedToo, asked, letThrough, after].map(({ status }) => status);
  return {
    promise: "the store away",
    figures: `posts ${statuses[0]} and ${statuses[1]}, a read ${statuses[2]}, and ${statuses[3]} where BUDGET_WITHOUT_STORE lets it; X asked ${xCalls} time; afterwards ${statuses[4]}; ${inDollars(billed)} billed, ledger ${inDollars(booked)}`,
    isKept:
      JSON.stringify(statuses) === "[503,503,503,200,200]" && xCalls === 1 && booked >= billed,
  };
};

const proveTurn = async (fleet: Fleet, makers: readonly [Maker, ...Maker[]]): Promise<Proof> => {
  await toNextMorning(fleet);
  const [today, midnight] = [dayAt(fleet.now()), nextDayAfter(fleet.now())];
  await fleet.advance(midnight - 10 * MINUTE_MS - fleet.now());
  for (const maker of makers) await maker.token();
  await fleet.advance(midnight - MINUTE_MS - fleet.now());
  let turning: Promise<void> | undefined;
  const { through, refused, otherwise } = await rush(fleet, makers, (answered, letThrough) => {
    // Those are billed on the day that ends.
    if (answered > RUSH_CALLS / 2 && letThrough > 0)
      turning ??= fleet.advance(midnight - fleet.now() + 1);
  });
  await turning;
  const next = dayAt(fleet.now());
  const [before, after] = [await billOn(fleet, today), await billOn(fleet, next)];
  return {
    promise: "the same while a day ends and another begins",
    figures: `${through} through, ${refused} refused, ${otherwiseIn(otherwise)} otherwise; ${inDollars(before)} billed on the one day, ${inDollars(after)} on the other`,
    isKept:
      otherwise.length === 0 &&
      [before, after].every((bill) => bill > 0 && bill <= BUDGET_MICRO_DOLLARS) &&
      next > today,
  };
};

export const proveBudget = async (fleet: Fleet): Promise<readonly Proof[]> => {
  const named = (index: number) => createMaker(fleet, SANDBOX_APP, `rusher_${index}`);
  for (let index = 0; index < MAKERS; index += 1) {
    await fleet.control("users", { username: `rusher_${index}` });
  }
  await prepareRush(fleet);
  const first = await named(0);
  const makers: [Maker, ...Maker[]] = [first];
  for (let index = 1; index < MAKERS; index += 1) makers.push(await named(index));
  const proofs: Proof[] = [];
  for (const prove of [proveRush, proveCrash, proveFreed, proveOutage, proveTurn]) {
    proofs.push(await prove(fleet, makers));
    console.log(
      `${proofs.at(-1)?.isKept ? "kept" : "BROKEN"}: ${proofs.at(-1)?.promise}: ${proofs.at(-1)?.figures}`,
    );
  }
  return proofs;
};
