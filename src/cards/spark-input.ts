import type { Labels } from '../language/labels.ts'
import { bareText } from './escape.ts'
import { inputs } from './verbs.ts'

/** Whether the network is provisioned with serverless Spark. */
export function sparkInput(entered: string | undefined, labels: Labels) {
  return {
    id: inputs.spark,
    label: bareText(labels.proposal.sparkLabel),
    title: bareText(labels.proposal.sparkTitle),
    value: entered === 'true' ? 'true' : 'false',
  }
}
