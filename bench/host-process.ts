/** The built connector in the local host, as a process of the bench. */
import { fileURLToPath } from "node:url";
import { loadBundle, startHost } from "../local/host/host.ts";
import { REQUEST_BODY_MAX_BYTES } from "../src/connector/limits.ts";
import { followParent, reportUrl } from "./parent.ts";

followParent();
// This runs in dist/bench, compiled.
const app = new URL("../app/", import.meta.url);
const { url } = await startHost({
  load: () => loadBundle(fileURLToPath(new URL("main.cjs", app))),
  hostJson: new URL("host.json", app),
  maxBodyBytes: REQUEST_BODY_MAX_BYTES,
});
reportUrl(url);
