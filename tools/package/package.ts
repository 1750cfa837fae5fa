/**
 * `npm run package -- --host HOST [--contact EMAIL] [--out DIR]`: writes the connector's files for a deployment and says
 * how to use them. After `azd deploy` the contact is azd's value CONTACT_EMAIL.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectorFiles } from "./connector-files.ts";
import { deployCommands } from "./deploy-commands.ts";
import { readDeploymentHost } from "./deployment-host.ts";
import { findPackageViolations } from "./package-rules.ts";

const USAGE = "Usage: npm run package -- --host HOST [--contact EMAIL] [--out DIR]";

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

const readContact = (text: string): string | undefined => {
  if (text !== "" && !EMAIL.test(text)) throw new Error(`"${text}" is no e-mail address.`);
  return text || undefined;
};

const writePackage = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      host: { type: "string" },
      contact: { type: "string", default: process.env.CONTACT_EMAIL ?? "" },
      out: { type: "string", default: "dist/connector" },
    },
  });
  if (values.host === undefined) throw new Error(USAGE);
  const host = readDeploymentHost(values.host);
  const contact = readContact(values.contact);
  const files = connectorFiles(host, contact);
  const violations = findPackageViolations(files, host);
  if (violations.length > 0) throw new Error(violations.join("\n"));

  await mkdir(values.out, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(values.out, name), content);
    console.log(`${join(values.out, name)} written`);
  }
  console.log(`\nThe files keep the platform's rules.\n\n${deployCommands(values.out)}`);
};

try {
  await writePackage();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
