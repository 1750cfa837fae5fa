import { describe, expect, it } from "vitest";
import { STATE_TABLE } from "../../../src/state.ts";
import { deployed, ofType, propertiesOf, template } from "../../harness/deployment.ts";

const STATE_ACCOUNT = "stxabcdefghijklm";
const HOST_ACCOUNT = "sthostabcdefghijklm";

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const NAMES: Readonly<Record<string, RegExp>> = {
  "Microsoft.Resources/resourceGroups": /^[\w.()-]{1,89}[\w()-]$/,
  "Microsoft.ManagedIdentity/userAssignedIdentities": /^[a-zA-Z0-9][\w-]{2,127}$/,
  "Microsoft.OperationalInsights/workspaces": /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/,
  "Microsoft.Insights/components": /^[^%&\\?/]{1,260}$/,
  "Microsoft.Insights/actionGroups": /^[^%&\\?/:<>+#*]{1,260}$/,
  "Microsoft.Insights/scheduledQueryRules": /^[^%&\\?/:<>+#*]{1,260}$/,
  "Microsoft.Insights/metricAlerts": /^[^%&\\?/:<>+#*]{1,260}$/,
  "Microsoft.Insights/webtests": /^[\w-]{1,260}$/,
  "Microsoft.Insights/workbooks": /^[0-9a-f-]{36}$/,
  "Microsoft.Insights/diagnosticSettings": /^[^*<>%&:?+/\\]{1,260}$/,
  "Microsoft.Authorization/roleAssignments": /^[0-9a-f-]{36}$/,
  "Microsoft.Storage/storageAccounts": /^[a-z0-9]{3,24}$/,
  "Microsoft.Storage/storageAccounts/blobServices": /^default$/,
  "Microsoft.Storage/storageAccounts/tableServices": /^default$/,
  "Microsoft.Storage/storageAccounts/blobServices/containers": /^[a-z0-9](-?[a-z0-9]){2,62}$/,
  "Microsoft.Storage/storageAccounts/tableServices/tables": /^[a-zA-Z][a-zA-Z0-9]{2,62}$/,
  "Microsoft.KeyVault/vaults": /^[a-zA-Z](?=.{2,23}$)(-?[a-zA-Z0-9])*$/,
  "Microsoft.Web/serverfarms": /^[a-zA-Z0-9-]{1,60}$/,
  "Microsoft.Web/sites": /^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/,
  "Microsoft.Web/sites/config": /^appsettings$/,
  "Microsoft.Web/sites/basicPublishingCredentialsPolicies": /^(scm|ftp)$/,
  "Microsoft.Network/virtualNetworks": /^[a-zA-Z0-9][\w.-]{0,62}\w$/,
  "Microsoft.Network/privateDnsZones": /^privatelink/,
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks": /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  "Microsoft.Network/privateEndpoints": /^[a-zA-Z0-9][\w.-]{0,62}\w$/,
  "Microsoft.Network/privateEndpoints/privateDnsZoneGroups": /^default$/,
};

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const ROLES: Readonly<Record<string, string>> = {
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3": "Storage Table Data Contributor",
  "b86a8fe4-44ce-4948-aee5-eccb2c155cd7": "Key Vault Secrets Officer",
  "3913510d-42f4-4e42-8a64-420c390055eb": "Monitoring Metrics Publisher",
};

describe.skipIf(!template)("the deployment (left out where there is no Bicep compiler)", () => {
  it("gives every resource a name within its limits, for the longest name of an environment", () => {
    for (const { type, name } of deployed({ vnetEnabled: true })) {
      expect(name.split("/").at(-1), `${type} ${name}`).toMatch(NAMES[type] ?? /no such type/);
    }
  });

  it("tags what can be tagged, so that azd finds it and a bill can be read", () => {
    const untaggable =
      /roleAssignments|diagnosticSettings|(blob|table)Services|sites\/|privateDnsZoneGroups/;
    const untagged = deployed({ vnetEnabled: true }).filter(
      ({ type, hasTags }) => !hasTags && !untaggable.test(type),
    );
    expect(untagged.map(({ type }) => type)).toEqual([]);
  });

  it("gives each identity the roles it needs, each on one resource", () => {
    const roles = ofType("Microsoft.Authorization/roleAssignments").map(({ scope, properties }) => {
      const { principalId = "", roleDefinitionId = "" } = properties as Record<string, string>;
      const who = principalId.split(".outputs.")[1];
      return [who, ROLES[roleDefinitionId.split("/").at(-1) ?? ""], scope].join(" | ");
    });
    const storage = "Microsoft.Storage/storageAccounts";
    expect(roles.toSorted()).toEqual(
      [
        `principalId.value | Storage Blob Data Owner | ${storage}/${HOST_ACCOUNT}`,
        `principalId.value | Storage Table Data Contributor | ${storage}/tableServices/tables/${STATE_ACCOUNT}/default/xconnector`,
        "principalId.value | Key Vault Secrets Officer | Microsoft.KeyVault/vaults/kv-x-abcdefghijklm",
        "principalId.value | Monitoring Metrics Publisher | Microsoft.Insights/components/appi-x-abcdefghijklm",
        `deploymentPrincipalId.value | Storage Blob Data Contributor | ${storage}/blobServices/containers/${STATE_ACCOUNT}/default/app-package`,
      ].toSorted(),
    );
  });

  it("runs on Flex Consumption with Node 24, from a package that the other identity brings", () => {
    expect(propertiesOf("Microsoft.Web/sites")).toMatchObject([
      {
        functionAppConfig: {
          runtime: { name: "node", version: "24" },
          deployment: {
            storage: {
              value: expect.stringContaining("storage.outputs.packageUrl"),
              authentication: {
                type: "UserAssignedIdentity",
                userAssignedIdentityResourceId: expect.stringContaining("outputs.deploymentId"),
              },
            },
          },
        },
      },
    ]);
  });

  it("knows no key and no password, takes TLS 1.2 alone and shows no blob to the public", () => {
    for (const account of propertiesOf("Microsoft.Storage/storageAccounts")) {
      expect(account).toMatchObject({
        allowSharedKeyAccess: false,
        allowBlobPublicAccess: false,
        minimumTlsVersion: "TLS1_2",
        supportsHttpsTrafficOnly: true,
      });
    }
    expect(propertiesOf("Microsoft.Web/sites")).toMatchObject([
      { httpsOnly: true, siteConfig: { minTlsVersion: "1.2" } },
    ]);
    expect(propertiesOf("Microsoft.KeyVault/vaults")).toMatchObject([
      { enableRbacAuthorization: true, enableSoftDelete: true, enablePurgeProtection: true },
    ]);
    expect(propertiesOf("Microsoft.Insights/components")).toMatchObject([
      { DisableLocalAuth: true },
    ]);
    expect(propertiesOf("Microsoft.Web/sites/basicPublishingCredentialsPolicies")).toEqual([
      { allow: false },
      { allow: false },
    ]);
    expect(JSON.stringify(template)).not.toMatch(/listKeys|AccountKey=|secureString/i);
  });

  it("makes the table that the app keeps its state in", () => {
    const made = ofType("Microsoft.Storage/storageAccounts/tableServices/tables");
    expect(made.map(({ name }) => name)).toEqual([`${STATE_ACCOUNT}/default/${STATE_TABLE}`]);
  });

  it("tells an address by e-mail where one is given", () => {
    expect(ofType("Microsoft.Insights/actionGroups", deployed({ alertEmail: "" }))).toEqual([]);
    expect(propertiesOf("Microsoft.Insights/actionGroups")).toMatchObject([
      { emailReceivers: [{ emailAddress: "owner@contoso.example" }] },
    ]);
  });
});
