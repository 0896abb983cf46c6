// What operation is told of. docs/operate.md says what each means and what to do. The texts are those of the log (src/); a test
// checks that each is still said.
param name string
param location string
param workspaceId string
param insightsId string
param healthUrl string
param mail string
param tags object

var lines = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s startswith "${name}-" | extend line = parse_json(Log_s) | extend msg = tostring(line.msg), level = toint(line.level)'

var rules = [
  {
    key: 'failed-sends'
    text: 'More than 10 deliveries failed within an hour.'
    query: '${lines} | where msg == "a delivery failed"'
    window: 'PT1H'
    over: 10
    severity: 2
  }
  {
    key: 'queue-age'
    text: 'Deliveries have waited in the queue for half an hour without a break.'
    query: '${lines} | where msg == "deliveries wait" | summarize minutes = dcount(bin(TimeGenerated, 1m)) | where minutes >= 28 | extend TimeGenerated = now()'
    window: 'PT30M'
    over: 0
    severity: 2
  }
  {
    key: 'errors'
    text: 'More than 5 turns failed within a quarter of an hour.'
    query: '${lines} | where msg == "turn failed" or msg == "http request failed"'
    window: 'PT15M'
    over: 5
    severity: 1
  }
  {
    key: 'jobs'
    text: 'A job was given up: a reminder, a release or a purge did not happen.'
    query: '${lines} | where msg in ("a job failed at each try and is given up", "a job ended its process at each start and is given up")'
    window: 'PT15M'
    over: 0
    severity: 2
  }
  {
    key: 'not-ready'
    text: 'A replica could not reach storage, or could not start.'
    query: '${lines} | where msg in ("not ready", "could not start")'
    window: 'PT15M'
    over: 5
    severity: 1
  }
  {
    key: 'cut-off'
    text: 'A process was stopped before its work was done.'
    query: '${lines} | where msg == "work under way was cut off"'
    window: 'PT15M'
    over: 0
    severity: 3
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (mail != '') {
  name: '${name}-operation'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      { name: 'operation', emailAddress: mail, useCommonAlertSchema: true }
    ]
  }
}

var groups = mail == '' ? [] : [group.id]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: location
    tags: tags
    properties: {
      displayName: '${name}: ${rule.key}'
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      // The table comes to be with the first line of a process.
      skipQueryValidation: true
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: true
      criteria: {
        allOf: [
          { query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: rule.over }
        ]
      }
      actions: { actionGroups: groups }
    }
  }
]

resource health 'Microsoft.Insights/webtests@2022-06-15' = if (healthUrl != '') {
  name: '${name}-health'
  location: location
  // The link that the portal goes by.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    Kind: 'standard'
    Name: '${name}-health'
    SyntheticMonitorId: '${name}-health'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    // West Europe, North Europe, France Central.
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-fr-pra-edge' }
    ]
    Request: { RequestUrl: healthUrl, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = if (healthUrl != '') {
  name: '${name}-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bot does not answer at its health address from two of three places.'
    severity: 1
    enabled: true
    scopes: [health.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: health.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [for id in groups: { actionGroupId: id }]
  }
}
