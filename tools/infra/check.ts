/** `npm run check:infra`: every template by Microsoft's own compiler. Red at any warning; says so where there is none. */
import { fileURLToPath } from "node:url";
import { findBicep } from "./bicep.ts";
import { armFindings, bicepFindings } from "./template-findings.ts";
import { armTemplates } from "./templates.ts";

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const bicep = await findBicep();
if (bicep) {
  const templates = await armTemplates();
  const findings = [
    ...(await bicepFindings(bicep, pathOf("infra"))),
    ...(await armFindings(bicep, templates, pathOf("dist/infra"))),
  ];
  for (const finding of findings) console.error(finding);
  console.log(
    `${bicep.version}: infra/ and ${templates.size} ARM templates (${[...templates.keys()].join(", ")}), ${findings.length} warnings and errors.`,
  );
  process.exitCode = findings.length > 0 ? 1 : 0;
} else {
  console.log(
    "Left out: no Bicep compiler is here, so no template was compiled. Put bicep on the path or its path into BICEP_PATH.",
  );
}
