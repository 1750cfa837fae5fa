/**
 * Runs a workflow definition as Logic Apps and Power Automate do: one action after the other by runAfter, the X
 * connector's through HTTP against the local host, those of other connectors by given answers.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers
 */
import type { Step, Steps, WorkflowDefinition } from "../../../tools/examples/cloud-flow.ts";
import { toText } from "./functions.ts";
import { evaluate, resolve, type Scope, type Status, type StepResult } from "./scope.ts";

/** What an action of a connector asked for. */
export interface ConnectorCall {
  readonly action: string;
  readonly inputs: unknown;
}

/** Answers an action of a connector; `outputs` as the designer shows them. */
export type CallConnector = (call: ConnectorCall) => Promise<{
  readonly statusCode: number;
  readonly body: unknown;
}>;

/** The built-in HTTP action's answer. */
export type CallHttp = (inputs: Readonly<Record<string, unknown>>) => Promise<{
  readonly statusCode: number;
  readonly body: unknown;
}>;

/** What only Logic Apps Standard has. */
export interface StandardApp {
  /** By name, the values of parameters.json. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly callHttp: CallHttp;
}

export interface Run {
  readonly status: Status;
  /** Of each action, in the order they ran; what ran several times stands there several times. */
  readonly trace: readonly (StepResult & { readonly action: string })[];
  readonly error?: { readonly code: string; readonly message: string };
}

class Terminated extends Error {
  readonly run: Omit<Run, "trace">;
  constructor(run: Omit<Run, "trace">) {
    super(run.status);
    this.run = run;
  }
}

const worst = (statuses: Iterable<Status>): Status =>
  [...statuses].some((status) => status === "Failed") ? "Failed" : "Succeeded";

const condition = (given: unknown, scope: Scope): boolean => {
  const [[name, parts] = ["", []]] = Object.entries(given as Record<string, unknown>);
  const inner = (part: unknown): unknown =>
    typeof part === "object" && part !== null ? condition(part, scope) : resolve(part, scope);
  const values = (Array.isArray(parts) ? parts : [parts]).map(inner);
  const literals = values.map((value) => ({ kind: "literal", value }) as never);
  return evaluate({ kind: "call", name, parts: literals }, scope) === true;
};

const htmlTable = (rows: readonly Record<string, unknown>[]): string => {
  const cells = (tag: string, values: readonly unknown[]) =>
    `<tr>${values.map((value) => `<${tag}>${toText(value)}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) => cells("td", Object.values(row))).join("");
  return `<table>${cells("th", Object.keys(rows[0] ?? {}))}${body}</table>`;
};

export const runWorkflow = async (
  { actions }: Pick<WorkflowDefinition, "actions">,
  trigger: unknown,
  callConnector: CallConnector,
  standard?: StandardApp,
): Promise<Run> => {
  const trace: (StepResult & { action: string })[] = [];

  const runStep = async (name: string, step: Step, scope: Scope): Promise<StepResult> => {
    const inputs = () => resolve(step.inputs, scope) as Record<string, unknown>;
    const done = (outputs: unknown): StepResult => ({ status: "Succeeded", outputs });
    const raw = step.inputs as Record<string, unknown>;
    const list = (from: unknown) => resolve(from, scope) as unknown[];
    switch (step.type) {
      case "ApiConnection":
      case "ApiConnectionWebhook":
      case "OpenApiConnection":
      case "OpenApiConnectionWebhook": {
        // The connection and the sign-in are the platform's own business.
        const { host, authentication: _, ...call } = raw;
        const outputs = await callConnector({
          action: name,
          inputs: { host, ...(resolve(call, scope) as object) },
        });
        return { status: outputs.statusCode < 400 ? "Succeeded" : "Failed", outputs };
      }
      case "Http": {
        if (!standard) break;
        const outputs = await standard.callHttp(inputs());
        return { status: outputs.statusCode < 400 ? "Succeeded" : "Failed", outputs };
      }
      case "Compose":
        return done(resolve(step.inputs, scope));
      case "Select":
        return done({
          body: list(raw.from).map((item) => resolve(raw.select, { ...scope, item })),
        });
      case "Query":
        return done({
          body: list(raw.from).filter((item) => resolve(raw.where, { ...scope, item }) === true),
        });
      case "Table":
        return done({ body: htmlTable(list(raw.from) as Record<string, unknown>[]) });
      case "If": {
        const { expression } = step as Step & { readonly expression: unknown };
        const branch = condition(expression, scope) ? step.actions : step.else?.actions;
        const other = branch === step.actions ? step.else?.actions : step.actions;
        skipAll(other ?? {}, scope);
        return { status: await runAll(branch ?? {}, scope), outputs: null };
      }
      case "Scope":
        return { status: await runAll(step.actions ?? {}, scope), outputs: null };
      case "Foreach": {
        const { foreach } = step as Step & { readonly foreach: string };
        const statuses: Status[] = [];
        for (const item of list(foreach)) {
          statuses.push(
            await runAll(step.actions ?? {}, { ...scope, items: { ...scope.items, [name]: item } }),
          );
        }
        return { status: worst(statuses), outputs: null };
      }
      case "Terminate": {
        const { runStatus, runError } = inputs() as {
          runStatus: Status;
          runError?: { code: string; message: string };
        };
        throw new Terminated({ status: runStatus, ...(runError && { error: runError }) });
      }
    }
    throw new Error(`${name}: actions of type ${step.type} are not run here.`);
  };

  const skipAll = (steps: Steps, scope: Scope): void => {
    for (const [name, step] of Object.entries(steps)) {
      scope.results.set(name, { status: "Skipped", outputs: null });
      skipAll(step.actions ?? {}, scope);
      skipAll(step.else?.actions ?? {}, scope);
    }
  };

  const runAll = async (steps: Steps, scope: Scope): Promise<Status> => {
    const left = new Map(Object.entries(steps));
    const statuses = new Map<string, Status>();
    while (left.size > 0) {
      const ready = [...left].find(([, { runAfter = {} }]) =>
        Object.keys(runAfter).every((name) => statuses.has(name)),
      );
      if (!ready) throw new Error(`${[...left.keys()]} wait for one another.`);
      const [name, step] = ready;
      left.delete(name);
      const isDue = Object.entries(step.runAfter ?? {}).every(([before, wanted]) =>
        wanted.includes(statuses.get(before) ?? ""),
      );
      if (!isDue) skipAll({ [name]: step }, scope);
      const result: StepResult = isDue
        ? await runStep(name, step, scope)
        : { status: "Skipped", outputs: null };
      scope.results.set(name, result);
      statuses.set(name, result.status);
      if (isDue) trace.push({ action: name, ...result });
    }
    // What failed and was taken care of by an action after it does not fail the whole.
    const handled = new Set(
      Object.entries(steps)
        .filter(([name]) => statuses.get(name) === "Succeeded")
        .flatMap(([, { runAfter = {} }]) => Object.keys(runAfter)),
    );
    return worst([...statuses].filter(([name]) => !handled.has(name)).map(([, status]) => status));
  };

  try {
    const status = await runAll(actions, {
      trigger,
      parameters: standard?.parameters ?? {},
      results: new Map(),
      items: {},
    });
    return { status, trace };
  } catch (thrown) {
    if (thrown instanceof Terminated) return { ...thrown.run, trace };
    throw thrown;
  }
};
