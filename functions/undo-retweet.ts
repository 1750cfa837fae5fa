// Made by `npm run generate` from src/operations.
import { undoRetweet } from "../src/operations/undo-retweet.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(undoRetweet);
