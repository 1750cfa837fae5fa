/** The operations as README lists them, from their declarations. */
import type { OperationDeclaration } from "../../src/connector/operation-declaration.ts";
import { operations } from "../../src/operations/index.ts";

/** "This operation gets …" as "gets …". */
const whatItDoes = (description: string): string =>
  description.replace(/^th(is|e) operation /i, "").replace(/\.$/, "");

const row = ({ summary, description, trigger }: OperationDeclaration): string =>
  `| **${summary}**${trigger ? " (trigger)" : ""} | ${whatItDoes(description)} |`;

/** Markdown. */
export const operationTable = (): string =>
  ["| operation | what it does |", "| --- | --- |", ...operations.map(row), ""].join("\n");
