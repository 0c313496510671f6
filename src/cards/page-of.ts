import type { Labels } from '../language/labels.ts'
import type { Button } from './fragments.ts'
import { askButton, type LookUp } from './look-up.ts'

/** One page of a long list, the line that says which, and the buttons to the others. A page that is not there is the last. */
export function pageOf<T>(
  all: readonly T[],
  page: number,
  perPage: number,
  asked: LookUp,
  labels: Labels,
): { readonly shown: readonly T[]; readonly line: string; readonly buttons: readonly Button[] } {
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const at = Math.min(Math.max(1, page), pages)
  const from = (at - 1) * perPage
  const shown = all.slice(from, from + perPage)
  return {
    shown,
    line: pages === 1 ? '' : labels.answers.page(from + 1, from + shown.length, all.length),
    buttons: [
      ...(at < pages ? [askButton(labels.buttons.nextPage, { ...asked, page: at + 1 })] : []),
      ...(at > 1 ? [askButton(labels.buttons.previousPage, { ...asked, page: at - 1 })] : []),
    ],
  }
}
