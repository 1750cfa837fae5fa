// Made by `npm run generate` from src/operations.
import { user } from "../src/operations/user.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(user);
