/** Loads the app as it is deployed. */
import { createRequire } from "node:module";

/** Runs the bundle at `path`, an absolute path, anew at every call. */
export const loadBundle = (path: string): unknown => {
  const require = createRequire(import.meta.url);
  delete require.cache[require.resolve(path)];
  return require(path);
};
