/**
 * The connector as an Azure resource, for Logic Apps (Consumption). It knows neither policies nor parameter sets.
 * https://learn.microsoft.com/azure/templates/microsoft.web/2016-06-01/customapis
 */
import { ROUTE_PREFIX } from "../../src/connector/definition.ts";

export interface ConnectorParts {
  readonly host: string;
  readonly definition: { readonly info: { readonly title: string; readonly description: string } };
  /** The flat form. */
  readonly properties: {
    readonly iconBrandColor: string;
    readonly capabilities: readonly string[];
    readonly connectionParameters: {
      readonly token: { readonly oAuthSettings: object };
    };
  };
  /** PNG. */
  readonly icon: Uint8Array;
}

/** Logic Apps has one consent address for all connectors, not one for each. */
const withGlobalRedirect = <T extends ConnectorParts["properties"]["connectionParameters"]>(
  parameters: T,
) => ({
  ...parameters,
  token: {
    ...parameters.token,
    oAuthSettings: { ...parameters.token.oAuthSettings, redirectMode: "Global" },
  },
});

/** What the connector is called in a resource group unless the admin says otherwise. */
export const LOGIC_APPS_CONNECTOR_NAME = "x-self-hosted";

/** An ARM template for a resource group. */
export const logicAppsTemplate = ({ host, definition, properties, icon }: ConnectorParts) => ({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: {
    name: {
      type: "string",
      defaultValue: LOGIC_APPS_CONNECTOR_NAME,
      metadata: { description: "Name of the custom connector." },
    },
    location: {
      type: "string",
      defaultValue: "[resourceGroup().location]",
      metadata: { description: "The region of the logic apps that use the connector." },
    },
  },
  resources: [
    {
      type: "Microsoft.Web/customApis",
      apiVersion: "2016-06-01",
      name: "[parameters('name')]",
      location: "[parameters('location')]",
      properties: {
        apiType: "Rest",
        displayName: definition.info.title,
        description: definition.info.description,
        iconUri: `data:image/png;base64,${Buffer.from(icon).toString("base64")}`,
        brandColor: properties.iconBrandColor,
        capabilities: properties.capabilities,
        backendService: { serviceUrl: `https://${host}${ROUTE_PREFIX}` },
        connectionParameters: withGlobalRedirect(properties.connectionParameters),
        swagger: definition,
      },
    },
  ],
  outputs: {
    connectorId: {
      type: "string",
      value: "[resourceId('Microsoft.Web/customApis', parameters('name'))]",
    },
  },
});
