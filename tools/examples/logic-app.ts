/**
 * Makes a Logic Apps (Consumption) template from a cloud flow. Both run the same workflow language, but a logic app
 * calls a connector's operation by method and path, where a flow names it by operationId.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-azure-resource-manager-templates-overview
 */
import { LOGIC_APPS_CONNECTOR_NAME } from "../package/logic-apps-template.ts";
import type { CloudFlow, ConnectorInputs, Step, Steps } from "./cloud-flow.ts";
import {
  CONNECTOR_OPERATIONS,
  type OperationPlace,
  OWN_CONNECTION,
} from "./connector-operations.ts";

/** `shared_teams` of Power Platform is `teams` in Azure. */
const keyOf = (connectionName: string): string => connectionName.replace(/^shared_/, "");

const placeOf = ({ connectionName, operationId }: ConnectorInputs["host"]): OperationPlace => {
  const place = CONNECTOR_OPERATIONS[connectionName]?.[operationId];
  if (!place)
    throw new Error(`Where is ${operationId} of ${connectionName}? No example used it yet.`);
  return place;
};

const encoded = (value: unknown, times: number): string => {
  const text = String(value);
  const inner = text.startsWith("@") ? text.slice(1) : `'${text.replaceAll("'", "''")}'`;
  return `@{${"encodeURIComponent(".repeat(times)}${inner}${")".repeat(times)}}`;
};

/** `{ "recipient/groupId": … }` as `{ recipient: { groupId: … } }`. */
const nested = (entries: readonly (readonly [path: string, value: unknown])[]): object => {
  const root: Record<string, unknown> = {};
  for (const [path, value] of entries) {
    const [head = "", ...rest] = path.split("/");
    root[head] = rest.length
      ? { ...(root[head] as object | undefined), ...nested([[rest.join("/"), value]]) }
      : value;
  }
  return root;
};

/** The body that parameters of such a name make up: `prefix/text` is its property `text`. */
export const bodyOf = (prefix: string | undefined, parameters: ConnectorInputs["parameters"]) => {
  if (prefix === undefined) return undefined;
  if (prefix in parameters) return parameters[prefix];
  const parts = Object.entries(parameters)
    .filter(([name]) => name.startsWith(`${prefix}/`))
    .map(([name, value]) => [name.slice(prefix.length + 1), value] as const);
  return parts.length ? nested(parts) : undefined;
};

const callOf = ({ host, parameters }: ConnectorInputs) => {
  const place = placeOf(host);
  const queries = Object.fromEntries(
    place.query.filter((name) => name in parameters).map((name) => [name, parameters[name]]),
  );
  const body = bodyOf(place.body, parameters);
  return {
    host: {
      connection: {
        name: `@parameters('$connections')['${keyOf(host.connectionName)}']['connectionId']`,
      },
    },
    method: place.method,
    path: place.path.replace(/\{(\w+)(?::(\d))?\}/g, (_, name: string, times = "1") =>
      encoded(parameters[name], Number(times)),
    ),
    ...(Object.keys(queries).length && { queries }),
    ...(body !== undefined && { body }),
  };
};

/** A step that waits to be called back tells where; the platform does it for a flow. */
const subscriptionOf = (inputs: ConnectorInputs) => {
  const { method: _, body, ...call } = callOf(inputs);
  return { ...call, body: { ...Object(body), NotificationUrl: "@{listCallbackUrl()}" } };
};

const toAzure = (step: Step): Step => ({
  ...step,
  ...(step.type === "OpenApiConnection" && {
    type: "ApiConnection",
    inputs: callOf(step.inputs as ConnectorInputs),
  }),
  ...(step.type === "OpenApiConnectionWebhook" && {
    type: "ApiConnectionWebhook",
    inputs: subscriptionOf(step.inputs as ConnectorInputs),
  }),
  ...(step.splitOn && { splitOn: "@triggerBody()?['value']" }),
  ...(step.actions && { actions: stepsToAzure(step.actions) }),
  ...(step.else && { else: { actions: stepsToAzure(step.else.actions) } }),
});

const stepsToAzure = (steps: Steps): Steps =>
  Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, toAzure(step)]));

const managedApi = (key: string): string =>
  `[subscriptionResourceId('Microsoft.Web/locations/managedApis', parameters('location'), '${key}')]`;
const ownApi = "[resourceId('Microsoft.Web/customApis', parameters('connector'))]";

const parameter = (defaultValue: string, description: string) => ({
  type: "string",
  defaultValue,
  metadata: { description },
});

/** `name` is the logic app's. The connections are to be there, in the same resource group. */
export const logicAppTemplate = (name: string, { properties }: CloudFlow): object => {
  const names = Object.keys(properties.connectionReferences);
  const { $schema, contentVersion, triggers, actions, outputs } = properties.definition;
  const connection = (connectionName: string) => {
    const key = keyOf(connectionName);
    const id = connectionName === OWN_CONNECTION ? ownApi : managedApi(key);
    return {
      connectionId: `[resourceId('Microsoft.Web/connections', parameters('${key}Connection'))]`,
      connectionName: `[parameters('${key}Connection')]`,
      id,
    };
  };
  const byKey = <T>(make: (connectionName: string) => T) =>
    Object.fromEntries(
      names.map((connectionName) => [keyOf(connectionName), make(connectionName)]),
    );
  return {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: {
      name: parameter(name, "Name of the logic app."),
      location: parameter("[resourceGroup().location]", "The region of the connections."),
      connector: parameter(LOGIC_APPS_CONNECTOR_NAME, "Name of the custom connector."),
      ...Object.fromEntries(
        names
          .map(keyOf)
          .map((key) => [
            `${key}Connection`,
            parameter(key, `Name of the connection to ${key}, in the same resource group.`),
          ]),
      ),
    },
    resources: [
      {
        type: "Microsoft.Logic/workflows",
        apiVersion: "2019-05-01",
        name: "[parameters('name')]",
        location: "[parameters('location')]",
        properties: {
          state: "Disabled",
          definition: {
            $schema,
            contentVersion,
            parameters: { $connections: { defaultValue: {}, type: "Object" } },
            triggers: stepsToAzure(triggers),
            actions: stepsToAzure(actions),
            outputs,
          },
          parameters: { $connections: { value: byKey(connection) } },
        },
      },
    ],
  };
};
