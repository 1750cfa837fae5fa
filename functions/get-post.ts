// Made by `npm run generate` from src/operations.
import { getPost } from "../src/operations/get-post.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(getPost);
