import { z } from 'zod'
import { answer, armError } from './answer.ts'
import { durations } from './duration.ts'
import type { Handler, Outcome } from './exchange.ts'
import { startOperation, takeTurn } from './operation.ts'
import { onWorkspace } from './place.ts'
import { problemsOf } from './problem.ts'
import { ruleResource } from './resource.ts'
import { hasHosts, isFqdn, isUserDefined, putRuleSchema, type Rule, sameDestination } from './rule.ts'
import { findRule, isNetworkActive, rulesOf, withNetwork } from './state.ts'
import type { WorkspaceBody } from './tenant.ts'

// Of the swagger, for names that users give; the names of system rules break it.
const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/

// Beside `properties`, ARM takes back what it answered.
const bodySchema = z.strictObject({
  properties: putRuleSchema,
  id: z.string().nullish(),
  name: z.string().nullish(),
  type: z.string().nullish(),
  location: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
  systemData: z.record(z.string(), z.unknown()).nullish(),
})

const refusal = (code: string, message: string) => armError(400, code, message)

/** Creates or replaces a rule. */
export const putRule: Handler = onWorkspace((exchange, workspace) => {
  const { state, request, names } = exchange
  const refuse = (code: string, message: string): Outcome => ({ state, answer: refusal(code, message) })
  const given = names.rule ?? ''
  const existing = findRule(workspace, given)
  const barred = barrier(workspace, given, existing?.rule)
  if (barred) return { state, answer: barred }
  if (!namePattern.test(given)) {
    return refuse('InvalidRuleName', `The rule name '${given}' does not match '${namePattern.source}'.`)
  }
  if (request.body === undefined) return refuse('InvalidRequestContent', 'Request body could not be read.')
  const parsed = bodySchema.safeParse(request.body)
  if (!parsed.success) {
    return refuse('InvalidRequestContent', problemsOf(parsed.error, 'the request body').join(' '))
  }
  const wanted = parsed.data.properties
  const objection = objectionTo(workspace, wanted, existing?.name)
  if (objection) return refuse('InvalidOutboundRule', objection)

  const name = existing?.name ?? given
  const active = isNetworkActive(workspace)
  const switchedOff = wanted.status === 'Inactive'
  const { errorInformation: _readOnly, parentRuleNames: _readOnlyToo, ...fields } = wanted
  const rule = { ...fields, category: 'UserDefined', status: active ? 'Provisioning' : 'Inactive' } as Rule
  const target = switchedOff ? 'Inactive' : 'Active'
  if (active && existing && existing.rule.status === target && sameDestination(existing.rule, rule)) {
    return { state, answer: answer(200, ruleResource(workspace, name, existing.rule)) }
  }
  const turn = takeTurn(exchange, workspace, name)
  if (turn.is === 'refused') return turn.outcome
  return startOperation(
    { ...exchange, state: turn.state },
    {
      workspace: withNetwork(workspace, { rules: { ...rulesOf(workspace), [name]: rule } }),
      change: { is: 'put-rule', rule: name, switchedOff, ...(existing ? { before: existing.rule } : {}) },
      duration: durationOf(workspace, rule),
      loses: turn.loses,
    },
  )
})

/** Removes a rule. */
export const deleteRule: Handler = onWorkspace((exchange, workspace) => {
  const { state, names } = exchange
  const existing = findRule(workspace, names.rule ?? '')
  const barred = barrier(workspace, names.rule ?? '', existing?.rule)
  if (barred) return { state, answer: barred }
  if (!existing) return { state, answer: answer(204) }
  const turn = takeTurn(exchange, workspace, existing.name)
  if (turn.is === 'refused') return turn.outcome
  const active = isNetworkActive(workspace)
  const leaving = { ...existing.rule, status: 'Deleting' } as Rule
  return startOperation(
    { ...exchange, state: turn.state },
    {
      workspace: withNetwork(workspace, { rules: { ...rulesOf(workspace), [existing.name]: leaving } }),
      change: { is: 'delete-rule', rule: existing.name, before: existing.rule },
      duration: active ? durations.rule : durations.stored,
      loses: turn.loses,
    },
  )
})

function barrier(workspace: WorkspaceBody, name: string, existing: Rule | undefined) {
  if (workspace.kind === 'Project') {
    const message = `'${workspace.name}' is a project and uses the managed network of its hub; change the rules there.`
    return refusal('ProjectHasNoManagedNetwork', message)
  }
  if (workspace.properties.managedNetwork?.isolationMode === 'Disabled') {
    const message = `The managed network of '${workspace.name}' is disabled; it has no outbound rules.`
    return refusal('ManagedNetworkDisabled', message)
  }
  if (existing && !isUserDefined(existing)) {
    const message = `The rule '${name}' is of category ${existing.category} and cannot be changed.`
    return refusal('SystemRuleCannotBeChanged', message)
  }
  return undefined
}

/** Why the service does not take this rule in this workspace. Its checks of a host are weak, as they really are. */
function objectionTo(workspace: WorkspaceBody, rule: Rule, replaces: string | undefined): string | undefined {
  if (rule.category !== undefined && rule.category !== 'UserDefined') {
    return `The category of a rule of your own is UserDefined, not ${rule.category}.`
  }
  if (rule.status !== undefined && !['Active', 'Inactive'].includes(rule.status)) {
    return `The status of a rule can be set to Active or Inactive, not ${rule.status}.`
  }
  const mode = workspace.properties.managedNetwork?.isolationMode
  if (rule.type !== 'PrivateEndpoint' && mode !== 'AllowOnlyApprovedOutbound') {
    return `${rule.type} rules are only valid when the isolation mode is AllowOnlyApprovedOutbound; it is ${mode}.`
  }
  if (isFqdn(rule)) return hasHosts(rule) ? undefined : 'The destination names no host.'
  if (rule.type !== 'PrivateEndpoint') return undefined
  const twin = Object.entries(rulesOf(workspace)).find(
    ([name, each]) => name !== replaces && endpointOf(each) === endpointOf(rule),
  )
  return twin ? `The rule '${twin[0]}' to this destination already exists.` : undefined
}

function endpointOf(rule: Rule): string | undefined {
  const shape = z.object({ serviceResourceId: z.string(), subresourceTarget: z.string() })
  const { data } = shape.safeParse(rule.destination)
  return data && `${data.serviceResourceId}|${data.subresourceTarget}`.toLowerCase()
}

function durationOf(workspace: WorkspaceBody, rule: Rule): number {
  if (!isNetworkActive(workspace)) return durations.stored
  const firstFqdn = isFqdn(rule) && !Object.values(rulesOf(workspace)).some(isFqdn)
  return durations.rule + (firstFqdn ? durations.firewall : 0)
}
