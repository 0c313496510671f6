import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Plan } from '../../src/changes/plan.ts'
import type { IntentPorts } from '../../src/intents/intent-ports.ts'
import { submitChangeForm } from '../../src/intents/request-change.ts'
import { openHostsForm, submitHostsForm } from '../../src/intents/request-hosts.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { labelsFor } from '../../src/language/languages.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, dana } from '../cards/sample-requests.ts'
import { collectionNamed, fqdn, workspaceNamed } from '../cards/sample-tenant.ts'
import { notNeeded, portsNotNeeded } from './not-needed.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded
const hosts = collectionNamed('huggingface').hosts.map(({ host }) => host)

/** Ports that know one workspace, and hand over the plan of whatever is submitted. */
function portsOn(workspace: Workspace, submitted: (plan: Plan) => void): IntentPorts {
  return {
    reader: {
      read: async () => ({ ok: true, workspace, freshness: { is: 'live', at: 0 } }),
      fleet: notNeeded,
      named: notNeeded,
      recent: notNeeded,
      forget: () => undefined,
    },
    requests: {
      submit: async request => {
        submitted(request.plan)
        const stored = { ...request, number: 1, version: 1, state: { is: 'awaiting-approval' } } as const
        return { is: 'created', request: stored }
      },
      openIn: async () => [],
      doneIn: async () => [],
      watch: notNeeded,
      find: notNeeded,
      decide: notNeeded,
      move: notNeeded,
      replace: notNeeded,
      record: notNeeded,
    },
    ...portsNotNeeded,
    library,
    policy: () => ({ askers: 'tenant', approvers: [ada], approvalExpiryMs: 1, executionExpiryMs: 1 }),
    planOptions: { ruleShape: 'combined', isWritable: () => false },
    labels: labelsFor(),
    now: () => 0,
    answersInPlace: true,
    tenantId: '0f0f0f0f-1111-4222-8333-444444444444',
    newId: () => '22222222-2222-4222-8222-222222222222',
  }
}

it('the form shows exactly the hosts that pressing its button asks for', async () => {
  const rule = fc
    .tuple(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.subarray(hosts.slice(1), { minLength: 1 }),
      fc.constantFrom('Active', 'Failed', 'Provisioning', 'Deleting', 'Inactive'),
    )
    .map(([name, destinations, status]) => fqdn(name, destinations, status))
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 3 }), async rules => {
      // Its first host is covered by no rule, so that a request is offered.
      const workspace = workspaceNamed('ws-prod', { rules })
      let asked: readonly string[] = []
      const ports = portsOn(workspace, plan => {
        asked = plan.effect.hosts
      })
      const form = await openHostsForm({ workspace: workspace.id, collection: 'huggingface' }, dana, ports)
      const text = JSON.stringify(form)
      const shown = hosts.filter(host =>
        new RegExp(`(?<![\\w.*-])${host.replaceAll('.', '\\.').replaceAll('*', '\\*')}(?![\\w.-])`).test(
          text.replaceAll('\\\\', ''),
        ),
      )
      const conversation = { tenantId: dana.tenantId, key: 'k', kind: 'personal', address: {} } as const
      await submitHostsForm(
        { workspace: workspace.id, collection: 'huggingface', form: 'f', tier: 'current', reason: 'x' },
        dana,
        { conversation },
        ports,
      )
      expect(shown.toSorted()).toEqual(asked)
    }),
    { numRuns: 40 },
  )
})

it('no plan is frozen on what was read before, whatever form was filled in', async () => {
  const workspace = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['hf.co'])] })
  const plans: Plan[] = []
  const live = portsOn(workspace, plan => plans.push(plan))
  const because = { is: 'timed-out' } as const
  const freshness = { is: 'cached', at: 0, now: 1, because } as const
  const past: IntentPorts = {
    ...live,
    reader: { ...live.reader, read: async () => ({ ok: true, workspace, freshness }) },
  }
  const conversation = { tenantId: dana.tenantId, key: 'k', kind: 'personal', address: {} } as const
  const filled = { workspace: workspace.id, form: 'f', reason: 'x' }
  for (const entered of [{ allow: 'pypi.org' }, { remove: 'hf.co' }]) {
    const refused = await submitChangeForm({ ...filled, ...entered }, dana, { conversation }, past)
    expect(refused).toMatchObject({ kind: 'text', refused: 'azure-trouble' })
  }
  expect(plans).toEqual([])
  await submitChangeForm({ ...filled, allow: 'pypi.org' }, dana, { conversation }, live)
  expect(plans).toHaveLength(1)
})
