import { registerEndpoint } from "../src/register.ts";

registerEndpoint(
  { name: "OAuth2Token", method: "POST", route: "oauth2/token" },
  ({ token }) => token,
);
