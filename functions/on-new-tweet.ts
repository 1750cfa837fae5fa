import { registerOperation } from "../src/app.ts";
import { onNewTweet } from "../src/operations/on-new-tweet.ts";

registerOperation(onNewTweet);
