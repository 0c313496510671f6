import type { LookUp } from '../cards/look-up.ts'
import { isKnown, type Person } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from '../intents/intent-ports.ts'
import { asksForAllWorkspaces, whichFirst } from '../intents/one-at-a-time.ts'
import { answerAllow } from '../intents/request-allow.ts'
import { answerProvision } from '../intents/request-provisioning.ts'
import { answerRemove } from '../intents/request-remove.ts'
import { answerRemoveRules } from '../intents/request-remove-rules.ts'
import { isRuleElsewhere } from '../intents/rule-elsewhere.ts'
import { targetsOf } from '../intents/targets.ts'
import { whichForChange } from '../intents/which-for-change.ts'
import { pointsBack } from '../understanding/points-back.ts'
import { partsOf } from '../workspace/workspace-id.ts'

export type ProposedIntent = 'request_allow' | 'request_remove' | 'provision_network'

/**
 * A change that a text asks for, as a card that names it in full; a form would be for the presser alone. Undefined where the
 * text does not name one workspace and what is to be changed there: then it is answered as a question, which asks back.
 */
export async function proposeAsked(
  intent: ProposedIntent,
  asked: LookUp,
  person: Person,
  ports: IntentPorts,
): Promise<Reply | undefined> {
  if (!isKnown(person)) return undefined
  const targets = await targetsOf(asked, ports.reader)
  const [target] = targets
  if (targets.length > 1 || (target === undefined && asksForAllWorkspaces(asked)))
    return whichFirst(intent, asked, targets, ports)
  if (target?.is === 'trouble') return undefined
  if (target?.is !== 'found') return whichForChange(intent, asked, target, ports)
  if (intent === 'provision_network') return answerProvision(target.id, asked.spark ?? false, person, ports)
  const models = asked.models.flatMap(name => ports.library.model(name) ?? [])
  const collections = [...new Set([...asked.collections, ...models.map(({ collection }) => collection)])]
  const [collection] = collections
  const { rules = [], text, limit } = asked
  if (intent === 'request_remove' && rules.length > 0 && collection === undefined) {
    if (
      isTakenOver(asked, partsOf(target.id).name) &&
      (await isRuleElsewhere(rules, target.id, ports.reader))
    )
      return whichForChange(intent, { ...asked, workspaces: [] }, undefined, ports)
    return answerRemoveRules(rules, asked.fqdns, target.id, person, ports)
  }
  if (asked.fqdns.length === 0 && (collection === undefined || collections.length > 1)) return undefined
  const named = {
    hosts: asked.fqdns,
    ...(text === undefined ? {} : { text }),
    ...(collection === undefined ? {} : { collection }),
  }
  return intent === 'request_allow'
    ? answerAllow(
        {
          ...named,
          models: models.map(({ name }) => name),
          ...(limit === undefined ? {} : { limit }),
        },
        target.id,
        person,
        ports,
      )
    : answerRemove(named, target.id, person, ports)
}

/** Whether the text says nothing of this workspace, which then is the last card's. A button names its own. */
function isTakenOver({ text, ids }: LookUp, workspace: string): boolean {
  if (text === undefined || ids.length > 0 || pointsBack(text)) return false
  return !lettersOf(text).includes(lettersOf(workspace))
}

/** As people write a name: "WS prod" for "ws-prod". */
function lettersOf(written: string): string {
  return written.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
