import { registerEndpoint } from "../src/register.ts";

registerEndpoint(
  { name: "OAuth2Callback", method: "GET", route: "oauth2/callback" },
  ({ callback }) => callback,
);
