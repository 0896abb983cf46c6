// Where both processes run.
param name string
param location string
param workspaceName string
param subnetId string
param zoneRedundant bool
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource appEnvironment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: subnetId == '' ? null : { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [
      { name: 'Consumption', workloadProfileType: 'Consumption' }
    ]
    // Zones need a network of one's own: set privateStorage as well.
    zoneRedundant: zoneRedundant && subnetId != ''
  }
}

output id string = appEnvironment.id
output domain string = appEnvironment.properties.defaultDomain
