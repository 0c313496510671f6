import type { Answer } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { ByHand } from '../knowledge/by-hand.ts'
import type { TopicId } from '../knowledge/topic-id.ts'
import { cliByHand, type SettingByHand } from '../workspace/by-hand-code.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { topicFacts } from './explain.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { targetsOf } from './targets.ts'

/** What is told of each change: facts of a topic, the ones that are named before the rest. */
type Told = readonly { readonly topic: TopicId; readonly first: readonly string[]; readonly rest: boolean }[]

type Standing = 'open' | 'already' | 'no-way-back'

const oneWay = {
  topic: 'known-traps',
  first: ['trap-one-way-doors', 'trap-mode-change-contradiction'],
  rest: false,
} as const

function toldOf(change: ByHand, mode: LookUp['isolationMode'], standing: Standing | undefined): Told {
  switch (change) {
    case 'isolation-mode':
      if (mode === 'Disabled' || standing === 'no-way-back') return [oneWay]
      return mode === 'AllowInternetOutbound'
        ? [
            { topic: 'portal-steps-internet-outbound', first: ['portal-internet-existing'], rest: false },
            oneWay,
          ]
        : [{ topic: 'portal-steps-approved-outbound', first: [], rest: true }, oneWay]
    case 'disable-public-access':
    case 'enable-public-access':
      return [
        { topic: 'public-access', first: ['public-access-portal', 'public-access-five-minutes'], rest: true },
      ]
    case 'add-private-endpoint':
    case 'remove-private-endpoint':
      return [{ topic: 'private-endpoints', first: ['private-endpoints-portal'], rest: true }]
  }
}

/** "Switch ws-prod to internet outbound": why no chat does that, and how it is done by those who may. */
export async function answerByHand(
  change: ByHand,
  asked: LookUp,
  ports: Pick<IntentPorts, 'library' | 'labels' | 'reader'>,
): Promise<Answer> {
  const [target] = await targetsOf(asked, ports.reader)
  const seen = target?.is === 'found' ? await judgedNetwork(target.id, ports.reader) : undefined
  const mode = asked.isolationMode
  const workspace = seen?.ok ? (change === 'isolation-mode' ? seen.judged : seen.workspace) : undefined
  const standing = workspace === undefined ? undefined : standingOf(change, mode, workspace)
  const facts = toldOf(change, mode, standing).flatMap(({ topic, first, rest }) => {
    const all = topicFacts(topic, undefined, ports).facts
    const named = first.flatMap(id => all.filter(fact => fact.id === id))
    return rest ? [...named, ...all.filter(({ id }) => !first.includes(id))] : named
  })
  const title = ports.labels.notFromChat.title(change)
  if (workspace === undefined || standing === undefined)
    return { is: 'facts', data: { title, facts, byHand: { change } } }
  return {
    is: 'facts',
    data: {
      title,
      facts,
      byHand: {
        change,
        workspace: workspace.name,
        standing,
        ...(standing === 'open' ? { cli: cliByHand(workspace.id, settingOf(change, mode)) } : {}),
      },
    },
  }
}

function settingOf(change: ByHand, mode: LookUp['isolationMode']): SettingByHand {
  switch (change) {
    case 'isolation-mode':
      return { set: 'isolation-mode', to: mode }
    case 'disable-public-access':
      return { set: 'public-access', to: 'Disabled' }
    case 'enable-public-access':
      return { set: 'public-access', to: 'Enabled' }
    case 'add-private-endpoint':
      return { set: 'private-endpoint', to: 'there' }
    case 'remove-private-endpoint':
      return { set: 'private-endpoint', to: 'gone' }
  }
}

/** `no-way-back`: Azure lets nobody do it; modes are one-way doors (how-to-managed-network). */
function standingOf(
  change: ByHand,
  mode: LookUp['isolationMode'],
  { network: { isolationMode }, publicNetworkAccess }: Workspace,
): Standing {
  if (change === 'disable-public-access') return publicNetworkAccess === 'Disabled' ? 'already' : 'open'
  if (change === 'enable-public-access') return publicNetworkAccess === 'Enabled' ? 'already' : 'open'
  if (change !== 'isolation-mode') return 'open'
  if (mode === isolationMode) return 'already'
  if (isolationMode === 'AllowOnlyApprovedOutbound') return 'no-way-back'
  return isolationMode === 'AllowInternetOutbound' && mode === 'Disabled' ? 'no-way-back' : 'open'
}
