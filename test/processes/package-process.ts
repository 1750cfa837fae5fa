/** An unpacked deployment package in the local host, as a process of its own: what Azure starts an instance with. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { followParent, reportUrl } from "../../bench/parent.ts";
import { loadBundle, startHost } from "../../local/host/host.ts";

followParent();
const folder = process.env.PACKAGE_FOLDER ?? "";
const { main } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
const { url } = await startHost({
  load: () => loadBundle(join(folder, main)),
  hostJson: join(folder, "host.json"),
});
reportUrl(url);
