import { connectionDigest } from "../connector/connection-identity.ts";
import { SpendingModel } from "../connector/spending-models.ts";
import { spendingFigures } from "../spending/figures.ts";
import { dayOf } from "../spending/period.ts";
import { appName } from "../spending/spending.ts";
import { defineOperation } from "./operation.ts";

export const getSpending = defineOperation({
  operationId: "GetSpending",
  method: "GET",
  route: "getspending",
  summary: "Get spending",
  description:
    "This operation tells what the X app has spent at X today and this month, by operation, flow and day, and what is left of the budgets.",
  visibility: "advanced",
  parameters: {},
  returns: { model: SpendingModel },
  limitClass: "other",
  xEndpoints: [],
  async run(_input, { identity, spending, clock }) {
    const app = appName(identity.appId);
    const connection = connectionDigest(identity);
    const bounds = await spending.bounds(app, connection);
    const spent = await spending.spentThisMonth(app);
    return spendingFigures(spent, bounds, connection, dayOf(clock()));
  },
});
