import { registerOperation } from "../src/app.ts";
import { following } from "../src/operations/following.ts";

registerOperation(following);
