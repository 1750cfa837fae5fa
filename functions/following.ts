// Made by `npm run generate` from src/operations.
import { following } from "../src/operations/following.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(following);
