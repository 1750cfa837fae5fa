import { execFileSync } from "node:child_process";
import { Ajv2019 } from "ajv/dist/2019.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readRoot } from "../../harness/read-root.ts";

interface Hook {
  readonly shell: "sh" | "pwsh";
  readonly run: string;
  readonly interactive: boolean;
}
interface AzureYaml {
  readonly services: Readonly<Record<string, { readonly dist: string }>>;
  readonly hooks: { readonly postdeploy: { readonly posix: Hook; readonly windows: Hook } };
}

const text = await readRoot("azure.yaml");
const azure = parse(text) as AzureYaml;
const { posix, windows } = azure.hooks.postdeploy;
const outputs = [...(await readRoot("infra/main.bicep")).matchAll(/^output (\w+)/gm)].map(
  ([, name]) => name,
);

const schema = JSON.parse(await readRoot("test/schemas/azure.yaml.schema.json"));

describe("azure.yaml", () => {
  const validate = new Ajv2019({ strict: false }).compile(schema);

  it("keeps azd's schema", () => {
    validate(azure);
    expect(validate.errors).toBeNull();
  });

  it.each([
    ["a host without a project", { host: "function" }],
    ["a container's image", { host: "function", project: ".", image: "x" }],
    [
      "a build elsewhere for another host",
      { host: "appservice", project: ".", remoteBuild: false },
    ],
  ])("would be refused with %s", (_fault, connector) => {
    expect(validate({ ...azure, services: { connector } })).toBe(false);
  });

  it("would be refused with a hook that there is not", () => {
    expect(validate({ ...azure, hooks: { afterdeploy: { run: "true" } } })).toBe(false);
  });

  it("deploys what the build writes, to the app that bears the service's name", async () => {
    expect(Object.values(azure.services).map(({ dist }) => dist)).toEqual(["dist/app"]);
    const [service] = Object.keys(azure.services);
    expect(await readRoot("infra/modules/function-app.bicep")).toContain(
      `'azd-service-name': '${service}'`,
    );
  });
});

describe("the hook after a deployment", () => {
  it("is one a shell can read", () => {
    expect(posix.shell).toBe("sh");
    execFileSync("sh", ["-n", "-c", posix.run]);
  });

  it("packages for the host that the deployment put out, in sh and in PowerShell alike", () => {
    expect(posix.run.replace(/\$(\w+)/g, "$env:$1")).toBe(windows.run);
    const [, variable] = /"\$env:(\w+)"/.exec(windows.run) ?? [];
    expect(outputs).toContain(variable);
  });

  it("shows what it prints, which is how to go on", () => {
    expect([posix.interactive, windows.interactive]).toEqual([true, true]);
  });

  it("runs a script of package.json", async () => {
    const { scripts } = JSON.parse(await readRoot("package.json"));
    const [, script] = /^npm run (\S+) -- /.exec(posix.run) ?? [];
    expect(Object.keys(scripts)).toContain(script);
  });
});
