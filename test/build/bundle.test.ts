import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import type { Metafile } from "esbuild";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { loadBundle, startHost } from "../../local/host/host.ts";
import { operations } from "../../src/operations/index.ts";

/** Every function of the app. An app that fails while it loads registers none, and Azure only answers 404. */
const FUNCTIONS = [
  ...operations.map(({ operationId }) => operationId),
  "Connect",
  "Health",
  "OAuth2Authorize",
  "OAuth2Callback",
  "OAuth2Token",
  "PurgeExpired",
];

const dist = new URL("../../dist/", import.meta.url);
const bundle = fileURLToPath(new URL("app/main.cjs", dist));
const readDist = (path: string) => readFile(new URL(path, dist), "utf8");

describe("what is deployed", () => {
  it("registers every function", async () => {
    const host = await startHost({ load: () => loadBundle(bundle) });
    onTestFinished(() => host.close());
    expect(host.functions.map(({ name }) => name).toSorted()).toEqual(FUNCTIONS.toSorted());
  });

  it("loads what answers calls by itself, once it has registered", async () => {
    const { cache } = createRequire(import.meta.url);
    const serving = fileURLToPath(new URL("app/serving.cjs", dist));
    const host = await startHost({ load: () => loadBundle(bundle) });
    onTestFinished(() => host.close());
    expect(cache[serving]).toBeUndefined();
    await vi.waitFor(() => expect(cache[serving]?.loaded).toBe(true), { timeout: 30_000 });
  });

  it("is the app, what it loads later, its host.json and its package.json, which asks for no package", async () => {
    expect((await readdir(new URL("app/", dist))).toSorted()).toEqual([
      "azure-sdk.cjs",
      "file-detection.cjs",
      "host.json",
      "main.cjs",
      "package.json",
      "serving.cjs",
      "twitter-api.cjs",
      "twitter-text.cjs",
    ]);
    const manifest = JSON.parse(await readDist("app/package.json"));
    expect(manifest.main).toBe("main.cjs");
    expect(Object.keys(manifest).toSorted()).toEqual(["main", "name", "private", "version"]);
  });

  it("is made of nothing but the app and the packages that it depends on", async () => {
    const { inputs } = JSON.parse(await readDist("metafile.json")) as Metafile;
    const { devDependencies } = JSON.parse(await readFile("package.json", "utf8"));
    const developed = Object.keys(devDependencies).map((name) => `node_modules/${name}/`);
    const paths = Object.keys(inputs);
    expect(paths.filter((path) => !/^(functions|src|node_modules)\//.test(path))).toEqual([]);
    expect(paths.filter((path) => developed.some((name) => path.startsWith(name)))).toEqual([]);
    expect(paths).toContain("functions/main.ts");
  });

  it("registers without what answers calls, and answers without what only some calls need", async () => {
    const { outputs } = JSON.parse(await readDist("metafile.json")) as Metafile;
    const inputsOf = (name: string) => {
      const [, output] = Object.entries(outputs).find(([path]) => path.endsWith(`/${name}`)) ?? [];
      return Object.keys(output?.inputs ?? {});
    };
    const main = inputsOf("main.cjs");
    expect(main).toContain("functions/main.ts");
    const registering = /^(functions\/|src\/register\.ts|node_modules\/(@azure\/functions|cookie))/;
    expect(main.filter((path) => !registering.test(path))).toEqual([]);
    const serving = inputsOf("serving.cjs");
    expect(serving).toContain("src/serving.ts");
    const later = /^node_modules\/(@azure\/|twitter-api-v2|twitter-text|file-type|is-animated)/;
    expect(serving.filter((path) => later.test(path))).toEqual([]);
  });

  it("holds each file of the app once: two copies would not know each other's errors", async () => {
    const { outputs } = JSON.parse(await readDist("metafile.json")) as Metafile;
    const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
    const ours = inputs.filter((path) => /^(functions|src)\//.test(path));
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter((path, index) => ours.indexOf(path) !== index)).toEqual([]);
  });

  it("is JavaScript that Node takes, in every part", async () => {
    for (const name of await readdir(new URL("app/", dist))) {
      if (!name.endsWith(".cjs")) continue;
      const body = await readDist(`app/${name}`);
      expect(() => compileFunction(body, ["exports", "require", "module"]), name).not.toThrow();
    }
  });

  it("names no file of this machine and no source map", async () => {
    for (const name of await readdir(new URL("app/", dist))) {
      const file = await readDist(`app/${name}`);
      expect(file).not.toContain("sourceMappingURL");
      expect(file).not.toContain(fileURLToPath(new URL("../../", import.meta.url)));
    }
  });
});
