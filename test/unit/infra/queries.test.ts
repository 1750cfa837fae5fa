import { readdir, readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { OAUTH_STATUS } from "../../../src/connections/oauth-error.ts";
import { STATUS_BY_CODE } from "../../../src/connector/errors.ts";
import { findQueryProblems } from "../../harness/kusto.ts";

const FOLDER = new URL("../../../infra/queries/", import.meta.url);
const names = await readdir(FOLDER);
const read = (name: string) => readFile(new URL(name, FOLDER), "utf8");

// The service compiles itself at its first query, which takes its time.
beforeAll(() => {
  findQueryProblems("traces");
}, 60_000);

describe("the queries", () => {
  it.each(names)("%s is right by Microsoft's language service", async (name) => {
    expect(findQueryProblems(await read(name))).toEqual([]);
  });

  it("name codes that there are", async () => {
    const codes = [...Object.keys(STATUS_BY_CODE), ...Object.keys(OAUTH_STATUS)];
    for (const name of names) {
      for (const [, list = ""] of (await read(name)).matchAll(/call\.code in \(([^)]*)\)/g)) {
        for (const [, code] of list.matchAll(/"(\w+)"/g)) expect(codes).toContain(code);
      }
    }
  });

  it("would be found wrong with a mistake in them", () => {
    expect(findQueryProblems("traces | where mesage == 1")).not.toEqual([]);
    expect(findQueryProblems("traces | summerize count()")).not.toEqual([]);
  });
});
