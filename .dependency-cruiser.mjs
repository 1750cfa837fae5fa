// Its native part may be missing where the package is there.
import "@swc/core";
import { allExtensions } from "dependency-cruiser";

// Without a parser that it knows, dependency-cruiser passes over every file and finds nothing wrong.
if (!allExtensions.some(({ extension, available }) => extension === ".ts" && available)) {
  throw new Error("No import can be checked: dependency-cruiser does not know this @swc/core.");
}

/**
 * Which room may import which; `npm run check` keeps it. Data flows one way: a room imports the rooms below it in this
 * list, and none above it or beside it. (Circles of files are Biome's, noImportCycles, which reads .tsx too.)
 */
const LAYERS = [
  ["functions/"],
  // The composition root: what stands in src itself.
  ["src/[^/]+\\.ts$"],
  ["src/connections/"],
  ["src/http/"],
  ["src/operations/"],
  ["src/publishing/"],
  ["src/trigger/", "src/posting/", "src/media/", "src/search/"],
  ["src/spending/"],
  ["src/x/"],
  ["src/limits/", "src/sealing/"],
  ["src/store/"],
  ["src/connector/"],
];

/** What runs, makes or tests the connector, and is no part of it. */
const AROUND = ["local/", "tools/", "bench/", "test/"];

const anyOf = (places) => `^(${places.join("|")})`;

const downwards = LAYERS.flatMap((layer, index) =>
  layer.map((room) => ({
    name: "imports-flow-down",
    comment: `${room} may import only what stands below it in .dependency-cruiser.mjs.`,
    severity: "error",
    from: { path: `^${room}` },
    to: { path: anyOf(LAYERS.slice(0, index + 1).flat()), pathNot: `^${room}` },
  })),
);

export default {
  forbidden: [
    ...downwards,
    {
      name: "every-room-has-a-place",
      comment: "A new room of src needs its place among the layers of .dependency-cruiser.mjs.",
      severity: "error",
      from: { path: "^src/", pathNot: anyOf(LAYERS.flat()) },
      to: {},
    },
    {
      name: "sign-in-knows-no-operation",
      severity: "error",
      from: { path: "^src/connections/" },
      to: { path: "^src/(operations|publishing|trigger|posting|media|search|spending)/" },
    },
    {
      name: "the-product-stands-alone",
      comment: "What is deployed knows nothing of what runs, makes or tests it.",
      severity: "error",
      from: { path: "^(src|functions)/" },
      to: { path: anyOf(AROUND) },
    },
    {
      name: "nothing-needs-the-tests",
      severity: "error",
      from: { path: "^(local|tools)/" },
      to: { path: "^(test|bench)/" },
    },
  ],
  options: {
    // TypeScript 7 has no programming interface that dependency-cruiser could read imports with.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    // swc is told neither of JSX, whose console stands above every room, nor of declarations, which import nothing.
    exclude: { path: "^(dist|local/console)/|\\.d\\.ts$" },
  },
};
