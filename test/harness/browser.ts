import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'

/** Written after a whole unpacking, so that one that was interrupted is not taken for a browser. */
const unpackedMark = join(tmpdir(), 'chromium-147.0.0.unpacked')

// `--single-process` of the package's own list ends the browser with its first page; web security stays on.
const args = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Starts a headless Chromium from the packages alone: nothing is installed, nothing downloaded. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpackOnce()
  return chromium.launch({ executablePath, args, headless: true })
}

async function unpackOnce(): Promise<string> {
  // Read when the module loads: with it the package unpacks the system libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const lock = await takeLock()
  try {
    if (!existsSync(unpackedMark)) {
      for (const name of ['chromium', 'al2023', 'fonts', 'libGLESv2.so'])
        rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
    const path = await packaged.executablePath()
    writeFileSync(unpackedMark, '')
    return path
  } finally {
    lock.close()
  }
}

/** One test process unpacks at a time. The kernel frees an abstract socket when its holder dies. */
async function takeLock(): Promise<Server> {
  for (;;) {
    const server = createServer()
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once('error', error =>
        'code' in error && error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      )
      server.listen('\0gatehouse-test-chromium', () => resolve(true))
    })
    if (taken) return server
    await wait(100)
  }
}
