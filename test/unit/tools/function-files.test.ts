import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { operations } from "../../../src/operations/index.ts";
import { functionFiles, isMade } from "../../../tools/function-files.ts";
import { readRoot } from "../../harness/read-root.ts";

it("every operation has its file in functions/, and every file is in the list that the bundle starts from", async () => {
  const names = await readdir(new URL("../../../functions/", import.meta.url));
  const texts = await Promise.all(names.map((name) => readRoot(`functions/${name}`)));
  const made = names.filter((_, index) => isMade(texts[index] ?? "")).sort();
  const byHand = names.filter((name) => !made.includes(name)).map((name) => `functions/${name}`);
  const files = functionFiles(operations, byHand);
  expect(Object.keys(files).sort()).toEqual(made.map((name) => `functions/${name}`));
  const lines = (await readRoot("functions/main.ts")).split("\n");
  const others = names.filter((name) => name !== "main.ts").sort();
  expect(lines.filter((line) => line.startsWith('import "'))).toEqual(
    others.map((name) => `import "./${name}";`),
  );
});

it("an operation that is new gets a file of its own name, and its place in the list", () => {
  const [first] = operations;
  if (!first) throw new Error("There is no operation.");
  const files = functionFiles([{ ...first, operationId: "DeleteTweet" }], ["functions/connect.ts"]);
  expect(Object.keys(files)).toEqual(["functions/delete-tweet.ts", "functions/main.ts"]);
  expect(files["functions/delete-tweet.ts"]?.()).toContain('operationId: "DeleteTweet",');
  expect(files["functions/main.ts"]?.()).toMatch(
    /import "\.\/connect\.ts";\nimport "\.\/delete-tweet\.ts";\n/,
  );
});
