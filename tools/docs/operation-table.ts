/** The operations as README lists them, from their declarations. */
import type { OperationDeclaration } from "../../src/connector/operation-declaration.ts";
import { contractOperations, operationsBeside } from "../../src/operations/index.ts";

/** "This operation gets …" as "gets …". */
const whatItDoes = (description: string): string =>
  description.replace(/^th(is|e) operation /i, "").replace(/\.$/, "");

const row = ({ summary, description, trigger }: OperationDeclaration): string =>
  `| **${summary}**${trigger ? " (trigger)" : ""} | ${whatItDoes(description)} |`;

const namesOf = (operations: readonly OperationDeclaration[]): string =>
  operations.map(({ summary }) => `**${summary}**`).join(", ");

/** Markdown: a row for each operation of the contract, and the others by name. */
export const operationTable = (): string =>
  [
    "| operation | what it does |",
    "| --- | --- |",
    ...contractOperations.map(row),
    "",
    `And what the replaced connector never had ([reference](docs/reference.md#beside-the-contract)): ${namesOf(operationsBeside)}.`,
    "",
  ].join("\n");
