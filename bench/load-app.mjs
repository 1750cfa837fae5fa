/**
 * Loads a built app once, as the Functions worker does, and asks it once for what needs no store, no key and no X; prints
 * how long either took and what was registered. Plain JavaScript, so that nothing but the app is loaded.
 */
import Module, { createRequire } from "node:module";

const [path, asked] = process.argv.slice(2);
const registered = new Map();
let model;
const coreModule = {
  registerFunction: (metadata, callback) => registered.set(metadata.name, { metadata, callback }),
  setProgrammingModel: (given) => {
    model = given;
  },
  log: () => {},
};
const { require: original } = Module.prototype;
Module.prototype.require = function (id) {
  return id === "@azure/functions-core" ? coreModule : original.call(this, id);
};

const answer = async ({ metadata, callback }) => {
  const [name] = Object.keys(metadata.bindings);
  const http = { method: "GET", url: "http://127.0.0.1/", headers: {}, query: {}, params: {} };
  const nullable = { nullableHeaders: {}, nullableQuery: {}, nullableParams: {} };
  const request = { inputData: [{ name, data: { http: { ...http, ...nullable } } }] };
  const invocation = model.getInvocationModel({
    invocationId: "1",
    metadata,
    request,
    log: () => {},
  });
  const { context, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(context, inputs, callback);
  return Number((await invocation.getResponse(context, result)).returnValue.http.statusCode);
};

const require = createRequire(import.meta.url);
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
require(path);
const milliseconds = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpuBefore);
const status = await answer(registered.get(asked));
const answeredMs = performance.now() - startedAt;
console.log(
  JSON.stringify({
    milliseconds,
    cpuMs: (user + system) / 1000,
    answeredMs,
    status,
    registered: [...registered.keys()],
  }),
);
