import { z } from 'zod'
import { destinationsOf, type OutboundRule } from '../../workspace/outbound-rule.ts'

/** A word of Azure's, kept as it is: every enumeration of this API may grow. Null and absent are alike. */
export const word = z.string().optional().catch(undefined)

const privateEndpoint = z.object({ serviceResourceId: z.string(), subresourceTarget: word })
const serviceTag = z.object({ serviceTag: z.string(), protocol: word, portRanges: word })
const properties = z
  .object({
    type: word,
    category: word,
    status: word,
    errorInformation: z.unknown(),
    destination: z.unknown(),
  })
  .partial()
  .catch({})

/** Azure left the word out. It counts as no category of ours, and as not effective. */
const absent = 'unknown'

/** Reads a rule by its name and its `properties`. Whatever they hold, a rule comes out: at worst one that is only shown. */
export function ruleOf(name: string, wire: unknown): OutboundRule {
  const {
    type = absent,
    category = absent,
    status = absent,
    errorInformation,
    destination,
  } = properties.parse(wire)
  const error = errorText(errorInformation)
  const basics = { name, category, status, ...(error === undefined ? {} : { error }) }
  if (type === 'FQDN') {
    return {
      ...basics,
      type,
      destinations: typeof destination === 'string' ? destinationsOf(destination) : [],
    }
  }
  if (type === 'PrivateEndpoint') {
    const to = privateEndpoint.safeParse(destination).data
    if (to !== undefined) return { ...basics, type, ...to, subresourceTarget: to.subresourceTarget ?? '' }
  }
  if (type === 'ServiceTag') {
    const to = serviceTag.safeParse(destination).data
    if (to !== undefined) {
      return { ...basics, type, ...to, protocol: to.protocol ?? '*', portRanges: to.portRanges ?? '*' }
    }
  }
  return { ...basics, type: 'Other', typeAsRead: type }
}

/** The API describes a text; an object in its place is worth showing too. */
function errorText(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
