import { connectionDigest } from "../connector/connection-identity.ts";
import { ConnectorError } from "../connector/errors.ts";
import { dollarsPerDay, dollarsPerMonth } from "../connector/parameters.ts";
import { SpendingLimitModel } from "../connector/spending-models.ts";
import { PERIODS } from "../spending/bounds.ts";
import type { Limits } from "../spending/budget-row.ts";
import { appName } from "../spending/spending.ts";
import { toDollars, toMicroDollars } from "../x/prices.ts";
import { defineOperation } from "./operation.ts";

const PARAMETERS = { day: "perDay", month: "perMonth" } as const;

/** Throws InvalidParameter for a limit that the app's own would come before. */
const assertLower = (limits: Limits, app: Limits): void => {
  for (const period of PERIODS) {
    const [wanted, most] = [limits[period], app[period]];
    if (wanted === undefined || most === undefined || wanted <= most) continue;
    throw new ConnectorError(
      "InvalidParameter",
      `The X app itself may spend ${toDollars(most)} US dollars a ${period}. Give a lower limit, or have BUDGET_PER_${period.toUpperCase()} raised.`,
      { target: PARAMETERS[period] },
    );
  }
};

export const setSpendingLimit = defineOperation({
  operationId: "SetSpendingLimit",
  method: "POST",
  route: "setspendinglimit",
  summary: "Set spending limit",
  description:
    "This operation limits what this connection may spend at X; without figures it has no limit of its own any more. A new limit holds after a minute, and what was spent before counts.",
  visibility: "advanced",
  parameters: { perDay: dollarsPerDay, perMonth: dollarsPerMonth },
  returns: { model: SpendingLimitModel },
  limitClass: "other",
  xEndpoints: [],
  async run({ perDay, perMonth }, { identity, spending }) {
    const limits = { day: toMicroDollars(perDay), month: toMicroDollars(perMonth) };
    assertLower(limits, spending.appLimits);
    const set = await spending.setLimit(
      appName(identity.appId),
      connectionDigest(identity),
      limits,
    );
    return {
      PerDay: perDay ?? null,
      PerMonth: perMonth ?? null,
      HoldsFrom: set ? new Date(set.from).toISOString() : "",
    };
  },
});
