// The workbook: the queries of infra/queries, drawn.
// https://learn.microsoft.com/azure/azure-monitor/visualize/workbooks-automate
param location string
param tags object
param insightsId string

var charts = [
  {
    title: 'Calls'
    query: loadTextContent('../queries/calls.kql')
    visualization: 'timechart'
  }
  {
    title: 'Errors by code'
    query: loadTextContent('../queries/errors-by-code.kql')
    visualization: 'table'
  }
  {
    title: 'Limits hit'
    query: loadTextContent('../queries/limits-hit.kql')
    visualization: 'timechart'
  }
  {
    title: 'The trigger: lag and waiting tweets'
    query: loadTextContent('../queries/trigger-lag.kql')
    visualization: 'table'
  }
  {
    title: 'Cost at X, US dollars'
    query: loadTextContent('../queries/x-cost.kql')
    visualization: 'barchart'
  }
  {
    title: 'Budgets'
    query: loadTextContent('../queries/budgets.kql')
    visualization: 'table'
  }
  {
    title: 'Durations'
    query: loadTextContent('../queries/durations.kql')
    visualization: 'table'
  }
  {
    title: 'Credits used up'
    query: loadTextContent('../queries/credits-used-up.kql')
    visualization: 'table'
  }
  {
    title: 'Connections that can no longer be refreshed'
    query: loadTextContent('../queries/grants-lost.kql')
    visualization: 'table'
  }
]

var timeRange = {
  type: 9
  name: 'time range'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    queryType: 0
    resourceType: 'microsoft.insights/components'
    parameters: [
      {
        id: guid(insightsId, 'TimeRange')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Time range'
        type: 4
        isRequired: true
        value: {
          durationMs: 604800000
        }
        typeSettings: {
          allowCustom: true
          selectableValues: [
            {
              durationMs: 3600000
            }
            {
              durationMs: 86400000
            }
            {
              durationMs: 604800000
            }
            {
              durationMs: 2592000000
            }
          ]
        }
      }
    ]
  }
}

var items = [for chart in charts: {
  type: 3
  name: chart.title
  content: {
    version: 'KqlItem/1.0'
    title: chart.title
    query: chart.query
    visualization: chart.visualization
    size: 0
    timeContextFromParameter: 'TimeRange'
    queryType: 0
    resourceType: 'microsoft.insights/components'
  }
}]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'x-connector')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'X connector'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: insightsId
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat([timeRange], items)
      fallbackResourceIds: [
        insightsId
      ]
    })
  }
}
