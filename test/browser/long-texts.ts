/** A link without blanks wherever a text may stand: in what the connector answers, and in what the sandbox holds. */
import type { Page, Route } from "playwright-core";
import definition from "../../apiDefinition.swagger.json" with { type: "json" };

/** 320 characters that nothing breaks. */
export const LONG_LINK = `https://example.com/${"long".repeat(75)}`;

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Declared {
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly schema?: Schema }>
  >;
}

const DEFINITIONS: Readonly<Record<string, Schema>> = definition.definitions;
const PATHS: Readonly<Record<string, Readonly<Record<string, Declared>>>> = definition.paths;

/** Of the shape of the schema; text that tells a time or a picture is text all the same. */
const filled = (schema: Schema): unknown => {
  const name = schema.$ref?.replace("#/definitions/", "") ?? "";
  const { type, items, properties } = DEFINITIONS[name] ?? schema;
  if (items) return [filled(items)];
  if (properties) {
    return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, filled(each)]));
  }
  if (type === "boolean") return true;
  return type === "string" ? LONG_LINK : 1;
};

const HEADERS = {
  "x-connector-notice": LONG_LINK,
  "x-connector-x-query": LONG_LINK,
  "x-request-id": LONG_LINK,
};

const answer = (route: Route): Promise<void> => {
  const { pathname } = new URL(route.request().url());
  const [declared] = Object.values(PATHS[pathname.replace(definition.basePath, "")] ?? {});
  const schema = declared?.responses["200"]?.schema;
  return schema
    ? route.fulfill({ status: 200, headers: HEADERS, json: filled(schema) })
    : route.continue();
};

const REFUSAL = {
  status: 400,
  code: LONG_LINK,
  message: LONG_LINK,
  target: LONG_LINK,
  details: [{ target: LONG_LINK, message: LONG_LINK }],
  x: { title: LONG_LINK, detail: LONG_LINK },
};

/** From now on every operation of the connector answers so. */
export const answerWithLongTexts = (page: Page): Promise<unknown> =>
  page.route("**/api/**", answer);

/** From now on every operation fails so. */
export const failWithLongTexts = (page: Page): Promise<unknown> =>
  page.route("**/api/**", (route) =>
    route.fulfill({ status: 400, headers: HEADERS, json: REFUSAL }),
  );

const NOW = "2026-11-25T12:00:00.000Z";
const SANDBOX: Readonly<Record<string, unknown>> = {
  "/sandbox/state": {
    now: NOW,
    faultKinds: ["rateLimited"],
    users: [],
    follows: [{ follower: LONG_LINK, followed: LONG_LINK }],
    posts: [{ id: "1", author: LONG_LINK, text: LONG_LINK, createdAt: Date.parse(NOW) }],
  },
  "/sandbox/faults": [{ kind: "rateLimited" }],
  "/sandbox/calls": [{ method: "GET", path: LONG_LINK, status: 200, resources: 1, at: NOW }],
};

/** From now on the sandbox tells so of itself; its other controls work. */
export const fillSandbox = (page: Page): Promise<unknown> =>
  page.route("**/sandbox/**", (route) => {
    const json = SANDBOX[new URL(route.request().url()).pathname];
    return json ? route.fulfill({ json }) : route.continue();
  });
