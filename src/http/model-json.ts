/** The JSON of an operation's answer, with every digit of X's 64-bit ids, which JSON.stringify cannot write. */
import type { OperationDeclaration } from "../connector/operation-declaration.ts";
import { type ModelWriter, writers } from "./model-writers.js";

/** Writes answers of an operation; every property of the model must be there. Throws for a model without a writer. */
export const modelWriter = ({ model, many }: OperationDeclaration["returns"]): ModelWriter => {
  const id = model.meta()?.id ?? "";
  const write = writers[id];
  if (!write) throw new Error(`The model ${id} has no writer: run "npm run generate".`);
  return many ? (items) => `[${(items as object[]).map(write).join(",")}]` : write;
};
