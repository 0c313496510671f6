import type { RefusedHost } from '../changes/refusal.ts'
import { hostProblem, normaliseHost } from '../workspace/host.ts'
import { readHosts } from '../workspace/host-list.ts'

/** What is proposed, and what of the writing no rule can hold. */
export interface WrittenHosts {
  readonly hosts: readonly string[]
  readonly refused: readonly RefusedHost[]
}

/**
 * The hosts that were read in a text, as they were written there: nothing of an address goes without a word, and a star without
 * its dot is no host.
 */
export function hostsAsWritten(hosts: readonly string[], text = ''): WrittenHosts {
  const pieces = text.split(/[\s,;"'<>()[\]{}|«»“”`]+/).map(unmarked)
  const found = hosts.map(host => {
    const bare = host.replace(/^\*\./, '')
    const there = pieces.filter(piece => normaliseHost(piece).includes(bare))
    // A link of Teams says the same host twice, once as an address.
    const plain = there.find(piece => normaliseHost(piece) === host)
    const [written = host] = there
    return plain === undefined && !isLonger(written, bare) ? remarked(host, written) : readHosts(host)
  })
  return {
    hosts: [...new Set(found.flatMap(each => each.hosts))],
    refused: found.flatMap(each => each.refused),
  }
}

/** Another host that only holds this one: "registry.docker.io" for docker.io. */
function isLonger(written: string, bare: string): boolean {
  return /[\p{L}\p{N}_-]\.?$/u.test(normaliseHost(written).split(bare)[0] ?? '') && !written.includes('://')
}

function remarked(host: string, written: string): WrittenHosts {
  const { refused } = readHosts(written)
  const [entry] = refused
  if (entry === undefined) return readHosts(host)
  if (entry.problem === 'wildcard-without-dot') return { hosts: [], refused }
  const offer = hostProblem(host) === undefined ? host : undefined
  if (offer === undefined) return readHosts(host)
  const problems = problemsOf(written)
  return problems.length === 0
    ? { hosts: [offer], refused: [] }
    : { hosts: [offer], refused: problems.map(problem => ({ host: written, problem, offer })) }
}

/** What of an address no rule can hold: the port and the path, or if there is neither, the scheme. */
function problemsOf(written: string): readonly RefusedHost['problem'][] {
  const [, scheme = '', port = '', path = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)?[^/:?#]*(:\d+)?([/?#].*)?$/is.exec(written) ?? []
  const narrower = [
    ...(port === '' || /^:(?:80|443)$/.test(port) ? [] : (['has-port'] as const)),
    ...(path.length > 1 ? (['has-path'] as const) : []),
  ]
  return narrower.length > 0 || scheme === '' ? narrower : ['has-scheme']
}

/** Without the marks of emphasis and the punctuation around it. */
function unmarked(piece: string): string {
  return piece
    .replace(/^([*_~]+)(.*[^*_~])\1([.,:;!?]*)$/s, '$2$3')
    .replace(/[.,:;!?]+$/, '')
    .replace(/^[¿¡]+/, '')
}
