// Made by `npm run generate` from src/operations.
import { publishThread } from "../src/operations/publish-thread.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(publishThread);
