import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'

/** A rule to be written down: its name and the hosts that it lets through. */
export interface RuleAsCode {
  readonly name: string
  readonly hosts: readonly string[]
}

/** The same change in the four ways in which people make it by hand. Each is a whole text, ready to be copied. */
export interface AsCode {
  readonly cli: string
  readonly bicep: string
  readonly terraform: string
  readonly rest: string
}

/**
 * Rules, and the provisioning where that is due, as az CLI (extension `ml`), Bicep, Terraform (azurerm) and REST.
 * Names follow how-to-managed-network, the Bicep reference of workspaces/outboundRules and azurerm's
 * `machine_learning_workspace_network_outbound_rule_fqdn`.
 */
export function asCode(
  id: WorkspaceId,
  rules: readonly RuleAsCode[],
  provisions: boolean,
  apiVersion: string,
): AsCode {
  return {
    cli: cli(id, rules, provisions),
    bicep: bicep(id, rules, apiVersion),
    terraform: terraform(id, rules),
    rest: rest(id, rules, provisions, apiVersion),
  }
}

function cli(id: WorkspaceId, rules: readonly RuleAsCode[], provisions: boolean): string {
  const { subscriptionId, resourceGroup, name } = partsOf(id)
  const scope = `--subscription ${subscriptionId} --resource-group ${quoted(resourceGroup)}`
  const sets = rules.map(
    rule =>
      `az ml workspace outbound-rule set ${scope} --workspace-name ${name} \\\n` +
      `  --rule ${rule.name} --type fqdn --destination ${quoted(rule.hosts.join(','))}`,
  )
  return [...sets, ...(provisions ? [`az ml workspace provision-network ${scope} --name ${name}`] : [])].join(
    '\n',
  )
}

function bicep(id: WorkspaceId, rules: readonly RuleAsCode[], apiVersion: string): string {
  const type = 'Microsoft.MachineLearningServices/workspaces'
  const workspace = `resource workspace '${type}@${apiVersion}' existing = {\n  name: '${partsOf(id).name}'\n}`
  const resources = rules.map(
    (rule, at) => `resource rule${at + 1} '${type}/outboundRules@${apiVersion}' = {
  parent: workspace
  name: '${rule.name}'
  properties: {
    type: 'FQDN'
    category: 'UserDefined'
    destination: '${rule.hosts.join(',')}'
  }
}`,
  )
  return [workspace, ...resources].join('\n\n')
}

/** azurerm knows one host per rule in its reference: a rule of several becomes several. */
function terraform(id: WorkspaceId, rules: readonly RuleAsCode[]): string {
  return rules
    .flatMap(rule =>
      rule.hosts.map((host, at) => {
        const name = rule.hosts.length === 1 ? rule.name : `${rule.name.slice(0, 29)}-${at + 1}`
        return `resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "${name.replace(/[^a-z0-9]+/gi, '_')}" {
  name             = "${name}"
  workspace_id     = "${id}"
  destination_fqdn = "${host}"
}`
      }),
    )
    .join('\n\n')
}

function rest(
  id: WorkspaceId,
  rules: readonly RuleAsCode[],
  provisions: boolean,
  apiVersion: string,
): string {
  const puts = rules.map(rule => {
    const properties = { type: 'FQDN', category: 'UserDefined', destination: rule.hosts.join(',') }
    return `PUT https://management.azure.com${id}/outboundRules/${rule.name}?api-version=${apiVersion}
${JSON.stringify({ properties }, undefined, 2)}`
  })
  const post = `POST https://management.azure.com${id}/provisionManagedNetwork?api-version=${apiVersion}
{"includeSpark":false}`
  return [...puts, ...(provisions ? [post] : [])].join('\n\n')
}

/** For a POSIX shell: a star must not become file names. */
function quoted(text: string): string {
  return /^[\w.,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
