/** The ARM templates of this project: the examples' logic apps, and the connector that `npm run package` writes. */
import { readdir, readFile } from "node:fs/promises";
import { connectorFiles, FILE_NAMES } from "../package/connector-files.ts";

const EXAMPLES = new URL("../../examples/logic-apps/", import.meta.url);
/** Any host that the package takes. */
const HOST = "contoso-x.azurewebsites.net";

/** The texts by name. */
export const armTemplates = async (): Promise<ReadonlyMap<string, string>> => {
  const templates = new Map([["connector", String(connectorFiles(HOST)[FILE_NAMES.logicApps])]]);
  for (const file of await readdir(EXAMPLES)) {
    templates.set(file.replace(/\.json$/, ""), await readFile(new URL(file, EXAMPLES), "utf8"));
  }
  return templates;
};
