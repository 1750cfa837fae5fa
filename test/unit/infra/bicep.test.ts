import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Node } from "web-tree-sitter";
import { readSettings, SETTING_NAMES } from "../../../src/config.ts";
import {
  modulesOf,
  nodesOf,
  outputsOf,
  parametersOf,
  propertiesOf,
  readBicep,
  resourcesOf,
  undeclaredNames,
} from "../../harness/bicep.ts";

const ROOT = new URL("../../../", import.meta.url);
const MAIN = "infra/main.bicep";
const modules = await readdir(new URL("infra/modules/", ROOT));
const names = [MAIN, ...modules.map((name) => `infra/modules/${name}`)];
const files = new Map<string, Node>();
for (const name of names) files.set(name, await readBicep(new URL(name, ROOT)));

const read = (name: string) => readFile(new URL(name, ROOT), "utf8");
const fileOf = (name: string): Node => {
  const file = files.get(name);
  if (!file) throw new Error(`There is no ${name}.`);
  return file;
};
const textOf = (name: string) => fileOf(name).text;
const everything = [...files.values()].map(({ text }) => text).join("\n");
const main = fileOf(MAIN);
const sortedNames = (given: Iterable<string>) => [...given].sort();
const firstObject = (node: Node | undefined): Node => {
  if (!node) throw new Error("There is no such property.");
  return node;
};

describe.each(names)("%s", (name) => {
  it("is written by the grammar", () => {
    expect(fileOf(name).hasError).toBe(false);
  });

  it("uses nothing that is not declared", () => {
    expect(undeclaredNames(fileOf(name))).toEqual([]);
  });

  it("uses every parameter it takes", () => {
    const unused = parametersOf(fileOf(name)).filter(
      (parameter) => textOf(name).match(new RegExp(`\\b${parameter.name}\\b`, "g"))?.length === 1,
    );
    expect(unused).toEqual([]);
  });

  it("pins the version of each resource type", () => {
    for (const { target } of resourcesOf(fileOf(name))) {
      expect(target).toMatch(/^([\w.]+\/[\w/]+@\d{4}-\d\d-\d\d(-preview)?|[a-zA-Z]+)$/);
    }
  });
});

describe("the modules", () => {
  it.each(modulesOf(main))(
    "$name is given what it takes, no more and no less",
    ({ node, target }) => {
      const given = propertiesOf(firstObject(propertiesOf(node).get("params")));
      const taken = parametersOf(fileOf(`infra/${target}`));
      expect(sortedNames(given.keys())).toEqual(sortedNames(taken.map(({ name }) => name)));
    },
  );

  it("put out what is asked of them", () => {
    const targets = new Map(modulesOf(main).map(({ name, target }) => [name, `infra/${target}`]));
    for (const [, module = "", output] of textOf(MAIN).matchAll(/(\w+)\.outputs\.(\w+)/g)) {
      expect(outputsOf(fileOf(targets.get(module) ?? module))).toContain(output);
    }
  });

  it("are all used", () => {
    expect(sortedNames(modulesOf(main).map(({ target }) => target))).toEqual(
      sortedNames(modules.map((name) => `modules/${name}`)),
    );
  });

  it("load texts that are there", async () => {
    for (const [, path = ""] of everything.matchAll(/loadTextContent\('([^']+)'\)/g)) {
      await expect(read(`infra/modules/${path}`)).resolves.not.toBe("");
    }
  });
});

describe("the parameters", () => {
  it("are those of the template, and none without a value", async () => {
    const { parameters } = JSON.parse(await read("infra/main.parameters.json"));
    const declared = parametersOf(main);
    expect(sortedNames(Object.keys(parameters))).toEqual(
      sortedNames(declared.map(({ name }) => name)),
    );
    for (const { name, required } of declared) {
      // azd itself sets these two; what stands behind "=" is the value of the others.
      const source = required ? /^\$\{AZURE_(ENV_NAME|LOCATION)\}$/ : /^\$\{[A-Z_]+=.*\}$/;
      expect(parameters[name].value).toMatch(source);
    }
  });
});

