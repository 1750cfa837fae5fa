import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Ajv from "ajv";
import AjvDraft4 from "ajv-draft-04";
import { decode, encode } from "fast-png";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { connectorFiles } from "../../../tools/package/connector-files.ts";
import { findPackageViolations } from "../../../tools/package/package-rules.ts";

const HOST = "contoso-x.azurewebsites.net";
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const files = connectorFiles(HOST);
const textOf = (name: string) => String(files[name]);

const schemaErrors = async (schemaName: string, value: unknown, AjvOf: typeof Ajv) => {
  const schema = await readFile(join(ROOT, "test/schemas", schemaName), "utf8");
  const validate = new AjvOf({ strict: false, validateFormats: false }).compile(JSON.parse(schema));
  validate(value);
  return validate.errors;
};

const runPackage = async (...args: string[]) => {
  const command = [join(ROOT, "tools/run.mjs"), join(ROOT, "tools/package/package.ts"), ...args];
  return promisify(execFile)(process.execPath, command, { cwd: ROOT });
};

const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), "x-connector-package-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

describe("a package", () => {
  it("keeps every rule of the platform", () => {
    expect(findPackageViolations(files, HOST)).toEqual([]);
  });

  it("validates against Microsoft's schemas", async () => {
    const definition = JSON.parse(textOf("apiDefinition.swagger.json"));
    const ajvOf4 = AjvDraft4 as unknown as typeof Ajv;
    expect(await schemaErrors("apiDefinition.swagger.schema.json", definition, ajvOf4)).toBeNull();
    for (const name of [
      "apiProperties.json",
      "apiProperties.set.json",
      "apiProperties.pkce.json",
    ]) {
      const properties = JSON.parse(textOf(name));
      expect(await schemaErrors("apiProperties.schema.json", properties, Ajv), name).toBeNull();
    }
    const settings = JSON.parse(textOf("settings.json"));
    expect(await schemaErrors("paconn-settings.schema.json", settings, Ajv)).toBeNull();
  });

  it("names the deployment's host everywhere", () => {
    const hosts = Object.values(files)
      .filter((content) => typeof content === "string")
      .flatMap((content) => content.match(/[\w.-]+\.azurewebsites\.net/g) ?? []);
    expect(new Set(hosts)).toEqual(new Set([HOST]));
  });

  it("names the contact that the deployment gives, and none without one", () => {
    const contactOf = (email?: string) => {
      const given = connectorFiles(HOST, email);
      expect(findPackageViolations(given, HOST)).toEqual([]);
      return JSON.parse(String(given["apiDefinition.swagger.json"])).info.contact;
    };
    expect(contactOf("help@contoso.com")).toEqual({
      name: "X connector",
      url: `https://${HOST}/api/connect`,
      email: "help@contoso.com",
    });
    expect(contactOf()).toBeUndefined();
  });

  it("has a template for Logic Apps with the same definition and sign-in", () => {
    const { resources, parameters } = JSON.parse(textOf("logic-apps.json"));
    const [{ type, apiVersion, properties }] = resources;
    const { connectionParameters } = JSON.parse(textOf("apiProperties.json")).properties;
    expect(`${type}@${apiVersion}`).toBe("Microsoft.Web/customApis@2016-06-01");
    expect(properties.swagger).toEqual(JSON.parse(textOf("apiDefinition.swagger.json")));
    expect(properties.backendService).toEqual({ serviceUrl: `https://${HOST}/api` });
    expect(properties.connectionParameters).toEqual({
      ...connectionParameters,
      token: {
        ...connectionParameters.token,
        oAuthSettings: { ...connectionParameters.token.oAuthSettings, redirectMode: "Global" },
      },
    });
    expect(Object.keys(parameters)).toEqual(["name", "location"]);
  });

  it("has only the expressions in the template that are meant as such", () => {
    const expressions = textOf("logic-apps.json").match(/"\[[^"]*"/g);
    expect(expressions).toEqual([
      '"[resourceGroup().location]"',
      "\"[parameters('name')]\"",
      "\"[parameters('location')]\"",
      "\"[resourceId('Microsoft.Web/customApis', parameters('name'))]\"",
    ]);
  });

  it("has an icon of 230 by 230 in the brand colour", () => {
    const { width, height, channels, data } = decode(files["icon.png"] as Uint8Array);
    expect([width, height, channels]).toEqual([230, 230, 3]);
    expect([...data.slice(0, 3)]).toEqual([0x1d, 0x4e, 0x6b]);
  });
});

describe("npm run package", () => {
  it("writes the files and tells the commands that use them", async () => {
    const folder = await newFolder();
    const { stdout } = await runPackage("--host", HOST, "--out", folder);
    expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
    for (const [name, content] of Object.entries(files)) {
      expect(await readFile(join(folder, name))).toEqual(Buffer.from(content));
    }
    for (const command of ["pac connector create", "paconn create", "az deployment group create"]) {
      expect(stdout).toContain(command);
    }
    const named = stdout.match(/\S+\.(json|png)\b/g) ?? [];
    const paths = named.map((path) => (path.includes("/") ? path : join(folder, path)));
    await expect(Promise.all(paths.map((path) => readFile(path)))).resolves.toBeDefined();
  });

  it("takes the contact, or azd's value of it, and refuses one that is no address", async () => {
    const folder = await newFolder();
    const contactOf = async (args: string[], value: string) => {
      vi.stubEnv("CONTACT_EMAIL", value);
      onTestFinished(() => void vi.unstubAllEnvs());
      await runPackage("--host", HOST, "--out", folder, ...args);
      const definition = await readFile(join(folder, "apiDefinition.swagger.json"), "utf8");
      return JSON.parse(definition).info.contact?.email;
    };
    expect(await contactOf([], "help@contoso.com")).toBe("help@contoso.com");
    expect(await contactOf(["--contact", "desk@contoso.com"], "help@contoso.com")).toBe(
      "desk@contoso.com",
    );
    await expect(contactOf([], "help")).rejects.toMatchObject({
      stderr: expect.stringContaining('"help" is no e-mail address'),
    });
  }, 60_000);

  it("writes nothing for a host that is none, and says why", async () => {
    const folder = await newFolder();
    const run = runPackage("--host", "https://contoso.com", "--out", folder);
    await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("scheme") });
    expect(await readdir(folder)).toEqual([]);
  });

  it("says how it is used when the host is missing", async () => {
    await expect(runPackage()).rejects.toMatchObject({
      stderr: expect.stringContaining("--host HOST"),
    });
  });
});

