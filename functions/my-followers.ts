// Made by `npm run generate` from src/operations.
import { myFollowers } from "../src/operations/my-followers.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(myFollowers);
