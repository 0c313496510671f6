import { openEngine } from '../../../src/adapters/store/engine.ts'

// A process to be killed: writes down rows and jobs as fast as it can, saying each one that is acknowledged, while its
// handler hangs in the middle of a job.
const options = JSON.parse(process.argv[2] ?? '') as { dataDir: string; url?: string }
const say = (line: string) => process.stdout.write(`${line}\n`)

const engine = await openEngine({ ...options, migrations: [], log: () => {} })
await engine.sql.query('create table if not exists notes (id int primary key)')
await engine.createQueue('unfinished')
await engine.createQueue('written')
await engine.work('unfinished', { concurrency: 1 }, async () => {
  say('began')
  await new Promise(() => {})
})
await engine.send('unfinished', { question: 'who finishes this?' })
for (let id = 1; ; id += 1) {
  await engine.tx(async () => {
    await engine.sql.query('insert into notes (id) values ($1)', [id])
    await engine.send('written', { id })
  })
  say(`acknowledged ${id}`)
  // Lets the handler, and the kill, in between.
  await new Promise(resolve => setImmediate(resolve))
}