describe("the rules of a package", () => {
  /** A file of the package with the value at a path of keys replaced; undefined takes it out. */
  const withFault = (name: string, path: readonly string[], value: unknown) => {
    const copy = JSON.parse(textOf(name));
    const parent = path.slice(0, -1).reduce((node, key) => node[key], copy);
    parent[path.at(-1) ?? ""] = value;
    return { ...files, [name]: JSON.stringify(copy) };
  };
  const properties = ["properties"];
  const parameters = ["properties", "connectionParameters"];
  const oAuth = [...parameters, "token", "oAuthSettings"];
  const custom = [...oAuth, "customParameters"];
  const set = ["properties", "connectionParameterSets", "values", "0"];
  const FLAT = "apiProperties.json";
  const SET = "apiProperties.set.json";

  it.each<[string, string, string[], unknown]>([
    ["the platform's own blue", FLAT, [...properties, "iconBrandColor"], "#007EE5"],
    ["a white brand colour", FLAT, [...properties, "iconBrandColor"], "#ffffff"],
    ["a brand colour by name", FLAT, [...properties, "iconBrandColor"], "navy"],
    ["no brand colour", FLAT, [...properties, "iconBrandColor"], undefined],
    ["no triggers", FLAT, [...properties, "capabilities"], ["actions"]],
    ["no publisher", FLAT, [...properties, "publisher"], ""],
    ["no stack owner", FLAT, [...properties, "stackOwner"], ""],
    ["no way to sign in", FLAT, parameters, undefined],
    ["two ways to sign in", FLAT, [...properties, "connectionParameterSets"], { values: [] }],
    ["no sign-in among the parameters", FLAT, [...parameters, "token"], undefined],
    ["a real client id", FLAT, [...oAuth, "clientId"], "VG9rZW5FeGFtcGxlOjE6Y2k"],
    ["a client secret", FLAT, [...oAuth, "clientSecret"], "secret"],
    ["no scopes", FLAT, [...oAuth, "scopes"], []],
    ["a foreign redirect address", FLAT, [...oAuth, "redirectUrl"], "https://evil.example/"],
    ["IsFirstParty as a boolean", FLAT, [...oAuth, "properties", "IsFirstParty"], false],
    ["on-behalf-of as text", FLAT, [...oAuth, "properties", "IsOnbehalfofLoginSupported"], "false"],
    ["another host's tokens", FLAT, [...custom, "tokenUrl", "value"], "https://evil.example/token"],
    ["tokens over http", FLAT, [...custom, "tokenUrl", "value"], `http://${HOST}/api/oauth2/token`],
    ["no refresh address", FLAT, [...custom, "refreshUrl"], undefined],
    ["no Consumer Key", FLAT, [...parameters, "token:clientId"], undefined],
    ["a Consumer Secret in clear", FLAT, [...parameters, "token:clientSecret", "type"], "string"],
    ["a field without a name", FLAT, [...parameters, "token:clientId", "uiDefinition"], {}],
    [
      "required as a boolean",
      FLAT,
      [...parameters, "token:clientId", "uiDefinition", "constraints"],
      { required: true },
    ],
    ["a parameter set that can be shared", SET, [...set, "metadata", "allowSharing"], true],
    ["a parameter set of another name", SET, [...set, "name"], "default"],
    ["another host", "apiDefinition.swagger.json", ["host"], "evil.example"],
    ["the placeholder host", "settings.json", ["x"], "your-function-app.azurewebsites.net"],
    ["a definition that breaks a rule", "apiDefinition.swagger.json", ["schemes"], ["http"]],
  ])("find %s", (_name, file, path, value) => {
    expect(findPackageViolations(withFault(file, path, value), HOST)).not.toEqual([]);
  });

  const plainIcon = (size: number, pixel: readonly number[]) =>
    encode({
      width: size,
      height: size,
      channels: pixel.length,
      data: Uint8Array.from(Array.from({ length: size * size }, () => pixel).flat()),
    });

  it.each<[string, Uint8Array | undefined]>([
    ["no icon", undefined],
    ["an icon of another size", plainIcon(100, [1, 2, 3])],
    ["an icon on white", plainIcon(230, [255, 255, 255])],
    ["an icon on nothing", plainIcon(230, [29, 78, 107, 0])],
  ])("find %s", (_name, icon) => {
    const { "icon.png": _, ...others } = files;
    const faulty = icon ? { ...others, "icon.png": icon } : others;
    expect(findPackageViolations(faulty, HOST)).not.toEqual([]);
  });
});
