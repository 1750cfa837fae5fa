// Made by `npm run generate` from src/operations.
import { onNewMention } from "../src/operations/on-new-mention.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(onNewMention);
