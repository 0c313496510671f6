/** PostgreSQL's unique_violation: somebody else's transaction was a moment earlier. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** Runs a transaction again after it lost a race: the second time it sees what the winner wrote, and can answer. */
export async function againAfterConflict<T>(transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction()
  } catch (error) {
    if (!isConflict(error)) throw error
    return await transaction()
  }
}
