/**
 * A cloud flow as a solution holds it, and the workflow definition in it, as far as the examples use them.
 * https://learn.microsoft.com/power-automate/manage-flows-with-code
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language
 */
export interface ConnectorInputs {
  readonly host: {
    readonly connectionName: string;
    readonly operationId: string;
    readonly apiId: string;
  };
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A trigger or an action. */
export interface Step {
  readonly type: string;
  readonly inputs?: unknown;
  readonly splitOn?: string;
  readonly runAfter?: Readonly<Record<string, readonly string[]>>;
  /** What is nested in it. */
  readonly actions?: Steps;
  readonly else?: { readonly actions: Steps };
}
export type Steps = Readonly<Record<string, Step>>;

export interface WorkflowDefinition {
  readonly $schema: string;
  readonly contentVersion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly triggers: Steps;
  readonly actions: Steps;
  readonly outputs: object;
}

export interface CloudFlow {
  readonly properties: {
    readonly connectionReferences: Readonly<
      Record<
        string,
        {
          readonly connection: { readonly connectionReferenceLogicalName: string };
          readonly api: { readonly name: string };
        }
      >
    >;
    readonly definition: WorkflowDefinition;
  };
  readonly schemaVersion: string;
}
