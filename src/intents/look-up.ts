import type { Answer } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { answerByHand } from './by-hand.ts'
import { answerCanUse } from './can-use.ts'
import { whichCollection } from './clarify.ts'
import { answerCompare } from './compare-collections.ts'
import { answerDeploymentOptions } from './deployment-options.ts'
import { answerDescribe, answerTopic } from './explain.ts'
import type { IntentPorts } from './intent-ports.ts'
import { answerListWorkspaces } from './list-workspaces.ts'
import { answerMissingRules } from './missing-rules.ts'
import { answerNote } from './note.ts'
import { answerRequiredFqdns, asksForPublished } from './required-fqdns.ts'
import { answerShowNetwork } from './show-network.ts'
import { answerTroubleshoot } from './troubleshoot.ts'

/** What answers need: to read, and nothing with which anything could be changed. */
export type LookUpPorts = Pick<
  IntentPorts,
  'reader' | 'library' | 'requests' | 'policy' | 'planOptions' | 'labels' | 'tenantId' | 'now' | 'asker'
>

/** Answers a question by reading. The same value becomes a card in a chat and a structured answer in a terminal. */
export async function answerLookUp(asked: LookUp, ports: LookUpPorts): Promise<Answer> {
  switch (asked.intent) {
    case 'can_use':
      return answerCanUse(asked, ports)
    case 'missing_rules':
      return answerMissingRules(asked, ports)
    case 'required_fqdns':
      return answerRequiredFqdns(asked, ports)
    case 'show_network':
      return answerShowNetwork(asked, ports)
    case 'list_workspaces':
      return answerListWorkspaces(asked, ports)
    case 'troubleshoot':
      return answerTroubleshoot(asked, ports)
    case 'describe_collection':
      if (asked.unknownCollection !== undefined) return whichCollection(asked, [], ports)
      return asksForPublished(asked) ? answerRequiredFqdns(asked, ports) : answerDescribe(asked, ports)
    case 'compare_collections':
      return answerCompare(asked, ports)
    case 'deployment_options':
      return answerDeploymentOptions(asked, ports)
    case 'connect_private':
    case 'cost':
    case 'public_access':
    case 'licence_support':
    case 'explain_network':
      return asked.byHand === undefined ? answerTopic(asked, ports) : answerByHand(asked.byHand, asked, ports)
    case 'smalltalk':
    case 'affirm':
    case 'deny':
    case 'negated_change':
    case 'multi_change':
      return answerNote(asked, ports)
  }
}
