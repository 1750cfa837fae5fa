// What somebody has to act on: credits or a budget used up, connections that can no longer be refreshed, and an app that is not well.
// Flex Consumption has no health check of its own, so a test from outside asks /api/health.
param token string
param location string
param tags object
param insightsId string
param healthUrl string
param email string

var actionGroupIds = empty(email) ? [] : [actionGroup.id]

var rules = [
  {
    name: 'credits-used-up'
    displayName: 'X connector: credits used up'
    description: 'X refuses calls because the X app has no credits left or reached its spending limit. Add credits or raise the limit in the X developer console.'
    query: loadTextContent('../queries/credits-used-up.kql')
    severity: 1
  }
  {
    name: 'budget-nearly-used'
    displayName: 'X connector: a budget is nearly used up'
    description: '80 % of what an X app or a connection may spend in a day or a month are used. When the rest is, its calls are refused until the next day or month. Raise the budget, or see in the workbook what spends.'
    query: loadTextContent('../queries/budget-nearly-used.kql')
    severity: 2
  }
  {
    name: 'grants-lost'
    displayName: 'X connector: a connection can no longer be refreshed'
    description: 'X refuses to renew the sign-in of a connection. Its owner has to sign in again; when it happens to all connections of an X app, its Client ID or Client Secret was replaced.'
    query: loadTextContent('../queries/grants-lost.kql')
    severity: 2
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-x-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'x-connector'
    enabled: true
    emailReceivers: [
      {
        name: 'owner'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for rule in rules: {
  name: '${rule.name}-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.displayName
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [
      insightsId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: actionGroupIds
    }
  }
}]

resource healthTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-x-${token}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    Name: 'health-x-${token}'
    SyntheticMonitorId: 'health-x-${token}'
    Kind: 'standard'
    Enabled: true
    RetryEnabled: true
    Frequency: 900
    Timeout: 60
    Locations: [
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'us-va-ash-azr'
      }
    ]
    Request: {
      RequestUrl: healthUrl
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource healthAlert 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'health-x-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The connector answers its health check with an error or not at all. Open /api/health: it names the part that fails.'
    severity: 1
    enabled: true
    scopes: [
      healthTest.id
      insightsId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: healthTest.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [for id in actionGroupIds: {
      actionGroupId: id
    }]
  }
}
