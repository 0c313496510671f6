import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openEngine } from '../../src/adapters/store/engine.ts'

const target = process.argv[2]
if (target === undefined) throw new Error('say where the template goes')
await mkdir(dirname(target), { recursive: true })
const dataDir = await mkdtemp(join(dirname(target), 'making-'))
const engine = await openEngine({ dataDir, migrations: [], log: () => {} })
await engine.close()
// Whole or not at all. Another run may have been faster: then ours is not needed.
await rename(dataDir, target).catch(() => rm(dataDir, { recursive: true, force: true }))
