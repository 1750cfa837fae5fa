import { registerEndpoint } from "../src/app.ts";

registerEndpoint(
  { name: "OAuth2Token", method: "POST", route: "oauth2/token" },
  ({ token }) => token,
);
