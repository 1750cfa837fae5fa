// For those who may not have storage and vault on a public address: a network that the app calls out through, and
// private endpoints in it. What calls the app (Power Platform, X's sign-in) still comes from the internet.
// https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#virtual-network-integration
param token string
param location string
param tags object
param storageId string
param hostStorageId string
param vaultId string

var storageSuffix = environment().suffixes.storage
// https://learn.microsoft.com/azure/private-link/private-endpoint-dns
var zoneNames = {
  blob: 'privatelink.blob.${storageSuffix}'
  table: 'privatelink.table.${storageSuffix}'
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}
var endpoints = [
  {
    name: 'host-blob'
    resourceId: hostStorageId
    groupId: 'blob'
    zone: 'blob'
  }
  {
    name: 'package-blob'
    resourceId: storageId
    groupId: 'blob'
    zone: 'blob'
  }
  {
    name: 'state-table'
    resourceId: storageId
    groupId: 'table'
    zone: 'table'
  }
  {
    name: 'vault'
    resourceId: vaultId
    groupId: 'vault'
    zone: 'vault'
  }
]

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-x-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/23'
      ]
    }
    subnets: [
      {
        // Flex Consumption takes no name with an underscore.
        name: 'app'
        properties: {
          addressPrefix: '10.0.0.0/24'
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.0.1.0/27'
          // Nothing in it calls out.
          defaultOutboundAccess: false
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource private 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in items(zoneNames): {
  name: zone.value
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, index) in items(zoneNames): {
  parent: zones[index]
  name: 'x-${token}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [for endpoint in endpoints: {
  name: 'pe-${endpoint.name}-x-${token}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: network::private.id
    }
    privateLinkServiceConnections: [
      {
        name: endpoint.name
        properties: {
          // The ids above are parameters, which the rule does not see through a loop.
          #disable-next-line use-resource-id-functions
          privateLinkServiceId: endpoint.resourceId
          groupIds: [
            endpoint.groupId
          ]
        }
      }
    ]
  }
}]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [for (endpoint, index) in endpoints: {
  parent: privateEndpoints[index]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: endpoint.zone
        properties: {
          privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zoneNames[endpoint.zone])
        }
      }
    ]
  }
  dependsOn: [
    zones
    links
  ]
}]

// Whoever takes it waits for all that names resolve by.
output appSubnetId string = network::app.id
