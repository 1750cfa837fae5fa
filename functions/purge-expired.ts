import { registerTimer } from "../src/app.ts";

registerTimer({ name: "PurgeExpired", schedule: "0 17 * * * *" }, ({ purgeExpired }) =>
  purgeExpired(),
);
