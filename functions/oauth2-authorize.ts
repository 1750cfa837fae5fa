import { registerEndpoint } from "../src/app.ts";

registerEndpoint(
  { name: "OAuth2Authorize", method: "GET", route: "oauth2/authorize" },
  ({ authorize }) => authorize,
);
