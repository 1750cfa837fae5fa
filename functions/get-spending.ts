// Made by `npm run generate` from src/operations.
import { getSpending } from "../src/operations/get-spending.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(getSpending);
