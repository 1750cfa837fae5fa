// Made by `npm run generate` from src/operations.
import { searchTweet } from "../src/operations/search-tweet.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(searchTweet);
