import { registerEndpoint } from "../src/app.ts";

registerEndpoint({ name: "Health", method: "GET", route: "health" }, ({ health }) => health);
