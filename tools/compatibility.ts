/** Fails when the definition breaks what was made with the last released one, which `releases/` keeps. */
import { readdir, readFile } from "node:fs/promises";
import { findBreakingChanges } from "./breaking-changes.ts";
import type { Definition } from "./connector-rules.ts";

const root = new URL("../", import.meta.url);
const NAME = "apiDefinition.swagger.json";

const readDefinition = async (path: string): Promise<Definition> =>
  JSON.parse(await readFile(new URL(path, root), "utf8"));

const releases = await readdir(new URL("releases/", root));
const newest = releases.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
const released = await readDefinition(`releases/${newest}/${NAME}`);
const changes = findBreakingChanges(released, await readDefinition(NAME));

for (const change of changes) console.error(change);
if (changes.length > 0) process.exitCode = 1;
else console.log(`${NAME} takes the place of the one of ${newest}`);
