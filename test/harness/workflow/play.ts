/** Plays an example against the local host: X's actions over HTTP, those of other connectors by given answers. */
import { parse, parseNumberAndBigInt, stringify } from "lossless-json";
import type {
  ConnectorInputs,
  Step,
  WorkflowDefinition,
} from "../../../tools/examples/cloud-flow.ts";
import type { ConnectorUnderTest } from "../connector.ts";
import { definedOperations, ownCall } from "./contract.ts";
import { definition } from "./examples.ts";
import { toText } from "./functions.ts";
import { type ConnectorCall, type Run, runWorkflow } from "./run.ts";

/** A file as connectors hand it on: https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type */
interface FileContent {
  readonly "$content-type": string;
  readonly $content: string;
}

const isFile = (value: unknown): value is FileContent =>
  typeof value === "object" && value !== null && "$content" in value;

const operations = definedOperations(definition);

const bodyOf = (body: unknown) => {
  if (isFile(body)) {
    const headers = { "content-type": body["$content-type"] };
    return { body: Buffer.from(body.$content, "base64"), headers };
  }
  if (body === undefined || body === "") return {};
  return { body: stringify(body) ?? "", headers: { "content-type": "application/json" } };
};

/** What the platform sends for a call: the whole body as it is, a file as its bytes. */
const send = async (connector: ConnectorUnderTest, token: string, step: Step) => {
  const { found, given } = ownCall(step, operations) ?? {};
  if (!found || !given) throw new Error("This is no call of the X connector.");
  const { body, ...query } = given as Record<string, unknown>;
  const answer = await connector.call(found.path.slice(1), {
    method: found.method.toUpperCase(),
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, toText(value)])),
    ...bodyOf(body),
    token,
  });
  return {
    statusCode: answer.status,
    body: parse(answer.text, undefined, parseNumberAndBigInt) as unknown,
  };
};

export interface PlayOptions {
  readonly connector: ConnectorUnderTest;
  readonly token: string;
  /** One item of the trigger's; undefined for a schedule. */
  readonly trigger?: unknown;
  /** The bodies that other connectors answer with, by action; an empty one where none is given. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

export interface Played extends Run {
  /** What other connectors were asked for. */
  readonly calls: readonly ConnectorCall[];
}

export const play = async (
  workflow: WorkflowDefinition,
  { connector, token, trigger, answers = {} }: PlayOptions,
): Promise<Played> => {
  const calls: ConnectorCall[] = [];
  const run = await runWorkflow(workflow, trigger, async ({ action, inputs }) => {
    const type =
      "operationId" in (inputs as ConnectorInputs).host ? "OpenApiConnection" : "ApiConnection";
    const step: Step = { type, inputs };
    if (ownCall(step, operations)) return send(connector, token, step);
    calls.push({ action, inputs });
    return { statusCode: 200, body: answers[action] ?? {} };
  });
  return { ...run, calls };
};

/** One poll of the example's trigger after another, as the platform makes them; gives the items of each. */
export const triggerOf = (workflow: WorkflowDefinition, { connector, token }: PlayOptions) => {
  const [trigger] = Object.values(workflow.triggers);
  if (!trigger) throw new Error("The workflow has no trigger.");
  const { found, given } = ownCall(trigger, operations) ?? {};
  if (!found) throw new Error("The workflow's trigger is not the X connector's.");
  const query = new URLSearchParams(given as Record<string, string>);
  let next = `${connector.url}/api${found.path}?${query}`;
  return async (): Promise<readonly unknown[]> => {
    const response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
    next = response.headers.get("location") ?? next;
    const body = parse(await response.text(), undefined, parseNumberAndBigInt) as {
      readonly value?: readonly unknown[];
    };
    return body.value ?? [];
  };
};
