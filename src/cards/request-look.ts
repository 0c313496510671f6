import type { StateName } from '../changes/request.ts'
import type { RequestData } from './card-data.ts'
import type { Icon, Tone } from './fragments.ts'

const looks: Readonly<Record<Exclude<StateName, 'done'>, readonly [Tone, Icon]>> = {
  'awaiting-approval': ['accent', '…'],
  approved: ['accent', '…'],
  applying: ['accent', '…'],
  failed: ['attention', '×'],
  rejected: ['attention', '×'],
  expired: ['emphasis', '–'],
  withdrawn: ['emphasis', '–'],
}

/** Colour and sign of a request. The card that decides looks otherwise than the one that reports. */
export function requestLook({
  request: { state },
  role,
}: Pick<RequestData, 'request' | 'role'>): readonly [Tone, Icon] {
  if (state.is === 'awaiting-approval' && role === 'approval') return ['warning', '?']
  if (state.is !== 'done') return looks[state.is]
  return state.result === 'effective' ? ['good', '✓'] : ['warning', '!']
}
