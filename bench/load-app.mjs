/**
 * Loads the built app once, as the Functions worker does, and prints how long that took and what it registered. Plain
 * JavaScript, so that nothing but the app is loaded.
 */
import Module, { createRequire } from "node:module";

const registered = [];
const coreModule = {
  registerFunction: ({ name }) => registered.push(name),
  setProgrammingModel: () => {},
  log: () => {},
};
const { require: original } = Module.prototype;
Module.prototype.require = function (id) {
  return id === "@azure/functions-core" ? coreModule : original.call(this, id);
};

const require = createRequire(import.meta.url);
const startedAt = performance.now();
require(process.argv[2]);
console.log(JSON.stringify({ milliseconds: performance.now() - startedAt, registered }));
