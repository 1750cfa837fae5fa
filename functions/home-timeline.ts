// Made by `npm run generate` from src/operations.
import { homeTimeline } from "../src/operations/home-timeline.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(homeTimeline);
