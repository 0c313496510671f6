// Everything that runs: identity, network, database, replicas, the bot's registration. What the bot may do with workspaces is
// another deployment, in the subscriptions that hold them: azure-access.bicep. docs/deploy.md goes through it step by step.
@minLength(3)
@maxLength(20)
@description('Begins the name of everything that is made.')
param name string = 'gatehouse'
param location string = resourceGroup().location

@description('The registry in this resource group that holds the image.')
param registryName string

@description('The image within the registry, such as gatehouse:0.1.0.')
param image string

@minValue(1)
@maxValue(10)
param replicas int = 2

@description('Subscriptions whose workspaces the bot answers for.')
param subscriptionIds array

@secure()
@description('The text of the policy file (docs/policy.md).')
param policy string

param databaseSku object = {
  name: 'Standard_B1ms'
  tier: 'Burstable'
}

@description('A standby in another zone; it needs a General purpose database and doubles its price.')
param highAvailability bool = false

@minValue(30)
@maxValue(730)
param logDays int = 90

@description('More environment variables (.env.example), as { name, value }.')
param settings array = []

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: name
    location: location
    subnetId: network.outputs.databaseSubnetId
    zoneId: network.outputs.zoneId
    identityName: identity.name
    identityPrincipalId: identity.properties.principalId
    sku: databaseSku
    highAvailability: highAvailability
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    subnetId: network.outputs.replicasSubnetId
    image: '${registry.properties.loginServer}/${image}'
    registryServer: registry.properties.loginServer
    replicas: replicas
    identityId: identity.id
    identityClientId: identity.properties.clientId
    databaseUrl: 'postgres://${identity.name}@${database.outputs.host}:5432/gatehouse'
    subscriptionIds: subscriptionIds
    logDays: logDays
    settings: settings
    policy: policy
  }
  dependsOn: [
    pull
  ]
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    endpoint: 'https://${app.outputs.host}/api/messages'
    identityId: identity.id
    identityClientId: identity.properties.clientId
  }
}

output appId string = identity.properties.clientId
output principalId string = identity.properties.principalId
output endpoint string = 'https://${app.outputs.host}'
