// Tables and queues. Shared keys are off: whoever reads or writes has a role. The bot makes its tables itself.
param name string
param location string
param principalId string
param zoneRedundant bool
param isPrivate bool
param tags object

// Storage Table Data Contributor, Storage Queue Data Contributor (built-in roles of Azure).
var roles = ['0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', '974c5e8b-45b9-4653-ba55-5f855dd0fb88']

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  tags: tags
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: account
    name: guid(account.id, principalId, role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

output id string = account.id
output name string = account.name
output tableUrl string = account.properties.primaryEndpoints.table
output queueUrl string = account.properties.primaryEndpoints.queue
