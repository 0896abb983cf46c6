// The bot's registration with the Teams channel. It signs in as the managed identity; multi-tenant bots can no longer be made.
param name string
param location string
param endpoint string
param identityId string
param clientId string
param tenantId string
param sku string
param tags object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: location
  kind: 'azurebot'
  sku: { name: sku }
  tags: tags
  properties: {
    displayName: 'UBARA-assistenten'
    endpoint: endpoint
    msaAppType: 'UserAssignedMSI'
    msaAppId: clientId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: identityId
    disableLocalAuth: true
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: location
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, acceptedTerms: true }
  }
}
