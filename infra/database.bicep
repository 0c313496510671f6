// PostgreSQL without passwords: only Entra identities sign in, and the bot's own is its administrator.
param name string
param location string
param subnetId string
param zoneId string

@description('The bot\'s identity: its name is the user that DATABASE_URL names.')
param identityName string
param identityPrincipalId string

@description('B1ms carries the bot; it has no standby. General purpose with highAvailability survives the loss of a zone.')
param sku object
param highAvailability bool

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db-${uniqueString(resourceGroup().id)}'
  location: location
  sku: sku
  properties: {
    version: '16'
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    backup: {
      backupRetentionDays: 14
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: {
      mode: highAvailability ? 'ZoneRedundant' : 'Disabled'
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zoneId
    }
  }

  // Something that takes a moment: right after the server is made, an administrator may be refused (azure-postgresql#127).
  resource waits 'configurations' = {
    name: 'log_lock_waits'
    properties: {
      value: 'on'
      source: 'user-override'
    }
  }

  resource owner 'administrators' = {
    name: identityPrincipalId
    properties: {
      principalName: identityName
      principalType: 'ServicePrincipal'
      tenantId: tenant().tenantId
    }
    dependsOn: [
      waits
    ]
  }

  // After the administrator: a database that is made while there is none belongs to nobody who could use it
  // (terraform-provider-azurerm#27895).
  resource database 'databases' = {
    name: 'gatehouse'
    dependsOn: [
      owner
    ]
  }
}

output host string = server.properties.fullyQualifiedDomainName
