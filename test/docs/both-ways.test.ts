/** What is documented exists, and what exists is documented; each check finds a fault that is planted. */
import { readdir } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { SETTING_NAMES, settingDefaults } from "../../src/config.ts";
import { STATUS_BY_CODE } from "../../src/connector/errors.ts";
import { readRoot } from "../harness/read-root.ts";
import { differences, firstColumn } from "./both-ways.ts";

interface Check {
  /** Where it is told of; several are read as one. */
  readonly pages: readonly string[];
  toldIn(text: string): readonly string[];
  existing(): Promise<readonly string[]>;
  /** What a page says of something that is not there. */
  readonly planted: string;
}

const all = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name)),
];

const SOURCES = new URL("../../src/", import.meta.url);
const readSources = async () => {
  const paths = (await readdir(SOURCES, { recursive: true })).filter((path) =>
    path.endsWith(".ts"),
  );
  return Promise.all(paths.map(async (path) => ({ path, text: await readRoot(`src/${path}`) })));
};

/** The names of the properties of an object that is written out, as far as they stand on its own level. */
const namesIn = (literal: string): readonly string[] => {
  const withoutComments = literal.replace(/\/\/.*$/gm, "");
  return all(`,${withoutComments},`, /(?<=[,{]\s*)(\w+)(?=\s*[:,])/g);
};

/** What is handed to the log in a source; a poll's figures are handed on as a whole. */
const loggedIn = (source: string): readonly string[] =>
  [
    /\blog\((?:"\w+"|levelOf\([^)]*\)), \{([\s\S]*?)\}\)/g,
    /\blogTo\(context\)\("\w+", \{([\s\S]*?)\}\)/g,
    /PollFigures => \{[\s\S]*?return \{([\s\S]*?)\n {2}\}/g,
  ].flatMap((pattern) => all(source, pattern).flatMap(namesIn));

const CHECKS: Readonly<Record<string, Check>> = {
  settings: {
    pages: ["docs/settings.md"],
    toldIn: firstColumn,
    // Azure sets the host's name; the port is npm start's.
    existing: async () => [...SETTING_NAMES.filter((name) => name !== "WEBSITE_HOSTNAME"), "PORT"],
    planted: "| `NO_SUCH_SETTING` | none | nothing |",
  },
  "error codes": {
    pages: ["docs/errors.md"],
    toldIn: firstColumn,
    existing: async () => Object.keys(STATUS_BY_CODE),
    planted: "| 418 | `NoSuchCode` | nothing | nothing |",
  },
  "npm scripts": {
    pages: ["README.md", "CONTRIBUTING.md"],
    toldIn: (text) =>
      all(text, /\bnpm (?:run )?((?!ci\b|run\b|install\b|outdated\b|audit\b)[a-z][\w:-]*\w)/g),
    existing: async () => Object.keys(JSON.parse(await readRoot("package.json")).scripts),
    planted: "`npm run no-such-script`",
  },
  "log fields": {
    pages: ["docs/log.md"],
    toldIn: firstColumn,
    existing: async () => [...new Set((await readSources()).flatMap(({ text }) => loggedIn(text)))],
    planted: "| `noSuchField` | nothing | nothing |",
  },
  rooms: {
    pages: ["CONTRIBUTING.md"],
    toldIn: (text) => all(text, /(?:^| )src\/([\w-]+)\/(?= )/gm),
    existing: async () => {
      const entries = await readdir(SOURCES, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    planted: "src/no-such/       nothing",
  },
  queries: {
    pages: ["docs/log.md"],
    toldIn: (text) => all(text, /infra\/queries\/([\w-]+\.kql)/g),
    existing: () => readdir(new URL("../../infra/queries/", import.meta.url)),
    planted: "[no-such.kql](../infra/queries/no-such.kql)",
  },
  alerts: {
    pages: ["docs/runbook.md"],
    toldIn: (text) => {
      const [, table = ""] = /## When an alert comes\n\n([\s\S]*?)\n\n/.exec(text) ?? [];
      const rows = `${table}\n${/\| no such alert .*/.exec(text) ?? ""}`;
      return all(rows, /^\| (?!alert |---)([^|]+?) \|/gm);
    },
    existing: async () => {
      const bicep = await readRoot("infra/modules/alerts.bicep");
      const byQuery = all(bicep, /displayName: 'X connector: ([^']+)'/g);
      const byHealth = bicep.includes("Microsoft.Insights/metricAlerts") ? ["health check"] : [];
      return [...byQuery, ...byHealth];
    },
    planted: "| no such alert | nothing | nothing |",
  },
};

describe.each(Object.entries(CHECKS))("%s", (_name, { pages, toldIn, existing, planted }) => {
  let text: string;
  let there: readonly string[];
  beforeAll(async () => {
    text = (await Promise.all(pages.map(readRoot))).join("\n");
    there = await existing();
  });

  it("are told of and are there", () => {
    expect(there.length).toBeGreaterThan(1);
    expect(differences(toldIn(text), there)).toEqual([]);
  });

  it("would be found when only a page had one", () => {
    expect(differences(toldIn(`${text}\n${planted}\n`), there)).toHaveLength(1);
  });

  it("would be found when no page told of one", () => {
    expect(differences(toldIn(text), [...there, "added-without-a-word"])).toHaveLength(1);
  });
});

describe("a setting's default", () => {
  /** By name: the second column, without its code marks; undefined where it is told in words. */
  const toldIn = (page: string) =>
    new Map(
      [...page.matchAll(/^\| `([A-Z_]+)`\s*\| (.*?)\s*\|/gm)].map(([, name = "", cell = ""]) => [
        name,
        /^`([^`]+)`$/.exec(cell)?.[1],
      ]),
    );

  it.each(SETTING_NAMES.filter((name) => name !== "WEBSITE_HOSTNAME"))(
    "is told as it is: %s",
    async (name) => {
      const told = toldIn(await readRoot("docs/settings.md"));
      const [value] = [settingDefaults()[name]].flat();
      expect([name, told.get(name)]).toEqual([
        name,
        value === undefined ? undefined : String(value),
      ]);
    },
  );
});

describe("the queries", () => {
  const drawnIn = async (module: string) =>
    all(await readRoot(`infra/modules/${module}.bicep`), /queries\/([\w-]+\.kql)/g);
  /** Asked by hand, of one call. */
  const BY_HAND = "one-call.kql";

  it("are each drawn by the workbook or asked by an alert, but for the one that is asked by hand", async () => {
    const used = [...(await drawnIn("workbook")), ...(await drawnIn("alerts")), BY_HAND];
    const files = await readdir(new URL("../../infra/queries/", import.meta.url));
    expect(differences([...new Set(used)], files)).toEqual([]);
  });

  it("look for codes that there are", async () => {
    const files = await readdir(new URL("../../infra/queries/", import.meta.url));
    const texts = await Promise.all(files.map((name) => readRoot(`infra/queries/${name}`)));
    const lists = all(texts.join("\n"), /call\.code in \(([^)]*)\)/g);
    // In small letters are OAuth's own.
    const named = lists.flatMap((list) => all(list, /"([A-Z]\w+)"/g));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !(name in STATUS_BY_CODE))).toEqual([]);
  });
});

describe("an error code", () => {
  it.each(Object.keys(STATUS_BY_CODE))("%s is answered somewhere", async (code) => {
    const sources = await readSources();
    const raised = sources.filter(({ path }) => path !== "connector/errors.ts");
    expect(raised.some(({ text }) => text.includes(`"${code}"`))).toBe(true);
  });
});
