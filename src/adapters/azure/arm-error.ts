import { z } from 'zod'
import { sentence } from './sentence.ts'

/** The error that an answer of Azure carries. */
export interface ArmError {
  /** '' where the answer names none. */
  readonly code: string
  /** One sentence, '' where the answer has none. */
  readonly message: string
  /** Of a refusal by Azure Policy: the name that an administrator gave the assignment. */
  readonly policy?: string
}

const word = z.string().optional().catch(undefined)
const policyInfo = z.object({
  policyAssignmentDisplayName: word,
  policyDefinitionDisplayName: word,
  policyAssignmentName: word,
  policyDefinitionName: word,
})
const additional = z.object({ type: word, info: policyInfo.optional().catch(undefined) })
const additionalInfo = z.array(additional.catch({})).catch([])
const inner = z.object({ code: word, message: word, additionalInfo })
const detail = inner.extend({
  details: z.array(inner.catch({ additionalInfo: [] })).catch([]),
  innererror: inner.optional().catch(undefined),
})
// ARM wraps the error (common-types v3); some providers do not.
const wrapped = z.object({ error: detail }).transform(body => body.error)
const errorBody = z.union([wrapped, detail])

/** Reads an error body, whatever it is: what cannot be read is ''. */
export function armErrorOf(body: unknown): ArmError {
  const parsed = errorBody.safeParse(body)
  if (!parsed.success) return { code: '', message: '' }
  const { code = '', message = '', details, innererror, additionalInfo } = parsed.data
  const deeper = details.find(each => each.message !== undefined) ?? innererror
  const infos = [...additionalInfo, ...details.flatMap(each => each.additionalInfo)]
  const policy = infos.map(each => policyName(each.info)).find(name => name !== undefined)
  return {
    code: code || (deeper?.code ?? ''),
    message: joined(sentence(message), sentence(deeper?.message ?? '')),
    ...(policy === undefined ? {} : { policy: sentence(policy) }),
  }
}

function policyName(info: z.infer<typeof policyInfo> | undefined): string | undefined {
  return (
    info?.policyAssignmentDisplayName ??
    info?.policyDefinitionDisplayName ??
    info?.policyAssignmentName ??
    info?.policyDefinitionName
  )
}

/** "Outer: inner", since the outer message is often only "One or more errors occurred". */
function joined(outer: string, within: string): string {
  if (within === '' || outer.includes(within)) return outer
  if (outer === '') return within
  return sentence(`${outer.replace(/[.!?:]+$/, '')}: ${within}`)
}
