import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { claimsOf, claimsOfOthers } from '../../src/changes/claims.ts'
import { type Effect, plan } from '../../src/changes/plan.ts'
import type { ApprovalRequest } from '../../src/changes/request.ts'
import { ada, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const workspace = workspaceNamed('ws', { rules: [fqdn('hub', ['docker.io'])] })

function done(number: number, change: Change, requester = dana, effect?: Partial<Effect>): ApprovalRequest {
  const planned = plan(change, workspace, { ruleShape: 'combined', isWritable: () => false })
  if (!planned.ok) throw new Error(planned.refusal.is)
  const decision = { verdict: 'approve', by: ada, at: number } as const
  const request = requestFor(
    { ...planned.plan, effect: { ...planned.plan.effect, ...effect } },
    change,
    { is: 'done', decision, at: number, result: 'effective' },
    0,
  )
  return { ...request, number, requester }
}
const opened = (number: number, requester = dana, collection = 'huggingface') =>
  done(
    number,
    {
      kind: 'allow-hosts',
      workspaceId: workspace.id,
      hosts: ['hf.co', 'docker.io'],
      purpose: { collection, tier: 'current' },
    },
    requester,
  )
const removed = (number: number) =>
  done(number, { kind: 'remove-hosts', workspaceId: workspace.id, hosts: ['docker.io'] })

describe('a claim on a host', () => {
  it('is made by each request that is done, of those too that were there already', () => {
    const claims = claimsOf([opened(1), opened(2, ada)])
    expect(claims.get('hf.co')?.map(({ request }) => request)).toEqual([1, 2])
    expect(claims.get('docker.io')?.map(({ by }) => by.name)).toEqual([dana.name, ada.name])
  })

  it('ends with a later removal, and with no earlier one', () => {
    expect(claimsOf([opened(1), removed(2)]).get('docker.io')).toBeUndefined()
    expect(claimsOf([opened(1), removed(2)]).get('hf.co')).toHaveLength(1)
    expect(claimsOf([removed(1), opened(2)]).get('docker.io')).toHaveLength(1)
    expect(claimsOf([removed(2), opened(1)]).get('docker.io')).toBeUndefined()
  })

  it('stands in the way of others, and of oneself only where it is for another collection', () => {
    const claims = claimsOf([opened(1), opened(2, dana, 'curated'), opened(3, ada)])
    const giving = (collection?: string): Change => ({
      ...{ kind: 'remove-hosts', workspaceId: workspace.id, hosts: [] },
      ...(collection === undefined ? {} : { collection }),
    })
    const numbers = (remover: typeof dana, collection?: string) =>
      claimsOfOthers(claims, 'hf.co', remover, giving(collection), 0).map(({ request }) => request)
    expect(numbers(dana)).toEqual([3])
    expect(numbers(ada)).toEqual([1, 2])
    expect(numbers(dana, 'huggingface')).toEqual([2, 3])
    expect(claimsOfOthers(claims, 'pypi.org', dana, giving(), 0)).toEqual([])
  })
})
