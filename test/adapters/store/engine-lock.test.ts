import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../../src/adapters/store/engine.ts'
import { lockFolder } from '../../../src/adapters/store/folder-lock.ts'

const made: string[] = []
afterAll(() => Promise.all(made.map(folder => rm(folder, { recursive: true, force: true }))))

async function folder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-lock-'))
  made.push(parent)
  const store = join(parent, 'store')
  await mkdir(store)
  return store
}

// `darwin` takes the road of the systems without names that the kernel frees; a file works here too.
describe.each(['linux', 'darwin'] as const)('the folder lock as on %s', platform => {
  it('is refused while it is held, with the process that holds it', async () => {
    const store = await folder()
    const lock = await lockFolder(store, { platform })
    await expect(lockFolder(store, { platform, waitMs: 200 })).rejects.toThrow(
      `The folder ${store} is in use by process ${process.pid}. Stop that one first, or give this one another DATA_DIR.`,
    )
    await lock.release()
  })

  it('can be taken again after it was given back', async () => {
    const store = await folder()
    for (let round = 0; round < 3; round += 1) {
      const lock = await lockFolder(store, { platform, waitMs: 0 })
      await lock.release()
    }
    await expect(readFile(`${store}.pid`)).rejects.toThrow('ENOENT')
  })

  it('is given to one who waits as soon as it is free', async () => {
    const store = await folder()
    const first = await lockFolder(store, { platform })
    const waiting = lockFolder(store, { platform })
    await first.release()
    const second = await waiting
    await second.release()
  })

  it('does not heed the pid file of a process that is gone', async () => {
    const store = await folder()
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    await writeFile(`${store}.pid`, String(gone))
    const lock = await lockFolder(store, { platform, waitMs: 500 })
    expect(await readFile(`${store}.pid`, 'utf8')).toBe(String(process.pid))
    await lock.release()
  })
})

it('holds two folders apart', async () => {
  const locks = [
    await lockFolder(await folder(), { waitMs: 0 }),
    await lockFolder(await folder(), { waitMs: 0 }),
  ]
  await Promise.all(locks.map(lock => lock.release()))
})

it('does not touch a folder that another PostgreSQL wrote, and frees it again', async () => {
  const store = await folder()
  await writeFile(join(store, 'PG_VERSION'), '17\n')
  const open = () => openEngine({ dataDir: join(store, '..'), migrations: [], log: () => {} })
  for (let round = 0; round < 2; round += 1)
    await expect(open()).rejects.toMatchObject({
      storeTrouble: true,
      message: expect.stringContaining('was written by PostgreSQL 17; this version of Gatehouse reads 18.'),
    })
})

describe('a folder that two containers share', () => {
  // Each has a network namespace of its own, so that neither sees the other's abstract name; the socket file both see.
  it('is refused while somebody answers on the socket in it, and taken when only the file is left', async () => {
    const store = await folder()
    const other = createServer(socket => socket.destroy())
    await new Promise<void>(resolve => other.listen({ path: `${store}.sock` }, resolve))
    await expect(lockFolder(store, { platform: 'linux', waitMs: 200 })).rejects.toThrow('is in use')
    await new Promise(resolve => other.close(resolve))

    await writeFile(`${store}.sock`, '')
    const lock = await lockFolder(store, { platform: 'linux', waitMs: 0 })
    await lock.release()
    await expect(readFile(`${store}.sock`)).rejects.toThrow('ENOENT')
  })
})
