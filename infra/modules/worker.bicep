// The worker: sends, reminds, sweeps. It has no door; as many as wanted share the work and the rate.
param name string
param location string
param environmentId string
param identityId string
param registryServer string
param image string
param surveyKeysUri string
param recordKeysUri string
param settings array
param replicas int
param tags object

resource worker 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-worker'
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: [
        { server: registryServer, identity: identityId }
      ]
      secrets: [
        { name: 'exit-survey-keys', keyVaultUrl: surveyKeysUri, identity: identityId }
        { name: 'disposal-keys', keyVaultUrl: recordKeysUri, identity: identityId }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'worker'
          image: image
          command: ['node', 'lib/worker.js']
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          env: concat(settings, [
            { name: 'EXIT_SURVEY_KEYS', secretRef: 'exit-survey-keys' }
            { name: 'DISPOSAL_KEYS', secretRef: 'disposal-keys' }
          ])
        }
      ]
      scale: { minReplicas: replicas, maxReplicas: replicas }
    }
  }
}
