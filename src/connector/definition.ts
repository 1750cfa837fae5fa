/**
 * Makes the custom connector's definition (Swagger 2.0 with Microsoft's x-ms-* annotations) from the operations.
 * Rules: https://learn.microsoft.com/connectors/custom-connectors/certification-submission
 * Annotations: https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions
 */
import * as z from "zod";
import type { BinaryBody, JsonBody, OperationDeclaration } from "./operation-declaration.ts";
import type { Parameter } from "./parameters.ts";
import { X_SCOPES } from "./scopes.ts";

type Json = Record<string, unknown>;

/** The host's routePrefix in host.json. */
export const ROUTE_PREFIX = "/api";

/** The host in the committed definition; packaging puts the deployment's own in its place. */
export const PLACEHOLDER_HOST = "your-function-app.azurewebsites.net";
/** Whom makers may write to; packaging puts the deployment's own in its place, or leaves the contact out. */
export const PLACEHOLDER_CONTACT = "your-help-desk@contoso.example";

const INFO = {
  title: "X (self-hosted)",
  description:
    "Post, search and follow what happens on X with your own X app: a replacement for the classic Twitter actions and trigger that runs in your own subscription.",
  version: "1.0.0",
  contact: {
    name: "X connector",
    url: `https://${PLACEHOLDER_HOST}${ROUTE_PREFIX}/connect`,
    email: PLACEHOLDER_CONTACT,
  },
};

const CONNECTOR_METADATA = [
  { propertyName: "Website", propertyValue: "https://x.com/" },
  { propertyName: "Privacy policy", propertyValue: "https://x.com/privacy" },
  { propertyName: "Categories", propertyValue: "Social Media;Marketing" },
];

/** Only the keys that Swagger 2.0 knows; what JSON Schema says beside them would be refused. */
const toSwagger = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: Json;
}) => {
  const { type } = zodSchema._zod.def;
  if (type === "bigint") Object.assign(jsonSchema, { type: "integer", format: "int64" });
  if (type === "number") {
    const format = jsonSchema.type === "integer" ? "int32" : "double";
    Object.assign(jsonSchema, { format });
    delete jsonSchema.minimum;
    delete jsonSchema.maximum;
  }
  // What a designer would check in words of its own, the connector checks in its.
  for (const key of ["minLength", "minItems", "maxItems"]) delete jsonSchema[key];
  if (type === "object") delete jsonSchema.additionalProperties;
  // Swagger 2.0 has no null, and passes over what stands beside a $ref: the definition names the model alone.
  // https://swagger.io/specification/v2/#reference-object
  const [model] = (jsonSchema.anyOf ?? jsonSchema.allOf ?? []) as Json[];
  if (!model) return;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, model);
};

const definitionsOf = (operations: readonly OperationDeclaration[]): unknown => {
  const models = z.tuple(
    operations.flatMap(({ body, returns }) => [
      ...(body && "model" in body ? [body.model] : []),
      returns.model,
    ]) as [z.ZodType],
  );
  const schema: Json = z.toJSONSchema(models, {
    target: "draft-04",
    unrepresentable: "any",
    override: toSwagger,
  });
  return schema.definitions;
};

const refTo = (model: z.ZodType): Json => {
  const name = z.globalRegistry.get(model)?.id;
  if (!name) throw new Error("A model that an operation returns has no id.");
  return { $ref: `#/definitions/${name}` };
};

const queryParameter = ([name, parameter]: [string, Parameter<unknown>]): Json => ({
  name,
  in: "query",
  required: parameter.required,
  type: parameter.type,
  ...(parameter.type === "integer" && { format: "int32" }),
  ...(parameter.format && { format: parameter.format }),
  ...(parameter.choices && { enum: parameter.choices }),
  ...(parameter.default !== undefined && { default: parameter.default }),
  "x-ms-summary": parameter.title,
  description: parameter.description,
  "x-ms-visibility": parameter.visibility,
});

const bodyParameter = (body: BinaryBody | JsonBody): Json => ({
  name: "body",
  in: "body",
  required: "model" in body,
  schema: "model" in body ? refTo(body.model) : { type: "string", format: "binary" },
  "x-ms-summary": body.title,
  description: body.description,
  "x-ms-visibility": "important",
});

const responsesOf = ({ returns, trigger }: OperationDeclaration): Json => {
  const model = refTo(returns.model);
  const schema = returns.many ? { type: "array", items: model } : model;
  return {
    200: { description: "OK", schema },
    ...(trigger && { 202: { description: "Nothing new yet" } }),
    default: { description: "Operation failed." },
  };
};

const pathItem = (operation: OperationDeclaration): Json => ({
  [operation.method.toLowerCase()]: {
    operationId: operation.operationId,
    summary: operation.summary,
    description: operation.description,
    "x-ms-visibility": operation.visibility,
    ...(operation.trigger && {
      "x-ms-trigger": "batch",
      "x-ms-trigger-metadata": { kind: "query", mode: "polling" },
      "x-ms-trigger-hint": operation.trigger.hint,
    }),
    ...(operation.body &&
      !("model" in operation.body) && { consumes: ["application/octet-stream"] }),
    parameters: [
      ...Object.entries(operation.parameters).map(queryParameter),
      ...(operation.body ? [bodyParameter(operation.body)] : []),
    ],
    responses: responsesOf(operation),
  },
});

/** The definition with the placeholder host, as it is committed. */
export const connectorDefinition = (operations: readonly OperationDeclaration[]): Json => ({
  swagger: "2.0",
  info: INFO,
  host: PLACEHOLDER_HOST,
  basePath: ROUTE_PREFIX,
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  paths: Object.fromEntries(
    operations.map((operation) => [`/${operation.route}`, pathItem(operation)]),
  ),
  definitions: definitionsOf(operations),
  parameters: {},
  responses: {},
  securityDefinitions: {
    oauth2_auth: {
      type: "oauth2",
      flow: "accessCode",
      authorizationUrl: `https://${PLACEHOLDER_HOST}${ROUTE_PREFIX}/oauth2/authorize`,
      tokenUrl: `https://${PLACEHOLDER_HOST}${ROUTE_PREFIX}/oauth2/token`,
      scopes: Object.fromEntries(X_SCOPES.map(({ scope, purpose }) => [scope, purpose])),
    },
  },
  security: [{ oauth2_auth: [] }],
  tags: [],
  "x-ms-connector-metadata": CONNECTOR_METADATA,
});
