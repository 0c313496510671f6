import type { Answer, AskedHostsData } from '../cards/answer-data.ts'
import type { VerdictData } from '../cards/card-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { Fact } from '../knowledge/fact.ts'
import type { Library } from '../knowledge/library.ts'
import { askedHosts } from './asked-hosts.ts'
import { type JudgePorts, judgedIn } from './can-use.ts'
import { whichOf } from './clarify.ts'
import { inLanguageOf } from './explain.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { readOnce } from './read-once.ts'
import { subjectsOf } from './subjects.ts'
import { targetsOf } from './targets.ts'

export type TroublePorts = JudgePorts & Pick<IntentPorts, 'labels'>

/** Signs in an error message that the network is not what stands in the way, and the facts that say what does. */
const otherCauses: readonly (readonly [RegExp, readonly string[]])[] = [
  [/quota|OutOfQuota|insufficient.{0,20}(capacity|cores)/i, ['quota-needed', 'quota-next-failure']],
  [/KeyError|gated|trust_remote_code|safetensors/i, ['trap-huggingface-models']],
]

/** Hosts of Azure itself, which no FQDN rule opens, and the facts that say what does. */
const azureHosts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.core\.windows\.net$/, ['trap-no-storage']],
  [/(^|\.)mcr\.microsoft\.com$/, ['default-mcr']],
  [/\.azurecr\.io$/, ['trap-image-builds']],
]

/**
 * "Deployment fails: registry-1.docker.io … failed to do request": the host in the error, the lists that it belongs to, how it
 * stands in the workspace, and what may be requested.
 */
export async function answerTroubleshoot(asked: LookUp, ports: TroublePorts): Promise<Answer> {
  return answerHosts('troubleshoot', asked, ports)
}

/** What is known of the hosts that a question names, in the one workspace that it names, if it names one. */
export async function answerHosts(
  asks: AskedHostsData['asks'],
  asked: LookUp,
  ports: TroublePorts,
): Promise<Answer> {
  const { library } = ports
  const text = asked.text ?? ''
  const hints = factsOf(
    [
      ...otherCauses.flatMap(([sign, ids]) => (sign.test(text) ? ids : [])),
      ...azureHosts.flatMap(([sign, ids]) => (asked.fqdns.some(host => sign.test(host)) ? ids : [])),
    ],
    library,
  ).map(inLanguageOf(ports.labels))
  const [target] = await targetsOf(asked, ports.reader)
  if (target === undefined)
    return { is: 'asked-hosts', data: { asks, hosts: askedHosts(asked.fqdns, library), hints, asked } }
  if (target.is === 'trouble')
    return { is: 'trouble', data: { trouble: target.trouble, workspace: target.name }, cells: [] }
  if (target.is !== 'found') return whichOf(asked, target)

  const once = { ...ports, reader: { ...ports.reader, ...readOnce(ports.reader) } }
  const seen = await judgedNetwork(target.id, once.reader)
  if (!seen.ok) return { is: 'trouble', data: { trouble: seen.trouble, workspace: target.name }, cells: [] }
  const hosts = askedHosts(asked.fqdns, library, seen.judged)
  const offer = await offerFor(asked, hosts, seen.judged.id, once)
  return {
    is: 'asked-hosts',
    data: {
      asks,
      hosts,
      workspace: seen.workspace,
      ...(seen.hub === undefined ? {} : { hub: seen.hub }),
      freshness: seen.freshness,
      hints,
      ...(offer === undefined ? {} : { offer }),
      asked: { ...asked, workspaces: [], ids: [target.id] },
    },
  }
}

/** The verdict on the collection that was named, or else on the first that needs a host that is not let through. */
async function offerFor(
  asked: LookUp,
  hosts: AskedHostsData['hosts'],
  id: Parameters<typeof judgedIn>[0],
  ports: JudgePorts,
): Promise<VerdictData | undefined> {
  const [named] = subjectsOf(asked, ports.library).subjects
  const [needing] = hosts.flatMap(({ needs, state }) =>
    state?.is === 'allowed' || state?.is === 'unrestricted' ? [] : needs,
  )
  const subject = named ?? (needing === undefined ? undefined : { collection: needing.collection })
  if (subject === undefined) return undefined
  const judged = await judgedIn(id, [subject], undefined, ports)
  return judged.ok ? judged.data[0] : undefined
}

function factsOf(ids: readonly string[], library: Library): readonly Fact[] {
  const all = library.topics.flatMap(({ facts }) => facts)
  return ids.flatMap(id => all.find(fact => fact.id === id) ?? [])
}
