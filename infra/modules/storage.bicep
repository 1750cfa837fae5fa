// Two accounts, opened by identities alone: what the Functions host keeps for itself, and the connector's table with
// the deployed package. Apart, so that the host's rights, which go over a whole account, reach neither of the others.
param token string
param location string
param tags object
param principalId string
param deploymentPrincipalId string
param redundancy string
@description('Reached through private endpoints only.')
param isPrivate bool

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

var accountProperties = {
  allowSharedKeyAccess: false
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
  publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  networkAcls: {
    defaultAction: isPrivate ? 'Deny' : 'Allow'
    bypass: 'None'
  }
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: accountProperties
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'stx${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: accountProperties

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'app-package'
      properties: {
        publicAccess: 'None'
      }
    }
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource state 'tables' = {
      name: 'xconnector'
    }
  }
}

// The host makes containers for its leases and keys, so this one is over the account:
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, principalId, blobDataOwner)
  scope: hostAccount
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

// The app reads and writes the rows of its table; the table itself is made here.
// https://learn.microsoft.com/azure/storage/tables/assign-azure-role-data-access#resource-scope
resource stateRows 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::tables::state.id, principalId, tableDataContributor)
  scope: account::tables::state
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

// `azd deploy` uploads the package with this identity, and instances load it with the same.
// https://learn.microsoft.com/azure/azure-functions/flex-consumption-how-to#configure-deployment-settings
resource packageBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::packages.id, deploymentPrincipalId, blobDataContributor)
  scope: account::blobs::packages
  properties: {
    principalId: deploymentPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

output id string = account.id
output name string = account.name
output tableEndpoint string = account.properties.primaryEndpoints.table
output packageUrl string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
output hostAccountId string = hostAccount.id
output hostBlobEndpoint string = hostAccount.properties.primaryEndpoints.blob
