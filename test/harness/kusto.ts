/** Checks Kusto queries with Microsoft's own language service, against the table that the Functions host logs to. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";

const { resolve } = createRequire(import.meta.url);

/** The columns of traces that queries may use: https://learn.microsoft.com/azure/azure-monitor/reference/tables/traces */
const TRACES =
  "(timestamp: datetime, message: string, severityLevel: int, itemCount: int, operation_Id: string, operation_Name: string, cloud_RoleInstance: string, customDimensions: dynamic)";

/** The parts of the language service that are used; it is a program made from C#, with types for none of the forms here. */
interface Kusto {
  readonly Language: {
    readonly GlobalState: { readonly Default: { WithDatabase(database: object): object } };
    readonly Diagnostic: object;
    readonly KustoCode: {
      ParseAndAnalyze(query: string, globals: object): { GetDiagnostics(): object };
    };
    readonly Symbols: {
      readonly TableSymbol: { From(schema: string): { WithName(name: string): object } };
      readonly DatabaseSymbol: {
        readonly ctor: new (name: string, members: readonly object[]) => object;
      };
    };
  };
}
interface CSharp {
  readonly Array: {
    getCount(list: object, type: object): number;
    getItem(list: object, index: number, type: object): { readonly Message: string };
  };
}

const context = createContext({ console, setTimeout });
for (const file of ["bridge.min.js", "Kusto.Language.Bridge.min.js"]) {
  runInContext(await readFile(resolve(`@kusto/language-service-next/${file}`), "utf8"), context);
}
const { Kusto, System } = context as unknown as { Kusto: Kusto; System: CSharp };
const { Diagnostic, GlobalState, KustoCode, Symbols } = Kusto.Language;
const traces = Symbols.TableSymbol.From(TRACES).WithName("traces");
const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.ctor("logs", [traces]));

/** What is wrong with a query, in syntax or names. */
export const findQueryProblems = (query: string): string[] => {
  const diagnostics = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
  const count = System.Array.getCount(diagnostics, Diagnostic);
  return Array.from(
    { length: count },
    (_, index) => System.Array.getItem(diagnostics, index, Diagnostic).Message,
  );
};
