/** Azurite's table service on a free port, in memory; run as a child, which tells its parent where it listens. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { default: TableConfiguration } = require("azurite/dist/src/table/TableConfiguration.js");
const { default: TableServer } = require("azurite/dist/src/table/TableServer.js");

const [, , cert, key] = process.argv;
const configuration = new TableConfiguration("127.0.0.1", 0);
// Azurite's own command line takes port 0 too, but never tells which port that became.
Object.assign(configuration, {
  enableAccessLog: false,
  enableDebugLog: false,
  isMemoryPersistence: true,
  skipApiVersionCheck: true,
  ...(cert && { cert, key, oauth: "basic" }),
});
const server = new TableServer(configuration);
await server.start();
process.send(server.getHttpServerAddress());
process.once("disconnect", () => process.exit());
