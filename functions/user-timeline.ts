// Made by `npm run generate` from src/operations.
import { userTimeline } from "../src/operations/user-timeline.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(userTimeline);
