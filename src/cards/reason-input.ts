import type { Refusal } from '../changes/refusal.ts'
import type { Labels } from '../language/labels.ts'
import { bareText } from './escape.ts'
import { inputs } from './verbs.ts'

/** The field for the reason of a request, with what had been entered before. `problem`: why the form is shown again. */
export function reasonInput(
  entered: string | undefined,
  labels: Labels,
  problem?: Refusal,
  { label, hint }: { readonly label: string; readonly hint: string } = {
    label: labels.form.reasonLabel,
    hint: labels.form.reasonHint,
  },
) {
  return {
    id: inputs.reason,
    label: bareText(label),
    placeholder: bareText(hint),
    error: bareText(labels.form.reasonError),
    value: bareText(entered ?? ''),
    // Beside the field too: on a long form the notice at its head is far away.
    missing: problem?.is === 'reason-missing' ? bareText(labels.refusal(problem)) : '',
  }
}
