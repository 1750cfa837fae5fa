import { registerHealth } from "../src/app.ts";

registerHealth({ name: "Health", method: "GET", route: "health" });