describe("the app's settings", () => {
  const app = fileOf("infra/modules/function-app.bicep");
  const settings = resourcesOf(app).find(({ name }) => name === "settings");
  const given = propertiesOf(
    firstObject(settings && propertiesOf(settings.node).get("properties")),
  );
  const isOfTheHost = (name: string) => /^(AzureWebJobsStorage__|APPLICATIONINSIGHTS_)/.test(name);
  const own = [...given.keys()].filter((name) => !isOfTheHost(name));

  it("are all known to the app", () => {
    expect(own.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  it("are all that the app needs in Azure", () => {
    const sample: Record<string, string> = {
      KEY_VAULT_URL: "https://kv-x-abc.vault.azure.net",
      TABLE_ENDPOINT: "https://stxabc.table.core.windows.net/",
      AZURE_CLIENT_ID: "00000000-0000-0000-0000-000000000000",
      TRIGGER_MAX_NEW_MATCHES: "10",
      OAUTH_REDIRECT_URLS: "",
      PUBLIC_ORIGIN: "",
    };
    expect(Object.keys(sample)).toEqual(own);
    const env = { ...sample, WEBSITE_HOSTNAME: "func-x-abc.azurewebsites.net" };
    expect(readSettings(env)).toMatchObject({
      publicOrigin: "https://func-x-abc.azurewebsites.net",
      keyVaultUrl: "https://kv-x-abc.vault.azure.net",
      tableEndpoint: "https://stxabc.table.core.windows.net/",
    });
    expect(() => readSettings({ ...env, KEY_VAULT_URL: "" })).toThrow("KEY_VAULT_URL");
  });

  it("bring the Functions host to its storage with the identity", () => {
    expect(given.get("AzureWebJobsStorage__credential")?.text).toBe("'managedidentity'");
    expect(given.get("AzureWebJobsStorage__clientId")?.text).toBe("identityClientId");
    for (const service of ["blob", "queue", "table"]) {
      expect(given.get(`AzureWebJobsStorage__${service}ServiceUri`)?.text).toBe(
        `account.properties.primaryEndpoints.${service}`,
      );
    }
  });
});

describe("the deployment", () => {
  const literal = (pattern: RegExp) => everything.match(pattern)?.[1];

  it("runs on Flex Consumption with Node 22", () => {
    expect(textOf("infra/modules/function-app.bicep")).toMatch(/name: 'FC1'/);
    expect(literal(/runtime: \{\s+name: 'node'\s+version: '(\d+)'/)).toBe("22");
  });

  it("knows no key, password or secret", () => {
    expect(everything.match(/listKeys|AccountKey=|@secure|clientSecret/g)).toBeNull();
    expect(literal(/allowSharedKeyAccess: (\w+)/)).toBe("false");
    expect(literal(/enableRbacAuthorization: (\w+)/)).toBe("true");
    expect(literal(/DisableLocalAuth: (\w+)/)).toBe("true");
    expect(literal(/httpsOnly: (\w+)/)).toBe("true");
    expect(everything.match(/allow: \w+/g)).toEqual(["allow: false", "allow: false"]);
  });

  it("gives the identity the four roles it needs, each on one resource", () => {
    const assignments = [...files.values()]
      .flatMap(resourcesOf)
      .filter(({ target }) => target.startsWith("Microsoft.Authorization/roleAssignments@"))
      .map(({ node }) => {
        const role = propertiesOf(firstObject(propertiesOf(node).get("properties")));
        const [, name] = /, (\w+)\)$/.exec(role.get("roleDefinitionId")?.text ?? "") ?? [];
        return [name, propertiesOf(node).get("scope")?.text];
      });
    expect(new Map(assignments as [string, string][])).toEqual(
      new Map([
        ["metricsPublisher", "insights"],
        ["blobDataOwner", "account"],
        ["tableDataContributor", "account"],
        ["secretsOfficer", "vault"],
      ]),
    );
  });

  it("tags all that can be tagged", () => {
    const untaggable = /roleAssignments|diagnosticSettings|blobServices|tableServices|^[a-zA-Z]+$/;
    for (const { node, target } of [...files.values()].flatMap(resourcesOf)) {
      if (untaggable.test(target) || / existing /.test(node.text.slice(0, 120))) continue;
      expect(propertiesOf(node).has("tags"), target).toBe(true);
    }
  });

  it("is found by azd: the service's tag, what is built, and the host for the package", async () => {
    const azure = await read("azure.yaml");
    const [, service] = /services:\n {2}(\w+):/.exec(azure) ?? [];
    expect(literal(/'azd-service-name': '(\w+)'/)).toBe(service);
    expect(azure).toContain("dist: dist/app");
    const variables = azure
      .match(/\$(env:)?[A-Z_]+/g)
      ?.map((text) => text.replace(/^\$(env:)?/, ""));
    for (const variable of variables ?? []) expect(outputsOf(main)).toContain(variable);
  });

  it("makes the table that the app keeps its state in", async () => {
    const [, table] = /STATE_TABLE = "(\w+)"/.exec(await read("src/app.ts")) ?? [];
    expect(
      nodesOf(fileOf("infra/modules/storage.bicep"), "string").map(({ text }) => text),
    ).toContain(`'${table}'`);
  });
});
