import { registerEndpoint } from "../src/register.ts";

registerEndpoint(
  { name: "OAuth2Authorize", method: "GET", route: "oauth2/authorize" },
  ({ authorize }) => authorize,
);
