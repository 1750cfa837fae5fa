// The connector in a resource group of its own: a Function App (Flex Consumption) with its state, its key and its logs.
// Everything is opened by user-assigned identities; there is no secret and no shared key.
targetScope = 'subscription'

@description('Name of the azd environment; the resource group and the names in it derive from it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of all resources. It must offer Flex Consumption: az functionapp list-flexconsumption-locations')
param location string

@description('Posts and retweets an hour and connection.')
@minValue(1)
@maxValue(400)
param postsPerHour int = 12

@description('Other calls an hour and connection.')
@minValue(1)
@maxValue(3600)
param callsPerHour int = 600

@description('Minutes between two polls of the trigger.')
@minValue(1)
@maxValue(1440)
param pollIntervalMinutes int = 60

@description('New tweets that a poll of the trigger hands out at most; X bills each.')
@minValue(1)
@maxValue(100)
param tweetsPerPoll int = 5

@description('Connections for an X account and app.')
@minValue(1)
@maxValue(10)
param connectionsPerUser int = 2

@description('US dollars that each X app may spend a UTC day, such as 5 or 2.50; empty for no budget.')
param budgetPerDay string = ''

@description('US dollars that each X app may spend a month; empty for no budget.')
param budgetPerMonth string = ''

@description('Whether reads that a budget bounds are let through while the store is away.')
@allowed(['refuse', 'read'])
param budgetWithoutStore string = 'refuse'

@description('X\'s ids of users who own their X app, separated by spaces: their own data costs them less.')
param xAppOwners string = ''

@description('SHA-256 of the key that /api/health tells spending for, as 64 hexadecimal digits; empty for nobody.')
param adminKeySha256 string = ''

@description('Further addresses that a sign-in may be sent to, separated by spaces; Power Platform\'s own are always allowed.')
param oauthRedirectUrls string = ''

@description('The address of the connector, https://HOST, when it has a domain of its own.')
param publicOrigin string = ''

@description('Who is told by e-mail when an alert fires; empty makes the alerts visible in the portal only.')
param alertEmail string = ''

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('How the state is copied: in one datacenter, over zones where the region has them, or to a second region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_LRS'

@description('How many instances the app may grow to; one serves about a hundred calls at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Keeps storage and vault off the internet: a virtual network with private endpoints, which is billed by the hour.')
param vnetEnabled bool = false

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
  application: 'x-connector'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    retentionDays: logRetentionDays
    principalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    redundancy: storageRedundancy
    principalId: identity.outputs.principalId
    deploymentPrincipalId: identity.outputs.deploymentPrincipalId
    isPrivate: vnetEnabled
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-x-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    isPrivate: vnetEnabled
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  name: 'network'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    storageId: storage.outputs.id
    hostStorageId: storage.outputs.hostAccountId
    vaultId: vault.outputs.id
  }
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    deploymentIdentityId: identity.outputs.deploymentId
    packageUrl: storage.outputs.packageUrl
    tableEndpoint: storage.outputs.tableEndpoint
    hostBlobEndpoint: storage.outputs.hostBlobEndpoint
    subnetId: network.?outputs.appSubnetId ?? ''
    vaultUrl: vault.outputs.url
    insightsName: monitoring.outputs.insightsName
    maximumInstanceCount: maximumInstanceCount
    postsPerHour: postsPerHour
    callsPerHour: callsPerHour
    pollIntervalMinutes: pollIntervalMinutes
    tweetsPerPoll: tweetsPerPoll
    connectionsPerUser: connectionsPerUser
    budgetPerDay: budgetPerDay
    budgetPerMonth: budgetPerMonth
    budgetWithoutStore: budgetWithoutStore
    xAppOwners: xAppOwners
    adminKeySha256: adminKeySha256
    oauthRedirectUrls: oauthRedirectUrls
    publicOrigin: publicOrigin
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    healthUrl: 'https://${app.outputs.host}/api/health'
    email: alertEmail
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
  }
}

@description('What npm run package takes.')
output CONNECTOR_HOST string = app.outputs.host
output CONNECTOR_CONNECT_PAGE string = 'https://${app.outputs.host}/api/connect'
output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
