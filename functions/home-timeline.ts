import { registerOperation } from "../src/app.ts";
import { homeTimeline } from "../src/operations/home-timeline.ts";

registerOperation(homeTimeline);
