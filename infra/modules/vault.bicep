// The two secrets that there are: without the first the answers of the exit survey cannot be read, also not from a copy of storage;
// without the second nobody can make the disposal record anew.
param name string
param location string
param principalId string
param tags object

@secure()
param exitSurveyKeys string

@secure()
param disposalKeys string

// Key Vault Secrets User (built-in role of Azure).
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${uniqueString(resourceGroup().id)}', 24)
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // A key that is lost takes the answers with it, so nobody can delete one for good within 90 days.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

resource surveyKeys 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'exit-survey-keys'
  properties: { value: exitSurveyKeys }
}

resource recordKeys 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'disposal-keys'
  properties: { value: disposalKeys }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

output surveyKeysUri string = surveyKeys.properties.secretUri
output recordKeysUri string = recordKeys.properties.secretUri
