import { createHash } from 'node:crypto'
import type { Sql } from './sql.ts'
import { storeTrouble } from './store-trouble.ts'

/** One step forward of the tables. Once released it is never changed: its checksum is kept and compared. */
export interface Migration {
  readonly version: number
  readonly name: string
  /** One statement each, or code where statements do not suffice; of code the checksum knows nothing. */
  readonly sql: readonly (string | ((sql: Sql) => Promise<void>))[]
}

interface Applied {
  readonly version: number
  readonly name: string
  readonly checksum: string
}

// Any number that nobody else uses as an advisory lock on this database.
const advisoryLock = 724_001

/** Applies what is missing, inside the transaction that `sql` runs in. Replicas that start together wait for each other. */
export async function migrate(sql: Sql, migrations: readonly Migration[], now: Date): Promise<void> {
  const wanted = inOrder(migrations)
  // Before `create table`: two replicas that create it at once fail on pg_type's unique index (23505).
  await sql.query('select pg_advisory_xact_lock($1)', [advisoryLock])
  await sql.query(
    `create table if not exists schema_migrations (
      version int primary key, name text not null, checksum text not null, applied_at timestamptz not null)`,
  )
  const { rows } = await sql.query<Applied>('select version, name, checksum from schema_migrations')
  const applied = new Map(rows.map(row => [row.version, row]))
  refuseUnknown(rows, wanted)
  for (const migration of wanted) {
    const before = applied.get(migration.version)
    if (before === undefined) await apply(sql, migration, now)
    else refuseChanged(migration, before)
  }
}

async function apply(sql: Sql, migration: Migration, now: Date): Promise<void> {
  for (const step of migration.sql) await (typeof step === 'string' ? sql.query(step) : step(sql))
  await sql.query(
    'insert into schema_migrations (version, name, checksum, applied_at) values ($1, $2, $3, $4)',
    [migration.version, migration.name, checksum(migration), now],
  )
}

function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  const sorted = migrations.toSorted((a, b) => a.version - b.version)
  const twice = sorted.find((migration, index) => sorted[index - 1]?.version === migration.version)
  if (twice !== undefined) throw new Error(`two migrations have the version ${twice.version}`)
  return sorted
}

function refuseUnknown(applied: readonly Applied[], wanted: readonly Migration[]): void {
  const unknown = applied.find(row => !wanted.some(migration => migration.version === row.version))
  if (unknown !== undefined)
    throw storeTrouble(
      `The store has migration ${unknown.version} (${unknown.name}), which this version of Gatehouse does not know. Start the newer version.`,
    )
}

function refuseChanged(migration: Migration, applied: Applied): void {
  if (checksum(migration) !== applied.checksum)
    throw storeTrouble(
      `Migration ${migration.version} (${applied.name}) is not the one that the store was made with. A released migration must not change.`,
    )
}

function checksum(migration: Migration): string {
  return createHash('sha256')
    .update(migration.sql.filter(step => typeof step === 'string').join(';\n'))
    .digest('hex')
}
