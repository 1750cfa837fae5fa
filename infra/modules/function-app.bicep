// The app on Flex Consumption, and its settings: those of src/config.ts and those of the Functions host.
// https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan
param token string
param location string
param tags object
param identityId string
param identityClientId string
param deploymentIdentityId string
param packageUrl string
param tableEndpoint string
param hostBlobEndpoint string
param vaultUrl string
param insightsName string
param maximumInstanceCount int
param postsPerHour int
param callsPerHour int
param pollIntervalMinutes int
param tweetsPerPoll int
param connectionsPerUser int
param budgetPerDay string
param budgetPerMonth string
param budgetWithoutStore string
param xAppOwners string
param adminKeySha256 string
param oauthRedirectUrls string
param publicOrigin string
@description('The subnet that the app calls out through; empty without a network.')
param subnetId string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-x-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-x-${token}'
  location: location
  // azd finds the app to deploy to by this tag.
  tags: union(tags, { 'azd-service-name': 'connector' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
      '${deploymentIdentityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: deploymentIdentityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
      }
      runtime: {
        name: 'node'
        version: '24'
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      KEY_VAULT_URL: vaultUrl
      TABLE_ENDPOINT: tableEndpoint
      AZURE_CLIENT_ID: identityClientId
      POSTS_PER_HOUR: string(postsPerHour)
      CALLS_PER_HOUR: string(callsPerHour)
      POLL_INTERVAL_MINUTES: string(pollIntervalMinutes)
      TWEETS_PER_POLL: string(tweetsPerPoll)
      CONNECTIONS_PER_USER: string(connectionsPerUser)
      BUDGET_PER_DAY: budgetPerDay
      BUDGET_PER_MONTH: budgetPerMonth
      BUDGET_WITHOUT_STORE: budgetWithoutStore
      X_APP_OWNERS: xAppOwners
      ADMIN_KEY_SHA256: adminKeySha256
      OAUTH_REDIRECT_URLS: oauthRedirectUrls
      PUBLIC_ORIGIN: publicOrigin
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      // HTTP and timers need blobs alone.
      AzureWebJobsStorage__blobServiceUri: hostBlobEndpoint
      // Bytes. A video of 15 MB is 20 MB as base64; the host's own limit is 100 MB, more than an instance should hold.
      FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '33554432'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    }
  }

  // No passwords for deployment either.
  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
