// The replicas. All are alike, none keeps anything: any of them may answer any turn, and may die at any time.
param name string
param location string
param subnetId string
param image string
param registryServer string
param replicas int
param identityId string
param identityClientId string
param databaseUrl string
param subscriptionIds array
param logDays int
param settings array

@secure()
@description('The text of the policy file.')
param policy string

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    // The head of the audit is logged; whoever owns the database cannot change it here.
    retentionInDays: logDays
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-env'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // A new version starts beside the old one, and takes over when it serves.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        {
          name: 'policy'
          value: policy
        }
      ]
    }
    template: {
      // Turns and jobs that run are let end: ten seconds, and some for the connections.
      terminationGracePeriodSeconds: 45
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
      volumes: [
        {
          name: 'policy'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'policy'
              path: 'policy.yaml'
            }
          ]
        }
      ]
      containers: [
        {
          name: 'gatehouse'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          volumeMounts: [
            {
              volumeName: 'policy'
              mountPath: '/policy'
            }
          ]
          env: concat([
            { name: 'MicrosoftAppId', value: identityClientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
            { name: 'AZURE_CLIENT_ID', value: identityClientId }
            { name: 'AZURE_SUBSCRIPTION_IDS', value: join(subscriptionIds, ',') }
            { name: 'DATABASE_URL', value: databaseUrl }
            { name: 'DATABASE_AUTH', value: 'entra' }
            { name: 'POLICY_FILE', value: '/policy/policy.yaml' }
            { name: 'TRUSTED_PROXIES', value: '1' }
          ], settings)
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 3
              failureThreshold: 40
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 15
              timeoutSeconds: 5
            }
            // Not /readyz: while the database is away every replica would be taken out, and nobody would be told why.
            {
              type: 'Readiness'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 5
              timeoutSeconds: 5
            }
          ]
        }
      ]
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
