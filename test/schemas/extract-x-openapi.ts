/**
 * Writes x-openapi.json: of X's OpenAPI document the paths that the sandbox answers and what they refer to, without prose.
 * Run once for each version of the document; README.md says how.
 */
import { readFile, writeFile } from "node:fs/promises";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const METHODS_OF_PATH: Readonly<Record<string, readonly string[]>> = {
  "/2/users": ["get"],
  "/2/users/by": ["get"],
  "/2/users/by/username/{username}": ["get"],
  "/2/users/me": ["get"],
  "/2/users/{id}/followers": ["get"],
  "/2/users/{id}/following": ["get"],
  "/2/users/{id}/mentions": ["get"],
  "/2/users/{id}/retweets": ["post"],
  "/2/users/{id}/retweets/{source_tweet_id}": ["delete"],
  "/2/users/{id}/timelines/reverse_chronological": ["get"],
  "/2/users/{id}/tweets": ["get"],
  "/2/tweets": ["get", "post"],
  "/2/tweets/{id}": ["delete"],
  "/2/tweets/search/recent": ["get"],
  "/2/tweets/counts/recent": ["get"],
  "/2/media/metadata": ["post"],
  "/2/media/upload": ["get"],
  "/2/media/upload/initialize": ["post"],
  "/2/media/upload/{id}/append": ["post"],
  "/2/media/upload/{id}/finalize": ["post"],
};

/** What an answer is compared with, and nothing that only explains it. */
const OPERATION_PARTS = ["security", "parameters", "requestBody", "responses"];
const PROSE = new Set(["description", "example", "style", "explode"]);
/** Below these the keys are names of X's, so that `description` may be a property. */
const OF_NAMES = new Set(["properties", "mapping", "responses", "content"]);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const withoutProse = (value: Json, holdsNames = false): Json => {
  if (Array.isArray(value)) return value.map((each: Json) => withoutProse(each));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => holdsNames || !PROSE.has(key));
  return Object.fromEntries(
    kept.map(([key, each]) => [key, withoutProse(each, !holdsNames && OF_NAMES.has(key))]),
  );
};

const at = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce((found, key) => (isObject(found) ? found[key] : undefined), value);

/** Adds to `found` every component that `value` refers to, by its address. */
const follow = (document: Json, value: Json | undefined, found: Map<string, Json>): void => {
  if (typeof value === "string" && value.startsWith("#/components/") && !found.has(value)) {
    const component = at(document, ...value.slice(2).split("/"));
    if (component === undefined) throw new Error(`The document has no ${value}.`);
    found.set(value, component);
    follow(document, component, found);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) follow(document, each, found);
  }
};

const [, , source = ""] = process.argv;
const document: Json = JSON.parse(await readFile(source, "utf8"));

const paths = Object.entries(METHODS_OF_PATH).map(([path, methods]) => {
  const operations = methods.map((method) => {
    const parts = OPERATION_PARTS.flatMap((part) => {
      const value = at(document, "paths", path, method, part);
      return value === undefined ? [] : [[part, value]];
    });
    return [method, Object.fromEntries(parts)];
  });
  return [path, Object.fromEntries(operations)];
});

const found = new Map<string, Json>();
follow(document, Object.fromEntries(paths), found);
const components: Record<string, Record<string, Json>> = {};
for (const [address, component] of [...found].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  const [, , kind = "", name = ""] = address.split("/");
  components[kind] = { ...components[kind], [name]: component };
}

const reduced = {
  openapi: at(document, "openapi") ?? null,
  info: {
    title: at(document, "info", "title") ?? null,
    version: at(document, "info", "version") ?? null,
  },
  paths: Object.fromEntries(
    paths.map(([path, operations]) => [path, withoutProse(operations, true)]),
  ),
  components: Object.fromEntries(
    Object.entries(components).map(([kind, all]) => [kind, withoutProse(all, true)]),
  ),
};
await writeFile(new URL("x-openapi.json", import.meta.url), JSON.stringify(reduced));
