import { registerOperation } from "../src/app.ts";
import { followers } from "../src/operations/followers.ts";

registerOperation(followers);
