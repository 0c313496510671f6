/** How a planned step stands in Azure. */
export type Landed =
  | { readonly is: 'effective' }
  /** Stored, on a network that is not provisioned. */
  | { readonly is: 'configured' }
  | { readonly is: 'under-way' }
  | { readonly is: 'absent' }
  | { readonly is: 'failed'; readonly rule: string; readonly error: string }
  /** A rule of that name exists and is not ours. */
  | { readonly is: 'name-taken' }
