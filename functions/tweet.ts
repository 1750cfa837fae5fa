import { registerOperation } from "../src/app.ts";
import { tweet } from "../src/operations/tweet.ts";

registerOperation(tweet);
