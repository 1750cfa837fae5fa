/**
 * `npm run spending-proof`: what the ledger and the budgets promise, on four real processes, one Table store and one
 * sandbox that bills as X does. Prints the figures, and fails where a promise is broken.
 */
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { BUDGET_SETTINGS, inDollars, type Proof, proveBudget } from "./budget.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { createMaker, type Maker } from "./makers.ts";
import { createRandom } from "./random.ts";
import { playWeek } from "./week.ts";

const PROCESSES = 4;
const WEEK_HOURS = 7 * 24;
const SEED = 20_261_125;
/** One call in a hundred meets a fault of X's; of one fault in five, X's answer is lost. */
const FAULT_SHARE = 1 / 100;
/** How much more than the bill the ledger may have. */
const MOST_ABOVE = 0.03;

/** An X app whose owner pays less for their own data. */
const OWNED_APP = { clientId: "b3duZWQ6MTpjaQ", clientSecret: "secret", name: "Owned app" };
const OWNER = "1795000000000004242";

const within = async (
  env: Readonly<Record<string, string>>,
  prove: (fleet: Fleet) => Promise<readonly Proof[]>,
): Promise<readonly Proof[]> => {
  const fleet = await startFleet(PROCESSES, env);
  try {
    return await prove(fleet);
  } finally {
    await fleet.close();
  }
};

const proveWeek = async (fleet: Fleet): Promise<readonly Proof[]> => {
  await fleet.control("apps", { ...OWNED_APP, callbackUrls: ["loopback"], owner: OWNER });
  await fleet.control("users", { username: "owner_of_app", id: OWNER });
  await fleet.control("users", { username: "some_maker" });
  const makers: [Maker, ...Maker[]] = [
    await createMaker(fleet, SANDBOX_APP, "some_maker"),
    await createMaker(fleet, OWNED_APP, "owner_of_app"),
  ];
  const random = createRandom(SEED);
  const week = await playWeek({
    place: fleet,
    random,
    makers,
    hours: WEEK_HOURS,
    faultShare: FAULT_SHARE,
  });
  return week.apps.map(({ app, billed, booked }) => {
    const above = booked / billed - 1;
    return {
      promise: `a week of mixed flows on ${PROCESSES} processes, ${app === OWNED_APP ? "an app whose owner calls" : "an app of somebody else's"}`,
      figures: `${week.calls} calls in all, ${week.repeats} of them repeated, ${week.faults} faults of X; ${inDollars(billed)} billed, ledger ${inDollars(booked)}: ${(100 * above).toFixed(2)} % above`,
      isKept: above >= 0 && above <= MOST_ABOVE,
    };
  });
};

const proofs = [
  ...(await within({ X_APP_OWNERS: OWNER, X_TIMEOUT_MS: "5000" }, proveWeek)),
  ...(await within(BUDGET_SETTINGS, proveBudget)),
];
console.log("| promise | figures | |\n| --- | --- | --- |");
for (const { promise, figures, isKept } of proofs) {
  console.log(`| ${promise} | ${figures} | ${isKept ? "kept" : "**broken**"} |`);
}
if (proofs.some(({ isKept }) => !isKept)) process.exitCode = 1;
process.exit();
