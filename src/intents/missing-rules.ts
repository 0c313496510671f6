import type { Answer } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { answerCanUse, type JudgePorts } from './can-use.ts'
import type { IntentPorts } from './intent-ports.ts'
import { answerListWorkspaces } from './list-workspaces.ts'
import { answerTroubleshoot, type TroublePorts } from './troubleshoot.ts'

const asksForAll = /^\s*(and |et )?(which|where|quel(le)?s|lesquel(le)?s|où)(?!\p{L})/iu

/**
 * "What is ws-prod missing for Hugging Face?": the same reading as for "can I use", told as what is covered and what is not.
 * A host without a collection is an error that somebody met.
 */
export async function answerMissingRules(
  asked: LookUp,
  ports: JudgePorts & TroublePorts & Pick<IntentPorts, 'now'>,
): Promise<Answer> {
  if (asked.collections.length + asked.models.length === 0 && asked.fqdns.length > 0)
    return answerTroubleshoot(asked, ports)
  // "Which are blocked, and by what?" means all workspaces.
  if (asked.workspaces.length + asked.ids.length === 0 && asksForAll.test(asked.text ?? ''))
    return answerListWorkspaces({ ...asked, intent: 'list_workspaces', show: 'blocked' }, ports)
  const answer = await answerCanUse(asked, ports)
  // Where the verdict does not hang on hosts there is nothing to count.
  return answer.is === 'verdict' &&
    answer.data.verdict.missing.length + answer.data.verdict.covered.length > 0
    ? { ...answer, is: 'coverage' }
    : answer
}
