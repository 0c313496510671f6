import type { Library } from './knowledge/library.ts'
import { destinationCovers } from './workspace/host-coverage.ts'

/** Whether data can be sent out through what a host or wildcard lets through, by the knowledge base. */
export function writableHosts({ collections }: Library): (host: string) => boolean {
  const writable = new Set(
    collections.flatMap(({ hosts }) => hosts.filter(host => host.writable).map(({ host }) => host)),
  )
  // A wildcard over a host that takes data out takes data out too.
  return host => [...writable].some(each => destinationCovers(host, each))
}
