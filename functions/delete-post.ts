// Made by `npm run generate` from src/operations.
import { deletePost } from "../src/operations/delete-post.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(deletePost);
