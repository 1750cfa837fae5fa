// Made by `npm run generate` from src/operations.
import { publishPost } from "../src/operations/publish-post.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(publishPost);
