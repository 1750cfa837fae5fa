/** The examples' flows, in both of their forms. */
import { readdir, readFile } from "node:fs/promises";
import type { Definition } from "../../../tools/connector-rules.ts";
import type { CloudFlow, WorkflowDefinition } from "../../../tools/examples/cloud-flow.ts";

const ROOT = new URL("../../../", import.meta.url);
const readJson = async (path: string) => JSON.parse(await readFile(new URL(path, ROOT), "utf8"));

export const definition: Definition = await readJson("apiDefinition.swagger.json");

const files = await readdir(new URL("examples/power-automate/", ROOT));
export const exampleNames = files.map((file) => file.replace(/\.json$/, ""));

export const cloudFlow = (name: string): Promise<CloudFlow> =>
  readJson(`examples/power-automate/${name}.json`);

export const logicApp = async (name: string): Promise<WorkflowDefinition> => {
  const { resources } = await readJson(`examples/logic-apps/${name}.json`);
  return resources[0].properties.definition;
};

export type Form = "Power Automate" | "Logic Apps";
export const FORMS: readonly Form[] = ["Power Automate", "Logic Apps"];
export const workflowOf = async (name: string, form: Form): Promise<WorkflowDefinition> =>
  form === "Logic Apps" ? logicApp(name) : (await cloudFlow(name)).properties.definition;
