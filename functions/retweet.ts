import { registerOperation } from "../src/app.ts";
import { retweet } from "../src/operations/retweet.ts";

registerOperation(retweet);
