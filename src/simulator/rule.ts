import { z } from 'zod'

const text = z.string().min(1)

// ARM declares these words modelAsString: a later service may answer others, so a tenant may hold any word.
const basics = {
  category: text.optional(),
  status: text.optional(),
  errorInformation: z.string().nullish(),
  parentRuleNames: z.array(z.string()).nullish(),
}

const fqdn = z.strictObject({ type: z.literal('FQDN'), destination: text, ...basics })

const privateEndpoint = z.strictObject({
  type: z.literal('PrivateEndpoint'),
  destination: z.strictObject({
    serviceResourceId: text,
    subresourceTarget: text,
    sparkEnabled: z.boolean().nullish(),
    sparkStatus: z.string().nullish(),
  }),
  fqdns: z.array(z.string()).nullish(),
  ...basics,
})

const serviceTag = z.strictObject({
  type: z.literal('ServiceTag'),
  destination: z.strictObject({
    serviceTag: text,
    protocol: text,
    portRanges: text,
    action: text.nullish(),
    addressPrefixes: z.array(z.string()).nullish(),
  }),
  ...basics,
})

const laterType = z.strictObject({ type: text, destination: z.unknown(), ...basics })

export type FqdnRule = z.infer<typeof fqdn>
type LaterRule = Omit<z.infer<typeof laterType>, 'type'> & { type: string & Record<never, never> }
/** A rule as ARM writes it on the wire. `Later`: a type that this API version does not know. */
export type Rule = FqdnRule | z.infer<typeof privateEndpoint> | z.infer<typeof serviceTag> | LaterRule
export type Rules = Readonly<Record<string, Rule>>

const known = { FQDN: fqdn, PrivateEndpoint: privateEndpoint, ServiceTag: serviceTag }

function parsing(schemaOf: (type: string | undefined) => z.ZodType<Rule> | string) {
  return z.unknown().transform((value, context): Rule => {
    const type = z.object({ type: z.string() }).safeParse(value).data?.type
    const schema = schemaOf(type)
    if (typeof schema === 'string') {
      context.addIssue({ code: 'custom', message: schema, path: ['type'], input: value })
      return z.NEVER
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    // Zod's issues of the inner schema are of the same shape, and the outer one adds its own path.
    context.issues.push(...(parsed.error.issues as typeof context.issues))
    return z.NEVER
  })
}

const knownType = (type: string | undefined): type is keyof typeof known =>
  type !== undefined && Object.hasOwn(known, type)

/** A rule of a tenant file: strict in its fields, open to types that do not exist yet. */
export const tenantRuleSchema = parsing(type => (knownType(type) ? known[type] : laterType))

/** A rule of a PUT: only types that the service knows. */
export const putRuleSchema = parsing(type =>
  knownType(type) ? known[type] : `The rule type must be FQDN, PrivateEndpoint or ServiceTag.`,
)

export function isFqdn(rule: Rule): rule is FqdnRule {
  return rule.type === 'FQDN'
}

export function isUserDefined(rule: Rule): boolean {
  return rule.category === 'UserDefined'
}

/** Splits a comma-separated destination into its hosts, lower case and in order, for comparing. */
function hostsOf(destination: string): readonly string[] {
  return destination
    .split(',')
    .map(host => host.trim().toLowerCase())
    .filter(host => host !== '')
}

/** Whether a PUT of `wanted` would change nothing: the same type and the same destinations. */
export function sameDestination(a: Rule, b: Rule): boolean {
  if (a.type !== b.type) return false
  if (isFqdn(a) && isFqdn(b)) {
    return hostsOf(a.destination).toSorted().join() === hostsOf(b.destination).toSorted().join()
  }
  return JSON.stringify(a.destination) === JSON.stringify(b.destination)
}

export function hasHosts(rule: FqdnRule): boolean {
  return hostsOf(rule.destination).length > 0
}
