/** The files of `functions/` that derive from the operations: one each, and the list that the bundle starts from. */
import type { OperationDeclaration } from "../src/connector/operation-declaration.ts";

const MARK = "// Made by `npm run generate` from src/operations.";

export const isMade = (text: string): boolean => text.startsWith(MARK);

/** OnNewTweet as on-new-tweet, which is the name of its file in src/operations too. */
const fileNameOf = (operationId: string): string =>
  operationId.replace(/(?<=[a-z\d])(?=[A-Z])/g, "-").toLowerCase();

const registrationOf = ({ operationId, method, route }: OperationDeclaration) => {
  const text = `${MARK}
import { registerOperation } from "../src/register.ts";

registerOperation({
  operationId: "${operationId}",
  method: "${method}",
  route: "${route}",
});
`;
  return [`functions/${fileNameOf(operationId)}.ts`, text] as const;
};

const MAIN = "functions/main.ts";

const mainOf = (paths: readonly string[]): string => {
  const imports = paths.toSorted().map((path) => `import "${path.replace("functions/", "./")}";`);
  return `${MARK} What the bundle starts from: every endpoint registers itself.
${imports.join("\n")}
import { prepareSoon } from "../src/register.ts";

prepareSoon();
`;
};

/** Texts by path; `byHand` are the paths of the endpoints that are no operation. */
export const functionFiles = (
  operations: readonly OperationDeclaration[],
  byHand: readonly string[],
): Readonly<Record<string, () => string>> => {
  const registrations = operations.map(registrationOf);
  const paths = [...registrations.map(([path]) => path), ...byHand];
  const files = [...registrations, [MAIN, mainOf(paths)] as const];
  return Object.fromEntries(files.map(([path, text]) => [path, () => text]));
};
