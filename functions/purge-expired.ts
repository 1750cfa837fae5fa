import { registerTimer } from "../src/register.ts";

/** Rows that one run removes at most; the next run goes on. */
const ROWS_A_RUN = 5_000;

registerTimer({ name: "PurgeExpired", schedule: "0 17 * * * *" }, ({ purgeExpired }) =>
  purgeExpired(ROWS_A_RUN),
);
