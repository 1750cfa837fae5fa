/** Loads the app as it is deployed. */
import { createRequire } from "node:module";
import { dirname, sep } from "node:path";

/** Runs the bundle at `path`, an absolute path, anew at every call, with all that it loads from beside itself. */
export const loadBundle = (path: string): unknown => {
  const require = createRequire(import.meta.url);
  const folder = dirname(path) + sep;
  for (const loaded of Object.keys(require.cache)) {
    if (loaded.startsWith(folder)) delete require.cache[loaded];
  }
  return require(path);
};
