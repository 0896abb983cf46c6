// What operation is told of. docs/operate.md says what each means and what to do. The texts are those of the log and of telemetry
// (src/); a test checks that each is still said.
param name string
param location string
param workspaceId string
param insightsId string
param healthUrl string
param mail string
param tags object

var lines = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s startswith "${name}-" | extend line = parse_json(Log_s) | extend msg = tostring(line.msg), level = toint(line.level)'

var metrics = 'AppMetrics | where AppRoleName startswith "ubara-" | extend kind = tostring(Properties["ubara.kind"]), outcome = tostring(Properties["ubara.outcome"])'

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
    text: 'Work that is due has waited for more than five minutes to be sent, for a quarter of an hour.'
    query: '${metrics} | where Name == "ubara.queue.age" and Sum / ItemCount > 300 | summarize by TimeGenerated = bin(TimeGenerated, 1m)'
    window: 'PT15M'
    over: 12
    severity: 2
  }
  {
    key: 'error-rate'
    text: 'More than one turn in twenty failed within half an hour.'
    query: '${metrics} | where Name == "ubara.turns" | summarize turns = sum(Sum), failed = sumif(Sum, outcome startswith "failed") | where failed > 3 and failed > 0.05 * turns | extend TimeGenerated = now()'
    window: 'PT30M'
    over: 0
    severity: 2
  }
  {
    key: 'save-failures'
    text: 'Storage did not keep what it was given, more than 5 times within a quarter of an hour.'
    query: '${metrics} | where Name == "ubara.storage.failures" and kind == "save" | summarize failed = sum(Sum) | where failed > 5 | extend TimeGenerated = now()'
    window: 'PT15M'
    over: 0
    severity: 1
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
