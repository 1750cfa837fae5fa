// Made by `npm run generate` from src/operations.
import { myFollowing } from "../src/operations/my-following.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(myFollowing);
