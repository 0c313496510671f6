import { type HostProblem, hostProblem, normaliseHost } from './host.ts'

/** Something in a list that no rule may list. `offer`: the host that it holds, where that one could be. */
export interface RefusedEntry {
  readonly host: string
  readonly problem: HostProblem
  readonly offer?: string
}

export interface HostList {
  /** In one spelling, each once, in the order in which they came. */
  readonly hosts: readonly string[]
  readonly refused: readonly RefusedEntry[]
}

const entriesAtMost = 100

/** Reads hosts as people type them: separated by commas, semicolons, blanks or line breaks. Strict: each is a host or refused. */
export function readHosts(text: string): HostList {
  const entries = text
    .split(/[\s,;]+/)
    .filter(entry => entry !== '')
    .slice(0, entriesAtMost)
  const hosts = new Set<string>()
  const refused = new Map<string, RefusedEntry>()
  for (const entry of entries) {
    const problem = hostProblem(entry)
    if (problem === undefined) hosts.add(normaliseHost(entry))
    else refused.set(entry, refusedEntry(entry, problem))
  }
  return { hosts: [...hosts], refused: [...refused.values()] }
}

function refusedEntry(entry: string, problem: HostProblem): RefusedEntry {
  const offer = offerOf(entry)
  return { host: entry, problem, ...(offer === undefined ? {} : { offer }) }
}

/** The host inside an address, or the wildcard with the dot that it lacks. */
function offerOf(entry: string): string | undefined {
  const within = entry
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^[^@]*@/, '')
    .replace(/:\d*$/, '')
    .replace(/^\*+(?=[^.*])/, '*.')
  const host = normaliseHost(within)
  return host !== '' && hostProblem(host) === undefined ? host : undefined
}
