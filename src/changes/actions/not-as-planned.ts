import type { PlannedStep } from '../change.ts'
import type { Failure } from '../request.ts'
import type { Landed } from './landing.ts'

/** What to say of a step that was done and does not stand in Azure as it should. */
export function notAsPlanned(standing: Landed, step: PlannedStep): Failure {
  if (standing.is === 'name-taken') return ruleTaken(step)
  if (step.do === 'delete-rule') return { is: 'still-there-afterwards', rule: step.ruleName }
  return { is: 'not-there-afterwards', hosts: step.do === 'put-rule' ? step.hosts : [] }
}

/** Why a rule is not written over or deleted: it holds what was not approved. */
export function ruleTaken(step: PlannedStep): Failure {
  if (step.do === 'provision') return { is: 'not-there-afterwards', hosts: [] }
  return step.do === 'put-rule' && step.replaces === undefined
    ? { is: 'rule-name-taken', rule: step.ruleName }
    : { is: 'rule-changed', rule: step.ruleName }
}
