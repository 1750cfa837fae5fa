/** The JSON of an operation's answer, with every digit of X's 64-bit ids, which JSON.stringify cannot write. */
import type { OperationDeclaration } from "../connector/operation-declaration.ts";
import { type ModelWriter, writers } from "./model-writers.js";

/** As one text from the first item on: joining the texts of a hundred tweets copies each of them first. */
const listWriter =
  (write: ModelWriter): ModelWriter =>
  (items) => {
    let json = "[";
    for (const item of items as readonly object[]) {
      json += json === "[" ? write(item) : `,${write(item)}`;
    }
    return `${json}]`;
  };

/** Writes answers of an operation; every property of the model must be there. Throws for a model without a writer. */
export const modelWriter = ({ model, many }: OperationDeclaration["returns"]): ModelWriter => {
  const id = model.meta()?.id ?? "";
  const write = writers[id];
  if (!write) throw new Error(`The model ${id} has no writer: run "npm run generate".`);
  return many ? listWriter(write) : write;
};
