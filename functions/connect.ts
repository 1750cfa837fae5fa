import { registerEndpoint } from "../src/app.ts";

registerEndpoint(
  { name: "Connect", method: "GET", route: "connect" },
  ({ connectPage }) => connectPage,
);
