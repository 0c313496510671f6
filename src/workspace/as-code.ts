import { partsOf, type WorkspaceId } from './workspace-id.ts'

/** An FQDN rule to be written down: its name and the hosts that it lets through. */
export interface RuleAsCode {
  readonly name: string
  readonly hosts: readonly string[]
}

/** One thing that is done to a managed network. Done in order, one at a time: Azure refuses two at once. */
export type CodedStep =
  | { readonly do: 'put'; readonly rule: RuleAsCode }
  | { readonly do: 'delete'; readonly ruleName: string }
  | { readonly do: 'provision'; readonly includeSpark: boolean }

/**
 * The same change in the four ways in which people make it by hand. Each is a whole text, ready to be copied. Absent where the
 * language has no word for any of it: a Bicep or Terraform file says what there is, not what is to be taken away.
 */
export interface AsCode {
  readonly cli: string
  readonly bicep?: string
  readonly terraform?: string
  readonly rest: string
  /** Those that say a part of it only: files have no word for what is deleted, Bicep none for a provisioning. */
  readonly partly: readonly ('bicep' | 'terraform')[]
}

/** The first stable version that Microsoft's own examples of outbound rules use; any later one takes the same. */
const documentedVersion = '2024-10-01'
const resourceType = 'Microsoft.MachineLearningServices/workspaces'

/**
 * Steps as az CLI (extension `ml`), Bicep, Terraform (azurerm, and azapi for the provisioning) and REST. Names follow
 * how-to-managed-network, the Bicep reference of workspaces/outboundRules and azurerm's
 * `machine_learning_workspace_network_outbound_rule_fqdn`.
 */
export function asCode(
  id: WorkspaceId,
  steps: readonly CodedStep[],
  apiVersion: string = documentedVersion,
): AsCode {
  const rules = steps.flatMap(step => (step.do === 'put' ? [step.rule] : []))
  const provisioning = steps.find(step => step.do === 'provision')
  const terraformed = terraform(id, rules, provisioning, apiVersion)
  return {
    cli: steps.map(step => cli(id, step)).join('\n'),
    ...(rules.length === 0 ? {} : { bicep: bicep(id, rules, apiVersion) }),
    ...(terraformed === '' ? {} : { terraform: terraformed }),
    rest: steps.map(step => rest(id, step, apiVersion)).join('\n\n'),
    partly: [
      ...(rules.length > 0 && rules.length < steps.length ? (['bicep'] as const) : []),
      ...(terraformed !== '' && steps.some(step => step.do === 'delete') ? (['terraform'] as const) : []),
    ],
  }
}

/** The rules of a network, all of them to be written as they are. */
export function rulesAsSteps(rules: readonly RuleAsCode[]): readonly CodedStep[] {
  return rules.map(rule => ({ do: 'put', rule }))
}

function cli(id: WorkspaceId, step: CodedStep): string {
  const { subscriptionId, resourceGroup, name } = partsOf(id)
  const scope = `--subscription ${shell(subscriptionId)} --resource-group ${shell(resourceGroup)}`
  const rule = `${scope} --workspace-name ${shell(name)} --rule`
  switch (step.do) {
    case 'put':
      return `az ml workspace outbound-rule set ${rule} ${shell(step.rule.name)} --type fqdn --destination ${shell(step.rule.hosts.join(','))}`
    case 'delete':
      return `az ml workspace outbound-rule remove ${rule} ${shell(step.ruleName)} --yes`
    case 'provision':
      return `az ml workspace provision-network ${scope} --name ${shell(name)}${step.includeSpark ? ' --include-spark' : ''}`
  }
}

function bicep(id: WorkspaceId, rules: readonly RuleAsCode[], apiVersion: string): string {
  const workspace = `resource workspace '${resourceType}@${apiVersion}' existing = {
  name: ${bicepText(partsOf(id).name)}
}`
  const resources = rules.map(
    (rule, at) => `resource rule${at + 1} '${resourceType}/outboundRules@${apiVersion}' = {
  parent: workspace
  name: ${bicepText(rule.name)}
  properties: {
    type: 'FQDN'
    category: 'UserDefined'
    destination: ${bicepText(rule.hosts.join(','))}
  }${at === 0 ? '' : `\n  dependsOn: [rule${at}]`}
}`,
  )
  return [workspace, ...resources].join('\n\n')
}

function terraform(
  id: WorkspaceId,
  rules: readonly RuleAsCode[],
  provisioning: Extract<CodedStep, { do: 'provision' }> | undefined,
  apiVersion: string,
): string {
  const fqdn = 'azurerm_machine_learning_workspace_network_outbound_rule_fqdn'
  const resources = rules.map(
    (rule, at) => `resource "${fqdn}" "rule_${at + 1}" {
  name             = ${terraformText(rule.name)}
  workspace_id     = ${terraformText(id)}
  destination_fqdn = ${terraformText(rule.hosts.join(','))}${at === 0 ? '' : `\n  depends_on       = [${fqdn}.rule_${at}]`}
}`,
  )
  if (provisioning === undefined) return resources.join('\n\n')
  const after = rules.length === 0 ? '' : `\n  depends_on  = [${fqdn}.rule_${rules.length}]`
  const action = `resource "azapi_resource_action" "provision_network" {
  type        = "${resourceType}@${apiVersion}"
  resource_id = ${terraformText(id)}
  action      = "provisionManagedNetwork"
  method      = "POST"
  body        = { includeSpark = ${provisioning.includeSpark} }${after}
}`
  return [...resources, action].join('\n\n')
}

function rest(id: WorkspaceId, step: CodedStep, apiVersion: string): string {
  const address = (path: string) => `https://management.azure.com${id}/${path}?api-version=${apiVersion}`
  switch (step.do) {
    case 'put': {
      const properties = {
        type: 'FQDN',
        category: 'UserDefined',
        destination: step.rule.hosts.join(','),
      }
      return `PUT ${address(`outboundRules/${encodeURIComponent(step.rule.name)}`)}
Content-Type: application/json

${JSON.stringify({ properties }, undefined, 2)}`
    }
    case 'delete':
      return `DELETE ${address(`outboundRules/${encodeURIComponent(step.ruleName)}`)}`
    case 'provision':
      return `POST ${address('provisionManagedNetwork')}
Content-Type: application/json

{ "includeSpark": ${step.includeSpark} }`
  }
}

/** One word for a POSIX shell: a star must not become file names. */
function shell(text: string): string {
  return /^[\w.,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

function bicepText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${')}'`
}

function terraformText(text: string): string {
  // Functions, because `$$` in a replacement stands for one `$`.
  return JSON.stringify(text)
    .replaceAll('${', () => '$${')
    .replaceAll('%{', () => '%%{')
}
