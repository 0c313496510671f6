import { type AsCode, asCode, type CodedStep } from '../workspace/as-code.ts'
import type { PlannedStep } from './change.ts'
import type { Plan } from './plan.ts'

/** Exactly what a plan does, for people who would rather do it by hand. */
export function planAsCode({ workspaceId, steps }: Plan): AsCode {
  return asCode(workspaceId, steps.map(codedStep))
}

function codedStep(step: PlannedStep): CodedStep {
  switch (step.do) {
    case 'put-rule':
      return { do: 'put', rule: { name: step.ruleName, hosts: step.hosts } }
    case 'delete-rule':
      return { do: 'delete', ruleName: step.ruleName }
    case 'provision':
      return step
  }
}
