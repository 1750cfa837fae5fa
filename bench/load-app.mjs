/**
 * Loads a built app once, as the Functions worker does, and prints how long that took and what it registered. Plain
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
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
require(process.argv[2]);
const milliseconds = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ milliseconds, cpuMs: (user + system) / 1000, registered }));
