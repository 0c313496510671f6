import { fileURLToPath } from 'node:url'
import { buildPage } from './build-page.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

// Packages that find files of their own beside them, or are optional and absent.
const external = ['@electric-sql/pglite', 'dtrace-provider', 'pg-native']

// Bundled CommonJS packages expect these; an ES module has none of them.
const banner = [
  `import { createRequire as requireFrom } from 'node:module'`,
  `import { fileURLToPath as pathOf } from 'node:url'`,
  `import { dirname as folderOf } from 'node:path'`,
  'const require = requireFrom(import.meta.url)',
  'const __filename = pathOf(import.meta.url)',
  'const __dirname = folderOf(__filename)',
].join('; ')

/** Options for esbuild: each entry with its packages in few files, since loading twenty thousand small ones takes a second. */
export function botOptions(outdir) {
  return {
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      simulator: 'src/simulator/main.ts',
      ask: 'src/ask.ts',
      knowledge: 'src/knowledge-check.ts',
      audit: 'src/audit.ts',
      parse: 'src/parse.ts',
      intents: 'src/intents-score.ts',
      policy: 'src/policy-explain.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    external,
    banner: { js: banner },
    sourcemap: true,
    logLevel: 'error',
  }
}

/** Builds the entry points and the page beside them, where `main.js` looks for it. */
export async function buildBot(outdir) {
  const { build } = await import('esbuild')
  await Promise.all([build(botOptions(outdir)), buildPage(`${outdir}/page`)])
}
