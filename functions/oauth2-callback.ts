import { registerEndpoint } from "../src/app.ts";

registerEndpoint(
  { name: "OAuth2Callback", method: "GET", route: "oauth2/callback" },
  ({ callback }) => callback,
);
