import { describe, expect, it } from "vitest";
import { deployed, ofType, propertiesOf, template } from "../../harness/deployment.ts";

interface PrivateEndpoint {
  readonly privateLinkServiceConnections: readonly {
    readonly name: string;
    readonly properties: { readonly groupIds: readonly string[] };
  }[];
}
interface ZoneGroup {
  readonly privateDnsZoneConfigs: readonly {
    readonly properties: { readonly privateDnsZoneId: string };
  }[];
}
interface VirtualNetwork {
  readonly subnets: readonly { readonly name: string; readonly properties: object }[];
}

describe.skipIf(!template)("VNET_ENABLED (left out where there is no Bicep compiler)", () => {
  const open = template ? deployed() : [];
  const closed = template ? deployed({ vnetEnabled: true }) : [];

  it("is off unless it is set: there is no network, and storage and vault are on their public addresses", () => {
    expect(open.filter(({ type }) => type.startsWith("Microsoft.Network/"))).toEqual([]);
    expect(propertiesOf("Microsoft.Storage/storageAccounts", open)).toMatchObject([
      { publicNetworkAccess: "Enabled" },
      { publicNetworkAccess: "Enabled" },
    ]);
    expect(propertiesOf("Microsoft.KeyVault/vaults", open)).toMatchObject([
      { publicNetworkAccess: "enabled" },
    ]);
  });

  it("closes storage and vault to the internet", () => {
    const resources = [
      ...propertiesOf("Microsoft.Storage/storageAccounts", closed),
      ...propertiesOf("Microsoft.KeyVault/vaults", closed),
    ];
    expect(resources).toHaveLength(3);
    for (const properties of resources) {
      expect(properties).toMatchObject({
        publicNetworkAccess: expect.stringMatching(/^disabled$/i),
        networkAcls: { defaultAction: "Deny", bypass: "None" },
      });
    }
  });

  it("opens each by a private endpoint, whose name resolves in the network", () => {
    const endpoints = propertiesOf<PrivateEndpoint>("Microsoft.Network/privateEndpoints", closed)
      .flatMap(({ privateLinkServiceConnections }) => privateLinkServiceConnections)
      .map(({ name, properties }) => [name, ...properties.groupIds]);
    expect(endpoints).toEqual([
      ["host-blob", "blob"],
      ["package-blob", "blob"],
      ["state-table", "table"],
      ["vault", "vault"],
    ]);
    const groups = propertiesOf<ZoneGroup>(
      "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
      closed,
    );
    const used = groups
      .flatMap(({ privateDnsZoneConfigs }) => privateDnsZoneConfigs)
      .map(({ properties }) => properties.privateDnsZoneId);
    const zones = ofType("Microsoft.Network/privateDnsZones", closed);
    expect(used).toHaveLength(endpoints.length);
    expect(new Set(used)).toEqual(new Set(zones.map(({ type, name }) => `${type}/${name}`)));
    expect(
      ofType("Microsoft.Network/privateDnsZones/virtualNetworkLinks", closed).map(({ name }) =>
        name.slice(0, name.lastIndexOf("/")),
      ),
    ).toEqual(zones.map(({ name }) => name));
  });

  it("brings the app into a subnet that Flex Consumption takes", () => {
    const [network] = propertiesOf<VirtualNetwork>("Microsoft.Network/virtualNetworks", closed);
    const subnet = network?.subnets.find(({ name }) => name === "app");
    expect(subnet?.properties).toMatchObject({
      delegations: [{ properties: { serviceName: "Microsoft.App/environments" } }],
    });
    expect(propertiesOf("Microsoft.Web/sites", closed)).toMatchObject([
      { virtualNetworkSubnetId: expect.stringContaining("network, outputs, appSubnetId") },
    ]);
  });
});
