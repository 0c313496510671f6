import { expect, it } from 'vitest'
import { stepOf } from '../../src/changes/step.ts'
import { approvedRequest, road } from '../bot/road.ts'
import { ada } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const active = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['huggingface.co'])] })
const executionExpiryMs = 3_600_000

// The approval's expiry, to the millisecond and through a restart, stands beside the ends that everybody hears (P17).
it.each([
  [-1, 'begin'],
  [0, 'give-up'],
] as const)('P07 an approval at its execution expiry %i ms: %s', (ms, step) => {
  const request = approvedRequest(active, ['hf.co'])
  if (request.state.is !== 'approved') throw new Error('It is not approved.')
  const policy = { askers: 'tenant', approvers: [ada], approvalExpiryMs: 1, executionExpiryMs } as const
  const at = request.state.decision.at + executionExpiryMs + ms
  expect(stepOf(request, policy, { id: 'me', alone: true }, at)).toEqual({ do: step })
})

it('P07 a change that waits for somebody else’s is tried again until its execution expiry, and not once after it', async () => {
  const on = road(active, approvedRequest(active, ['hf.co']))
  const began = on.now()
  on.azure.fates(
    ...Array.from({ length: 5_000 }, () => ({ lands: false, says: { is: 'busy', message: '' } }) as const),
  )
  await on.tick()
  await on.tick()
  expect(on.state()).toMatchObject({ progress: { obstacle: { is: 'workspace-busy' } } })
  on.pass(executionExpiryMs - (on.now() - began) - 2_000)
  const before = on.azure.writes.length
  expect(await on.drive()).toMatchObject({ is: 'failed', failure: { is: 'execution-expired' } })
  expect(on.azure.writes.length).toBeGreaterThan(before)
  expect(on.now() - began).toBeLessThanOrEqual(executionExpiryMs + 1_000)
})
