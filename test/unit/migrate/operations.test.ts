import { readFile } from "node:fs/promises";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { CONNECTOR_ID, LOGIC_APPS, migrateText, POWER_PLATFORM, readFixture } from "./migration.ts";

interface Operation {
  readonly operationId: string;
}
const definition: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  await readFile(new URL("../../../apiDefinition.swagger.json", import.meta.url), "utf8"),
);
const operationIds = Object.values(definition.paths)
  .flatMap((path) => Object.values(path))
  .map(({ operationId }) => operationId);

/** Every object in a value, however deep. */
const objectsIn = (value: unknown): readonly Record<string, unknown>[] =>
  typeof value === "object" && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
    : [];

describe("a migrated step", () => {
  it.each([
    ["solution/Workflows/PostNews-8D5E2C40-1B7F-EF11-9F89-000D3A2B4C5D.json", 5],
    ["package/Microsoft.Flow/flows/2f6b1c5e-7a0d-4f3c-9b57-0c2d8e1a4f90/definition.json", 2],
  ])("names an operation of this connector: %s", async (name, count) => {
    const { output } = await migrateText(await readFixture(name), POWER_PLATFORM);
    const hosts = objectsIn(parse(output)).filter(
      ({ apiId }) => String(apiId).toLowerCase() === CONNECTOR_ID.toLowerCase(),
    );
    expect(hosts).toHaveLength(count);
    for (const { operationId } of hosts) expect(operationIds).toContain(operationId);
  });

  it.each([
    ["code-view.json", 2],
    ["workflow-resource.json", 1],
    ["template.json", 1],
  ])("calls a path of this connector: %s", async (name, count) => {
    const { output } = await migrateText(await readFixture(name), LOGIC_APPS);
    const calls = objectsIn(parse(output)).filter(({ host }) =>
      /\['twitter(_support)?'\]/.test(JSON.stringify(host ?? "")),
    );
    expect(calls).toHaveLength(count);
    for (const { path, method } of calls)
      expect(definition.paths[String(path)]?.[String(method)]).toBeDefined();
  });
});
