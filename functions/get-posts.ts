// Made by `npm run generate` from src/operations.
import { getPosts } from "../src/operations/get-posts.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(getPosts);
