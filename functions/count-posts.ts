// Made by `npm run generate` from src/operations.
import { countPosts } from "../src/operations/count-posts.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(countPosts);
