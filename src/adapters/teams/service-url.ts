/** The hosts at which Teams' connector answers, in the public cloud and in GCC. Exact: `*.trafficmanager.net` is open to all. */
const teamsHosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']

/** Where the bot may speak to. It sends its token there, so it is asked before each use, also of a stored address. */
export type ServiceUrlRule =
  | { readonly is: 'loopback' }
  /** `alsoOrigins`: for tests only, such as `http://127.0.0.1:4000`. */
  | { readonly is: 'teams'; readonly alsoOrigins: readonly string[] }

export function isServiceUrlAllowed(serviceUrl: unknown, rule: ServiceUrlRule): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false
  const url = new URL(serviceUrl)
  if (url.username !== '' || url.password !== '') return false
  if (rule.is === 'loopback') return url.protocol === 'http:' && isLoopback(url.hostname)
  if (rule.alsoOrigins.includes(url.origin)) return true
  return url.protocol === 'https:' && url.port === '' && teamsHosts.includes(url.hostname)
}

/** Of a host name as `URL` gives it. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
