import type { Labels } from '../language/labels.ts'
import { bareText } from './escape.ts'
import { inputs } from './verbs.ts'

/** The field for the reason of a request, with what had been entered before. */
export function reasonInput(entered: string | undefined, labels: Labels) {
  return {
    id: inputs.reason,
    label: bareText(labels.form.reasonLabel),
    placeholder: bareText(labels.form.reasonHint),
    error: bareText(labels.form.reasonError),
    value: bareText(entered ?? ''),
  }
}
