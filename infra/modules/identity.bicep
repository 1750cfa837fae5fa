// Who the app is to everything else in Azure, and who brings its package. Apart, so that what the app does with its own
// cannot touch the code it runs. It keeps mistakes and leaked tokens apart, not an attacker inside the app: both are the
// app's, and code in it can ask for either.
param token string
param location string
param tags object

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-x-${token}'
  location: location
  tags: tags
}

resource deployment 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-x-deploy-${token}'
  location: location
  tags: tags
}

output id string = app.id
output clientId string = app.properties.clientId
output principalId string = app.properties.principalId
output deploymentId string = deployment.id
output deploymentPrincipalId string = deployment.properties.principalId
