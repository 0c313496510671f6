// What the bot may do in one subscription whose workspaces it answers for. Deployed there once for each:
//   az deployment sub create --subscription <id> --location westeurope --template-file infra/azure-access.bicep \
//     --parameters principalId=<the identity's object id>
targetScope = 'subscription'

@description('The object id (principal id) of the identity that the bot runs under.')
param principalId string

@description('Without the right to change: questions are answered, requests end with "Gatehouse may not do this".')
param readOnly bool = false

// One action for each call that the code makes; test/adapters/azure/needed-actions.test.ts holds the two against each other.
var reads = [
  'Microsoft.MachineLearningServices/workspaces/read'
  'Microsoft.MachineLearningServices/workspaces/outboundRules/read'
  // Where an operation is asked for: its path names a location, and Microsoft lists more than one word after it.
  'Microsoft.MachineLearningServices/locations/*/read'
  'Microsoft.Authorization/roleAssignments/read'
  'Microsoft.Authorization/roleDefinitions/read'
]
var writes = [
  'Microsoft.MachineLearningServices/workspaces/outboundRules/write'
  'Microsoft.MachineLearningServices/workspaces/outboundRules/delete'
  'Microsoft.MachineLearningServices/workspaces/provisionManagedNetwork/action'
]

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, 'gatehouse', readOnly ? 'reader' : 'operator')
  properties: {
    roleName: 'Gatehouse ${readOnly ? 'reader' : 'operator'} (${subscription().subscriptionId})'
    description: 'Reads Azure Machine Learning workspaces and who may do what there${readOnly ? '' : ', and changes their outbound rules'}.'
    type: 'CustomRole'
    permissions: [
      {
        actions: readOnly ? reads : concat(reads, writes)
        notActions: []
      }
    ]
    assignableScopes: [
      subscription().id
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, principalId, role.id)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role.id
  }
}
