/**
 * Builds what is deployed: `dist/app` with the app as one minified CommonJS file, a file for each part that is loaded when
 * it is first needed, its host.json and its package.json. The source maps and what all is made of stand beside it in
 * `dist`.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type BuildOptions,
  build,
  type Metafile,
  type OutputFile,
  type Plugin,
  transform,
} from "esbuild";
import manifest from "../package.json" with { type: "json" };

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);
const app = new URL("app/", dist);
const pathOf = (url: URL): string => fileURLToPath(url);
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/**
 * What the source imports when it first needs it: left out of the file that imports it, and told to `onPart`. Inside one
 * file it would be compiled with it, which is more than half of the time that loading takes.
 */
const apart = (onPart: (path: string) => void): Plugin => ({
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, kind, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      onPart(resolve(resolveDir, path));
      return { path: `./${basename(path, ".ts")}.cjs`, external: true };
    });
  },
});

/**
 * Makes functions of arrow functions: V8 reads those inside a module's own function whole, and others only when they are
 * called. The source and zod are mostly arrow functions, and compile in three fifths of the time without. A file with a class is
 * left as it is: esbuild loses `this`, `super` and `new.target` of arrow functions in classes.
 */
const withoutArrows: Plugin = {
  name: "without-arrows",
  setup({ onLoad }) {
    onLoad({ filter: /\/(src\/.*\.ts|node_modules\/zod\/.*\.js)$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (/\bclass\b|\bnew\.target\b/.test(text)) return undefined;
      const loader = path.endsWith(".ts") ? "ts" : "js";
      const { code } = await transform(text, {
        loader,
        supported: { arrow: false },
        sourcemap: "inline",
        sourcefile: path,
      });
      return { contents: code };
    });
  },
};

const OPTIONS = {
  absWorkingDir: pathOf(root),
  outdir: pathOf(app),
  outExtension: { ".js": ".cjs" },
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  // The modules of a package, where it has them: of those only what is used gets in.
  mainFields: ["module", "main"],
  // The Functions worker looks for functions in what it requires; an ESM bundle registers none without a shim.
  format: "cjs",
  // Parts are required as well: the loader of modules would have to be started for them.
  supported: { "dynamic-import": false },
  external: ["@azure/functions-core"],
  sourcemap: "external",
  metafile: true,
  write: false,
  logLevel: "warning",
} as const satisfies BuildOptions;

const startedAt = performance.now();
// A set is gone through with what is added on the way: a part has parts of its own.
const entryPoints = new Set(["functions/main.ts"]);
const plugins = [apart((path) => entryPoints.add(path)), withoutArrows];
const outputFiles: OutputFile[] = [];
const metafile: Metafile = { inputs: {}, outputs: {} };
for (const entryPoint of entryPoints) {
  const part = await build({ ...OPTIONS, plugins, entryPoints: [entryPoint] });
  outputFiles.push(...part.outputFiles);
  Object.assign(metafile.inputs, part.metafile.inputs);
  Object.assign(metafile.outputs, part.metafile.outputs);
}

await rm(app, { recursive: true, force: true });
await mkdir(app, { recursive: true });
for (const { path, contents } of outputFiles) {
  const name = basename(path);
  await writeFile(new URL(name, name.endsWith(".map") ? dist : app), contents);
}
await writeFile(new URL("metafile.json", dist), JSON.stringify(metafile));
await copyFile(new URL("host.json", root), new URL("host.json", app));
const { name, version } = manifest;
const deployed = { name, version, private: true, main: "main.cjs" };
await writeFile(new URL("package.json", app), `${JSON.stringify(deployed, null, 2)}\n`);

const sizes = outputFiles.flatMap(({ path, contents }) =>
  path.endsWith(".map") ? [] : `${basename(path)} ${kilobytes(contents.length)}`,
);
console.log(`dist/app: ${sizes.join(", ")}, in ${Math.round(performance.now() - startedAt)} ms`);
