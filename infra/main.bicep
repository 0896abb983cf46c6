// UBARA-assistenten in one resource group: identity, bot registration, storage, the bot and its worker, logs and alerts.
// See docs/deploy.md. Order: 1. this file with an empty image (registry only), 2. push the image, 3. this file again with the image.
targetScope = 'resourceGroup'

@description('Begins the name of each resource: letters and digits, lower case.')
@minLength(3)
@maxLength(11)
param name string

@description('Sweden Central by default: data stays in Sweden.')
param location string = 'swedencentral'

@description('The bot serves people of this tenant alone.')
param tenantId string = tenant().tenantId

@description('The image with its tag, in the registry that this file makes: ubara:1.0.0. Empty: everything but the two processes and the bot.')
param image string = ''

@description('Keys of the exit survey, the newest first, with commas (see .env.example). Kept in Key Vault, apart from storage.')
@secure()
param exitSurveyKeys string

@description('Keys that seal the disposal record, the newest first, with commas (see .env.example). Kept in Key Vault, apart from storage.')
@secure()
param disposalKeys string

@description('Spreads replicas and storage over three zones.')
param zoneRedundant bool = false

@description('Storage is reached through the virtual network alone.')
param privateStorage bool = false

@description('Processes that answer people; at least two, so that one may end.')
@minValue(2)
param botReplicas int = 2

@description('Processes that send and remind.')
@minValue(1)
param workerReplicas int = 1

@description('Messages and updates a second, all processes together (1 to 50).')
@minValue(1)
@maxValue(50)
param sendsPerSecond int = 30

@description('Where the registration lies; westeurope keeps its traffic in the European Union.')
@allowed(['global', 'westeurope'])
param botLocation string = 'westeurope'

@description('Free (F0) takes 10,000 messages a month outside Teams; Teams is a standard channel and free in both.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('How long logs are kept, in days; docs/privacy.md promises 30. They hold ids and counts, no names and no texts.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('How many percent of the traces are kept; metrics are always whole.')
@minValue(0)
@maxValue(100)
param telemetrySampling int = 100

@description('Who is told of alerts by mail; empty: alerts show in the portal only.')
param alertMail string = ''

param tags object = {}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location, tags: tags }
}

module network 'modules/network.bicep' = if (privateStorage) {
  name: 'network'
  params: { name: name, location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    zoneRedundant: zoneRedundant
    isPrivate: privateStorage
    tags: tags
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateStorage) {
  name: 'private-endpoints'
  params: {
    name: name
    location: location
    storageId: storage.outputs.id
    networkId: network.?outputs.id ?? ''
    subnetId: network.?outputs.endpointSubnetId ?? ''
    tags: tags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    exitSurveyKeys: exitSurveyKeys
    disposalKeys: disposalKeys
    tags: tags
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: { name: name, location: location, principalId: identity.outputs.principalId, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    logDays: logDays
    tags: tags
  }
}

module appEnvironment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    workspaceName: monitoring.outputs.workspaceName
    subnetId: privateStorage ? (network.?outputs.appSubnetId ?? '') : ''
    zoneRedundant: zoneRedundant
    tags: tags
  }
}

module app 'modules/app.bicep' = if (image != '') {
  name: 'app'
  params: {
    name: name
    location: location
    environmentId: appEnvironment.outputs.id
    identityId: identity.outputs.id
    registryServer: registry.outputs.server
    image: '${registry.outputs.server}/${image}'
    surveyKeysUri: vault.outputs.surveyKeysUri
    recordKeysUri: vault.outputs.recordKeysUri
    settings: concat(sharedSettings, [
      { name: 'PUBLIC_URL', value: publicUrl }
      { name: 'SENDS', value: 'false' }
    ])
    replicas: botReplicas
    tags: tags
  }
}

module worker 'modules/worker.bicep' = if (image != '') {
  name: 'worker'
  params: {
    name: name
    location: location
    environmentId: appEnvironment.outputs.id
    identityId: identity.outputs.id
    registryServer: registry.outputs.server
    image: '${registry.outputs.server}/${image}'
    surveyKeysUri: vault.outputs.surveyKeysUri
    recordKeysUri: vault.outputs.recordKeysUri
    settings: sharedSettings
    replicas: workerReplicas
    tags: tags
  }
}

module bot 'modules/bot.bicep' = if (image != '') {
  name: 'bot'
  params: {
    name: name
    location: botLocation
    endpoint: '${publicUrl}/api/messages'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tenantId: tenantId
    sku: botSku
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    healthUrl: image == '' ? '' : '${publicUrl}/readyz'
    mail: alertMail
    tags: tags
  }
}

var publicUrl = 'https://${name}-bot.${appEnvironment.outputs.domain}'

// What both processes are told. Each name stands in .env.example; a test checks it.
var sharedSettings = [
  { name: 'UBARA_ENVIRONMENT', value: 'production' }
  { name: 'HOST', value: '0.0.0.0' }
  { name: 'PORT', value: '3978' }
  { name: 'BOT_APP_TYPE', value: 'UserAssignedMSI' }
  { name: 'BOT_APP_ID', value: identity.outputs.clientId }
  { name: 'BOT_TENANT_ID', value: tenantId }
  { name: 'STORAGE_TABLE_URL', value: storage.outputs.tableUrl }
  { name: 'STORAGE_QUEUE_URL', value: storage.outputs.queueUrl }
  { name: 'SENDS_PER_SECOND', value: string(sendsPerSecond) }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: monitoring.outputs.connectionString }
  { name: 'TELEMETRY_SAMPLING', value: string(telemetrySampling) }
  { name: 'AZURE_CLIENT_ID', value: identity.outputs.clientId }
]

@description('BOT_APP_ID of the app package.')
output botAppId string = identity.outputs.clientId

@description('PUBLIC_URL of the app package; the bot listens at it when the image is there.')
output publicUrl string = publicUrl

output registryServer string = registry.outputs.server
output tableUrl string = storage.outputs.tableUrl
output queueUrl string = storage.outputs.queueUrl
output storageName string = storage.outputs.name
output workspaceName string = monitoring.outputs.workspaceName
