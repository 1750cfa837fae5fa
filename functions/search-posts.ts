// Made by `npm run generate` from src/operations.
import { searchPosts } from "../src/operations/search-posts.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(searchPosts);
