import type { TestProject } from 'vitest/node'
import { type PostgresAddress, startPostgres } from './postgres.ts'
import { prepareStoreTemplate } from './store-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresAddress
  }
}

/** Once per run: one PostgreSQL server and one prepared folder for the embedded store. Neither is waited for here. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const template = prepareStoreTemplate()
  const postgres = await startPostgres()
  provide('postgres', postgres.address)
  return async () => {
    await Promise.all([postgres.stop(), template])
  }
}
