/** What the built console's page brings at once, compressed: what is loaded later is imported by the script, and not named in the page. */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const BUILT = new URL("../../dist/console/", import.meta.url);

export const FIRST_LOAD_GOAL_BYTES = 200_000;

/** In bytes. Rejects when the console is not built. */
export const firstLoadBytes = async (): Promise<number> => {
  const page = await readFile(new URL("index.html", BUILT), "utf8");
  const named = [...page.matchAll(/\/(assets\/[^"]+)"/g)].map(([, name = ""]) => name);
  if (named.length === 0) throw new Error("The page names nothing to load.");
  const files = await Promise.all(named.map((name) => readFile(new URL(name, BUILT))));
  return [Buffer.from(page), ...files].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
};
