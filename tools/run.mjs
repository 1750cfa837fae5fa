/** Runs a TypeScript file of this repository and leaves nothing outside it: `node tools/run.mjs FILE [ARGUMENT …]`. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// tsx would keep its cache in the system's folder for temporary files.
process.env.TSX_DISABLE_CACHE = "1";
const { register } = await import("tsx/esm/api");
register();

const [node, , file, ...rest] = process.argv;
process.argv = [node, resolve(file), ...rest];
await import(pathToFileURL(resolve(file)).href);
