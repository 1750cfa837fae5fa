/** What `npm run check:infra` is worth: a mistake in any template is found. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBicep } from "../../../tools/infra/bicep.ts";
import { armFindings, bicepFindings } from "../../../tools/infra/template-findings.ts";
import { armTemplates } from "../../../tools/infra/templates.ts";

const INFRA = fileURLToPath(new URL("../../../infra", import.meta.url));
const bicep = await findBicep();

interface ArmTemplate {
  readonly parameters: object;
  readonly resources: readonly { readonly properties: object }[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "templates-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(!bicep)("the compiler's check (left out where there is no Bicep compiler)", () => {
  const compiler = () => {
    if (!bicep) throw new Error("There is no Bicep compiler here.");
    return bicep;
  };

  it("finds a property that no resource has in each Bicep file", async () => {
    const copy = join(folder, "infra");
    await cp(INFRA, copy, { recursive: true });
    const files = (await readdir(copy, { recursive: true })).filter((name) =>
      name.endsWith(".bicep"),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = await readFile(join(copy, name), "utf8");
      const planted = text.replace(/^ {2}tags: tags$/m, "  tags: tags\n  colour: 'blue'");
      expect(planted, name).not.toBe(text);
      await writeFile(join(copy, name), planted);
    }
    const findings = await bicepFindings(compiler(), copy);
    for (const name of files) {
      const own = findings.filter((finding) => finding.includes(name));
      expect(own.join("\n"), name).toContain('"colour" is not allowed');
    }
  }, 120_000);

  it("finds a mistake in each ARM template, and an unknown parameter, type and version", async () => {
    const templates = [...(await armTemplates())].map(([name, text]) => ({
      name: name.replaceAll("-", "_"),
      template: JSON.parse(text) as ArmTemplate,
    }));
    // The compiler takes seconds to start, so all of them are told to it as one.
    const [example] = templates.at(-1)?.template.resources ?? [];
    const together = {
      ...templates.at(-1)?.template,
      parameters: Object.assign({}, ...templates.map(({ template }) => template.parameters)),
      resources: [
        ...templates.flatMap(({ name, template }) =>
          template.resources.map((resource) => ({
            ...resource,
            name,
            properties: { ...resource.properties, [`planted_${name}`]: true },
          })),
        ),
        { ...example, name: "version", apiVersion: "2019-05-09" },
        { ...example, name: "type", type: "Microsoft.Logic/workflow" },
      ],
      outputs: {},
    };
    const text = JSON.stringify(together);
    const findings = await armFindings(
      compiler(),
      new Map([
        ["together", text],
        ["parameter", text.replace("parameters('location')", "parameters('place')")],
      ]),
      join(folder, "arm"),
    );
    const found = findings.join("\n");
    expect(templates.length).toBeGreaterThan(6);
    for (const { name } of templates) expect(found).toContain(`"planted_${name}" is not allowed`);
    expect(found).toContain("Microsoft.Logic/workflows@2019-05-09");
    expect(found).toContain('"Microsoft.Logic/workflow@2019-05-01"');
    expect(found).toContain("Unable to find parameter place");
  }, 120_000);
});

describe("a machine", () => {
  it("without a compiler has none, and with a path that is none is told so", async () => {
    await expect(findBicep(join(folder, "bicep"))).rejects.toThrow("is no Bicep compiler");
  });
});
