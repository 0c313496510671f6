import { partsOf, type WorkspaceId } from './workspace-id.ts'

/** A setting of a workspace that people change themselves. */
export type SettingByHand =
  | { readonly set: 'isolation-mode'; readonly to: string | undefined }
  | { readonly set: 'public-access'; readonly to: 'Enabled' | 'Disabled' }
  | { readonly set: 'private-endpoint'; readonly to: 'there' | 'gone' }

const modes: Readonly<Record<string, string>> = {
  Disabled: 'disabled',
  AllowInternetOutbound: 'allow_internet_outbound',
  AllowOnlyApprovedOutbound: 'allow_only_approved_outbound',
}

/** As az CLI (extension `ml`), by how-to-managed-network and `az ml workspace`. In capitals: what whoever runs it has to fill in. */
export function cliByHand(id: WorkspaceId, setting: SettingByHand): string {
  const { subscriptionId, resourceGroup, name } = partsOf(id)
  const scope = `--subscription ${subscriptionId} --resource-group '${resourceGroup}'`
  const update = `az ml workspace update ${scope} --name '${name}'`
  const rule = `${scope} --workspace-name '${name}' --rule RULE_NAME`
  switch (setting.set) {
    case 'isolation-mode':
      return `${update} --managed-network ${modes[setting.to ?? ''] ?? 'ISOLATION_MODE'}`
    case 'public-access':
      return `${update} --public-network-access ${setting.to}`
    case 'private-endpoint':
      return setting.to === 'gone'
        ? `az ml workspace outbound-rule remove ${rule}`
        : `az ml workspace outbound-rule set ${rule} --type private_endpoint --service-resource-id RESOURCE_ID --subresource-target SUBRESOURCE --spark-enabled false`
  }
}
