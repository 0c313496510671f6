import { describe, expect, it } from 'vitest'
import { type ReadBack, readBack, type TroubleMeans, troubleMeans } from '../../src/changes/outcome.ts'
import type { GatewayTrouble } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { OutboundRule, RuleStatus } from '../../src/workspace/outbound-rule.ts'
import { fqdn, planFor, privateEndpoint, workspaceNamed } from '../cards/sample-tenant.ts'

describe('trouble with Azure means', () => {
  const table: readonly [GatewayTrouble, TroubleMeans][] = [
    [{ is: 'not-found' }, { is: 'failure', failure: { is: 'workspace-gone' } }],
    [
      { is: 'forbidden', message: 'no role' },
      { is: 'failure', failure: { is: 'forbidden', message: 'no role' } },
    ],
    [
      { is: 'disallowed', code: 'ScopeLocked', message: 'a lock' },
      { is: 'failure', failure: { is: 'disallowed', code: 'ScopeLocked', message: 'a lock' } },
    ],
    [
      { is: 'refused', code: 'BadRequest', message: 'no' },
      { is: 'failure', failure: { is: 'refused', code: 'BadRequest', message: 'no' } },
    ],
    [
      { is: 'busy', message: 'another' },
      { is: 'obstacle', obstacle: { is: 'workspace-busy' } },
    ],
    [
      { is: 'throttled', retryAfterSeconds: 17 },
      { is: 'obstacle', obstacle: { is: 'azure-throttles' }, retryAfterSeconds: 17 },
    ],
    [
      { is: 'unauthenticated' },
      { is: 'obstacle', obstacle: { is: 'azure-unreachable', detail: 'unauthenticated' } },
    ],
    [{ is: 'unavailable', message: '503' }, { is: 'open' }],
    [{ is: 'timed-out' }, { is: 'open' }],
    [{ is: 'not-understood', message: 'HTML' }, { is: 'open' }],
  ]
  it.each(table)('$is: %j', (trouble, means) => {
    expect(troubleMeans(trouble)).toEqual(means)
  })
})

describe('a rule, read back', () => {
  const hosts = ['docker.io', 'hf.co']
  const plan = planFor(workspaceNamed('ws', { rules: [fqdn('hub', ['huggingface.co'])] }), hosts)
  const [step] = plan.steps
  const name = step?.do === 'put-rule' ? step.ruleName : ''
  const written = (status: RuleStatus, destinations = hosts, error?: string) =>
    fqdn(name, destinations, status, error)
  const onActive = (...rules: readonly OutboundRule[]) => workspaceNamed('ws', { rules })
  const onInactive = (...rules: readonly OutboundRule[]) =>
    workspaceNamed('ws', { status: 'Inactive', rules })
  const notThere: ReadBack = { is: 'failed', failure: { is: 'not-there-afterwards', hosts } }

  const table: readonly [string, Workspace, ReadBack][] = [
    ['active on an active network is in effect', onActive(written('Active')), { is: 'effective' }],
    [
      'with its hosts in another order and spelling is the same rule',
      onActive(written('Active', ['HF.co.', 'Docker.io'])),
      { is: 'effective' },
    ],
    [
      'stored on an inactive network is only configured',
      onInactive(written('Inactive')),
      { is: 'configured' },
    ],
    ['active on an inactive network is only configured', onInactive(written('Active')), { is: 'configured' }],
    ['still on its way is not done', onActive(written('Provisioning')), { is: 'under-way' }],
    ['in a state that nobody knows is not done', onActive(written('Paused')), { is: 'under-way' }],
    ['about to be deleted is not done', onActive(written('Deleting')), { is: 'under-way' }],
    ['that is not there has failed', onActive(), notThere],
    ['switched off again has failed', onActive(written('Inactive')), notThere],
    ['with a host too few has failed', onActive(written('Active', ['docker.io'])), notThere],
    ['with a host too many has failed', onActive(written('Active', [...hosts, 'evil.example'])), notThere],
    [
      'with another host in place of one has failed',
      onActive(written('Active', ['docker.io', 'evil.example'])),
      notThere,
    ],
    ['of another type has failed', onActive(privateEndpoint(name)), notThere],
    ['under another name is not ours', onActive(fqdn('somebody-elses', hosts)), notThere],
    [
      'that Azure marks as failed has failed, and says why',
      onActive(written('Failed', hosts, 'no route')),
      { is: 'failed', failure: { is: 'rule-failed', rule: name, error: 'no route' } },
    ],
  ]
  it.each(table)('%s', (_, workspace, result) => {
    expect(readBack(plan, workspace)).toEqual(result)
  })
})

describe('a plan with provisioning, read back', () => {
  const before = workspaceNamed('ws', { status: 'Inactive' })
  const plan = planFor(before, ['hf.co'])
  const [step] = plan.steps
  const rule = (status: RuleStatus) => fqdn(step?.do === 'put-rule' ? step.ruleName : '', ['hf.co'], status)
  const found = (
    status: 'Active' | 'Inactive',
    ruleStatus: RuleStatus,
    provisioningState = 'Succeeded',
  ): Workspace => ({ ...workspaceNamed('ws', { status, rules: [rule(ruleStatus)] }), provisioningState })

  it('is in effect only where the network is active and so is the rule', () => {
    expect(readBack(plan, found('Active', 'Active'))).toEqual({ is: 'effective' })
    expect(readBack(plan, found('Active', 'Provisioning'))).toEqual({ is: 'under-way' })
  })
  it('is under way while the workspace is being updated', () => {
    expect(readBack(plan, found('Inactive', 'Inactive', 'Updating'))).toEqual({ is: 'under-way' })
  })
  it('has failed where the network is still inactive and nothing runs', () => {
    expect(readBack(plan, found('Inactive', 'Inactive'))).toMatchObject({
      is: 'failed',
      failure: { is: 'not-there-afterwards' },
    })
  })
  it('has failed where the network came and the rule did not', () => {
    expect(readBack(plan, workspaceNamed('ws', { status: 'Active' }))).toEqual({
      is: 'failed',
      failure: { is: 'not-there-afterwards', hosts: ['hf.co'] },
    })
  })
})
