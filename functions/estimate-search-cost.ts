// Made by `npm run generate` from src/operations.
import { estimateSearchCost } from "../src/operations/estimate-search-cost.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(estimateSearchCost);
