import { registerHealth } from "../src/register.ts";

registerHealth({ name: "Health", method: "GET", route: "health" });
