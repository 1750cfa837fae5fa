// Made by `npm run generate` from src/operations.
import { followers } from "../src/operations/followers.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(followers);
