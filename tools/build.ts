/**
 * Builds what is deployed: `dist/app` with one minified CommonJS file, its host.json and its package.json. The source
 * map and what the bundle is made of stand beside it in `dist`.
 */
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import manifest from "../package.json" with { type: "json" };

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);
const app = new URL("app/", dist);
const pathOf = (url: URL): string => fileURLToPath(url);
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const startedAt = performance.now();
const { outputFiles, metafile } = await build({
  absWorkingDir: pathOf(root),
  entryPoints: ["functions/main.ts"],
  outfile: pathOf(new URL("main.cjs", app)),
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  // The modules of a package, where it has them: of those only what is used gets in.
  mainFields: ["module", "main"],
  // The Functions worker looks for functions in what it requires; an ESM bundle registers none without a shim.
  format: "cjs",
  external: ["@azure/functions-core"],
  sourcemap: "external",
  metafile: true,
  write: false,
  logLevel: "warning",
});

await rm(app, { recursive: true, force: true });
await mkdir(app, { recursive: true });
for (const { path, contents } of outputFiles) {
  const name = path.endsWith(".map") ? "main.cjs.map" : "app/main.cjs";
  await writeFile(new URL(name, dist), contents);
}
await writeFile(new URL("metafile.json", dist), JSON.stringify(metafile));
await copyFile(new URL("host.json", root), new URL("host.json", app));
const { name, version } = manifest;
const deployed = { name, version, private: true, main: "main.cjs" };
await writeFile(new URL("package.json", app), `${JSON.stringify(deployed, null, 2)}\n`);

const bundle = outputFiles.find(({ path }) => path.endsWith("main.cjs"));
console.log(
  `dist/app/main.cjs ${kilobytes(bundle?.contents.length ?? 0)} in ${Math.round(performance.now() - startedAt)} ms`,
);
