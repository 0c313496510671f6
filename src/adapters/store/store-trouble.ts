/** Why the store cannot be opened, in a sentence for the operator; anything else that is thrown is a bug. */
export type StoreTrouble = Error & { readonly storeTrouble: true }

export function storeTrouble(sentence: string): StoreTrouble {
  return Object.assign(new Error(sentence), { storeTrouble: true } as const)
}

export function isStoreTrouble(error: unknown): error is StoreTrouble {
  return error instanceof Error && 'storeTrouble' in error
}
