import { domainToASCII } from 'node:url'
import { getPublicSuffix } from 'tldts'

/** One spelling for one host: lower case, punycode, no trailing dot. A leading `*.` or `*` is kept. */
export function normaliseHost(text: string): string {
  if (plain.test(text) && !text.includes('xn--')) return text
  const [, star = '', rest = ''] = /^(\*\.?)?(.*)$/s.exec(text.trim().toLowerCase()) ?? []
  return star + (nameLike.test(rest) ? domainToASCII(rest) || rest : rest).replace(/\.+$/, '')
}

// Nearly every host of a rule is one already, and over a fleet there are hundreds of thousands of them. A last label that could
// be read as a number is left to the converter.
const plain = /^(\*\.?)?([a-z0-9-]+\.)*[a-z][a-z0-9-]*$/

// Of anything but a name Node's converter would make one: it cuts paths off and decodes percent signs.
const nameLike = /^[\p{L}\p{M}\p{N}._。．｡-]+$/u

export function isWildcard(host: string): boolean {
  return host.startsWith('*')
}

/** Why a host may not go into a rule of ours. Reading is lenient, writing is not. */
export type HostProblem =
  | 'empty'
  | 'has-scheme'
  | 'has-port'
  | 'has-path'
  | 'is-address'
  | 'is-everything'
  | 'wildcard-without-dot'
  | 'wildcard-inside'
  | 'wildcard-over-suffix'
  | 'azure-storage'
  | 'not-a-host'

const storageEnds = ['blob', 'file', 'queue', 'table', 'dfs', 'web'].flatMap(service => [
  `.${service}.core.windows.net`,
  `.${service}.storage.azure.net`,
])

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * What forbids this host in a request, or undefined.
 * FQDN rules know no path and no port (how-to-managed-network); storage accounts take a private endpoint instead.
 */
export function hostProblem(text: string): HostProblem | undefined {
  const host = normaliseHost(text)
  if (host === '') return 'empty'
  if (host.includes('://')) return 'has-scheme'
  if (host.includes('/')) return 'has-path'
  if (/^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/.test(host) || host.includes('[') || /:.*:/.test(host))
    return 'is-address'
  if (host.includes(':')) return 'has-port'
  if (/^\*\.?$/.test(host)) return 'is-everything'
  if (/^\*[^.]/.test(host)) return 'wildcard-without-dot'
  const name = host.replace(/^\*\./, '')
  if (name.includes('*')) return 'wildcard-inside'
  const labels = name.split('.')
  if (isWildcard(host) && labels.length < 2) return 'wildcard-over-suffix'
  if (/^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return 'is-address'
  if (labels.length < 2 || name.length > 253 || !labels.every(part => label.test(part))) return 'not-a-host'
  // Of the private suffixes too: `*.github.io` is everybody's pages.
  if (isWildcard(host) && getPublicSuffix(name, { allowPrivateDomains: true }) === name)
    return storageEnds.some(end => `.${name}` === end) ? 'azure-storage' : 'wildcard-over-suffix'
  if (storageEnds.some(end => `.${name}`.endsWith(end) || (isWildcard(host) && end.endsWith(`.${name}`))))
    return 'azure-storage'
  return undefined
}
