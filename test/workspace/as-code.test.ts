import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { asCode, type CodedStep, rulesAsSteps } from '../../src/workspace/as-code.ts'
import { parseWorkspaceId } from '../../src/workspace/workspace-id.ts'

const id = parseWorkspaceId(
  "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-(it's)/providers/Microsoft.MachineLearningServices/workspaces/ws-prod",
)
if (id === undefined) throw new Error('no id')
const version = '2024-10-01'
const put: CodedStep = {
  do: 'put',
  rule: { name: 'gh-huggingface-0123456789ab', hosts: ['huggingface.co', '*.huggingface.co'] },
}
const second: CodedStep = { do: 'put', rule: { name: 'gh-2', hosts: ['pypi.org'] } }
const gone: CodedStep = { do: 'delete', ruleName: 'gh-old' }
const spark: CodedStep = { do: 'provision', includeSpark: true }

/** The words that a POSIX shell makes of each command, in a folder whose files a bare star would pick up. */
function asShellReads(commands: string): readonly (readonly string[])[] {
  const script = `az() { printf '%s\\001' "$@"; printf '\\n'; }\n${commands}`
  const said = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
  return said
    .trimEnd()
    .split('\n')
    .map(line => line.split('\u0001').slice(0, -1))
}

describe('a change as code', () => {
  it('reaches az word for word through a shell, stars, brackets and quotes included', () => {
    const { cli } = asCode(id, [put, gone, spark], version)
    const scope = ['--subscription', '00000000-0000-0000-0000-000000000001', '--resource-group', "rg-(it's)"]
    const rule = [...scope, '--workspace-name', 'ws-prod', '--rule']
    expect(asShellReads(cli)).toEqual([
      [
        ...['ml', 'workspace', 'outbound-rule', 'set', ...rule, 'gh-huggingface-0123456789ab'],
        ...['--type', 'fqdn', '--destination', 'huggingface.co,*.huggingface.co'],
      ],
      ['ml', 'workspace', 'outbound-rule', 'remove', ...rule, 'gh-old', '--yes'],
      ['ml', 'workspace', 'provision-network', ...scope, '--name', 'ws-prod', '--include-spark'],
    ])
  })

  it('is REST that parses: the address of each rule and a body that Azure takes', () => {
    const { rest } = asCode(id, [put, gone, spark], version)
    const [write = '', , body = '', remove, post, , spark1] = rest.split(/\n\n(?=\S)|\n(?=Content-Type)/)
    expect(write).toBe(
      `PUT https://management.azure.com${id}/outboundRules/gh-huggingface-0123456789ab?api-version=${version}`,
    )
    expect(JSON.parse(body)).toEqual({
      properties: { type: 'FQDN', category: 'UserDefined', destination: 'huggingface.co,*.huggingface.co' },
    })
    expect(remove).toMatch(/^DELETE https:.*\/outboundRules\/gh-old\?api-version=/)
    expect(post).toMatch(/^POST https:.*\/provisionManagedNetwork\?api-version=/)
    expect(JSON.parse(spark1 ?? '')).toEqual({ includeSpark: true })
  })

  it('is Bicep and Terraform with names of their own, one rule after the other', () => {
    const { bicep = '', terraform = '' } = asCode(id, [put, second, spark], version)
    expect(bicep).toContain("destination: 'huggingface.co,*.huggingface.co'")
    expect(bicep).toContain("name: 'ws-prod'")
    expect(bicep).toContain('dependsOn: [rule1]')
    expect([...bicep.matchAll(/^resource (\w+)/gm)].map(([, name]) => name)).toEqual([
      'workspace',
      'rule1',
      'rule2',
    ])
    expect(terraform).toContain('destination_fqdn = "huggingface.co,*.huggingface.co"')
    expect(terraform).toContain(`workspace_id     = "${id}"`)
    expect(terraform).toContain('body        = { includeSpark = true }')
    expect(terraform).toContain(
      'depends_on  = [azurerm_machine_learning_workspace_network_outbound_rule_fqdn.rule_2]',
    )
    const labels = [...terraform.matchAll(/^resource "\w+" "(\w+)"/gm)].map(([, name]) => name)
    expect(labels).toEqual(['rule_1', 'rule_2', 'provision_network'])
  })

  it('says nothing in a language that has no word for it', () => {
    const removal = asCode(id, [gone], version)
    expect(removal.bicep).toBeUndefined()
    expect(removal.terraform).toBeUndefined()
    expect(asCode(id, [spark], version).bicep).toBeUndefined()
    expect(removal.partly).toEqual([])
    expect(asCode(id, [put, gone], version).partly).toEqual(['bicep', 'terraform'])
    expect(asCode(id, [put, spark], version).partly).toEqual(['bicep'])
  })

  it('keeps what somebody else named from being read as more than a name', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an interpolation is what is tried
    const name = "a'b${c}%{d}$(touch x)"
    const { bicep, terraform, cli } = asCode(id, rulesAsSteps([{ name, hosts: ['a.example'] }]), version)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    expect(bicep).toContain("name: 'a\\'b\\${c}%{d}$(touch x)'")
    expect(terraform).toContain('"a\'b$${c}%%{d}$(touch x)"')
    expect(asShellReads(cli)[0]).toContain(name)
  })
})
