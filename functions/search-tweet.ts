import { registerOperation } from "../src/app.ts";
import { searchTweet } from "../src/operations/search-tweet.ts";

registerOperation(searchTweet);
