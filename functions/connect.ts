import { registerEndpoint } from "../src/register.ts";

registerEndpoint(
  { name: "Connect", method: "GET", route: "connect" },
  ({ connectPage }) => connectPage,
);
