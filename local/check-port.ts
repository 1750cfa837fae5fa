/** The first step of `npm start`: nothing is built for a port that cannot be had. */
import { assertPortIsFree, readPort } from "./port.ts";

await assertPortIsFree(readPort(process.env.PORT));
