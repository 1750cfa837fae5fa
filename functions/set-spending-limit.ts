// Made by `npm run generate` from src/operations.
import { setSpendingLimit } from "../src/operations/set-spending-limit.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(setSpendingLimit);
