/**
 * Where the operations that the examples use are, by the connector's api name and operationId: what a Power Automate
 * flow names by operationId, a logic app names by method and path. Of this connector's own operations the declarations
 * tell; those of others are in the references at https://learn.microsoft.com/connectors/connector-reference/ and, with
 * their paths, in the code view of any logic app that uses them.
 */
import { operations } from "../../src/operations/index.ts";

export interface OperationPlace {
  readonly method: string;
  /** `{name}` stands for a parameter, encoded as often as the connector wants it: `{name:2}` is twice. */
  readonly path: string;
  /** The parameters that go into the query; the others that are not in the path make up the body. */
  readonly query: readonly string[];
  /** What the names of the body's parameters begin with. */
  readonly body?: string;
}

/** The key under which the examples hold a connection of this connector. */
export const OWN_CONNECTION = "shared_x";

const OWN_OPERATIONS = Object.fromEntries(
  operations.map((operation): [string, OperationPlace] => [
    operation.operationId,
    {
      method: operation.method.toLowerCase(),
      path: `/${operation.route}`,
      query: Object.keys(operation.parameters),
      ...(operation.body && { body: "body" }),
    },
  ]),
);

const LIST = "/datasets/{dataset:2}/tables/{table:2}/items";
const TABLE = "drives/{drive}";

export const CONNECTOR_OPERATIONS: Readonly<
  Record<string, Readonly<Record<string, OperationPlace>>>
> = {
  [OWN_CONNECTION]: OWN_OPERATIONS,
  shared_excelonlinebusiness: {
    GetItems: {
      method: "get",
      path: `/${TABLE}/files/{file:2}/tables/{table}/items`,
      query: ["source", "$orderby", "$top"],
    },
    AddRowV2: {
      method: "post",
      path: `/codeless/v1.2/${TABLE}/items/{file:2}/workbook/tables/{table}/rows`,
      query: ["source"],
      body: "item",
    },
  },
  shared_office365: {
    SendEmailV2: { method: "post", path: "/v2/Mail", query: [], body: "emailMessage" },
    SendMailWithOptions: {
      method: "post",
      path: "/mailwithoptions/$subscriptions",
      query: [],
      body: "optionsEmailSubscription",
    },
  },
  shared_rss: {
    OnNewFeed: { method: "get", path: "/OnNewFeed", query: ["feedUrl", "sinceProperty"] },
    ListFeedItems: {
      method: "get",
      path: "/ListFeedItems",
      query: ["feedUrl", "since", "sinceProperty"],
    },
  },
  shared_sharepointonline: {
    GetItems: { method: "get", path: LIST, query: ["$filter", "$orderby", "$top"] },
    PatchItem: { method: "patch", path: `${LIST}/{id}`, query: [], body: "item" },
    GetFileContentByPath: {
      method: "get",
      path: "/datasets/{dataset:2}/GetFileContentByPath",
      query: ["path", "inferContentType", "queryParametersSingleEncoded"],
    },
  },
  shared_teams: {
    PostCardToConversation: {
      method: "post",
      path: "/v1.0/teams/conversation/adaptivecard/poster/{poster}/location/{location}",
      query: [],
      body: "body",
    },
  },
};
