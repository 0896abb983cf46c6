// The bot: answers people. Any replica may answer any turn, so it needs no stickiness.
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

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-bot'
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: [
        { server: registryServer, identity: identityId }
      ]
      secrets: [
        { name: 'exit-survey-keys', keyVaultUrl: surveyKeysUri, identity: identityId }
        { name: 'disposal-keys', keyVaultUrl: recordKeysUri, identity: identityId }
      ]
    }
    template: {
      // The bot takes at most 20 s to finish what is under way.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: image
          command: ['node', 'lib/main.js']
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(settings, [
            { name: 'EXIT_SURVEY_KEYS', secretRef: 'exit-survey-keys' }
            { name: 'DISPOSAL_KEYS', secretRef: 'disposal-keys' }
          ])
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: 3978 }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas
        maxReplicas: replicas + 2
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: '30' } } }
        ]
      }
    }
  }
}
