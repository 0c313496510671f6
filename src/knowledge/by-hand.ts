/** Changes that are never made from a chat: they cannot be taken back, or reach beyond the rules of one workspace. */
export const byHandChanges = [
  'isolation-mode',
  'disable-public-access',
  'enable-public-access',
  'add-private-endpoint',
  'remove-private-endpoint',
] as const

export type ByHand = (typeof byHandChanges)[number]
