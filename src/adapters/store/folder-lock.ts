import { createHash } from 'node:crypto'
import { readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { storeTrouble } from './store-trouble.ts'

export interface FolderLock {
  release(): Promise<void>
}

type Release = () => Promise<void>

const retryMs = 100
// What the kernel takes for the path of a socket, less the closing NUL.
const longestSocketPath = 107

/**
 * Takes the folder for this process alone, or waits up to `waitMs` milliseconds and throws a sentence that says who holds it.
 * PGlite takes no lock of its own, and two writers destroy the data silently (electric-sql/pglite#1106).
 */
export async function lockFolder(
  folder: string,
  { waitMs = 5_000, platform = process.platform }: { waitMs?: number; platform?: NodeJS.Platform } = {},
): Promise<FolderLock> {
  const pidFile = `${folder}.pid`
  const name = `gatehouse-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 24)}`
  const take = () =>
    platform === 'linux'
      ? takeBoth(`\0${name}`, `${folder}.sock`, pidFile)
      : platform === 'win32'
        ? takeSocket(`\\\\.\\pipe\\${name}`, pidFile)
        : takePidFile(pidFile)
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    const release = await take()
    if (release !== undefined) return { release }
    if (waitedMs >= waitMs) throw storeTrouble(await inUse(folder, pidFile))
    await pause(retryMs)
  }
}

async function inUse(folder: string, pidFile: string): Promise<string> {
  const pid = await readPid(pidFile)
  const holder = pid === undefined ? 'another process' : `process ${pid}`
  return `The folder ${folder} is in use by ${holder}. Stop that one first, or give this one another DATA_DIR.`
}

/**
 * Two containers may share a folder and see each other's abstract names not at all: those end at the network namespace. A
 * socket in the file system does not. It stays behind after a kill -9, so it only counts while somebody answers on it.
 */
async function takeBoth(name: string, file: string, pidFile: string): Promise<Release | undefined> {
  const release = await takeSocket(name, pidFile)
  if (release === undefined || Buffer.byteLength(file) > longestSocketPath) return release
  if (await answers(file)) {
    await release()
    return undefined
  }
  await rm(file, { force: true })
  const server = createServer(socket => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path: file }, resolve)
  })
  server.unref()
  return async () => {
    // Closing takes the file away.
    await new Promise(resolve => server.close(resolve))
    await release()
  }
}

function answers(file: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ path: file }, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** An abstract socket or a named pipe: the kernel gives the name back on any exit, kill -9 included. */
async function takeSocket(path: string, pidFile: string): Promise<Release | undefined> {
  const server = createServer(socket => socket.destroy())
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen({ path }, () => resolve(true))
  })
  if (!taken) return undefined
  server.unref()
  await writeFile(pidFile, String(process.pid))
  return async () => {
    await rm(pidFile, { force: true })
    await new Promise(resolve => server.close(resolve))
  }
}

/** For systems without such names (macOS): a file that only one process can create, void when its process is gone. */
async function takePidFile(pidFile: string): Promise<Release | undefined> {
  const created = await createPidFile(pidFile)
  if (created) return () => rm(pidFile, { force: true })
  const pid = await readPid(pidFile)
  if (pid !== undefined && !isAlive(pid)) await rm(pidFile, { force: true })
  return undefined
}

async function createPidFile(pidFile: string): Promise<boolean> {
  try {
    await writeFile(pidFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function readPid(pidFile: string): Promise<number | undefined> {
  const text = await readFile(pidFile, 'utf8').catch(() => '')
  return /^\d+$/.test(text) ? Number(text) : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
