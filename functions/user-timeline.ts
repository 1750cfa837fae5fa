import { registerOperation } from "../src/app.ts";
import { userTimeline } from "../src/operations/user-timeline.ts";

registerOperation(userTimeline);
