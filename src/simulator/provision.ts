import { z } from 'zod'
import { answer, armError } from './answer.ts'
import { durations } from './duration.ts'
import type { Handler, Outcome } from './exchange.ts'
import { startOperation, takeTurn } from './operation.ts'
import { onWorkspace } from './place.ts'
import { problemsOf } from './problem.ts'
import { isFqdn, type Rule } from './rule.ts'
import { isNetworkActive, rulesOf, withNetwork } from './state.ts'

const bodySchema = z.strictObject({ includeSpark: z.boolean().optional() })

/** Brings the managed network of a workspace into being. */
export const provisionManagedNetwork: Handler = onWorkspace((exchange, workspace) => {
  const { state, request } = exchange
  const refuse = (code: string, message: string): Outcome => ({ state, answer: armError(400, code, message) })
  // The description says that the body is optional; the service does not (observed).
  if (request.body === undefined) return refuse('BadRequest', 'Request body could not be read')
  const parsed = bodySchema.safeParse(request.body)
  if (!parsed.success) {
    return refuse('InvalidRequestContent', problemsOf(parsed.error, 'the request body').join(' '))
  }
  if (workspace.kind === 'Project') {
    const message = `'${workspace.name}' is a project and uses the managed network of its hub; provision the hub's.`
    return refuse('ProjectHasNoManagedNetwork', message)
  }
  const network = workspace.properties.managedNetwork
  if (!network || network.isolationMode === 'Disabled') {
    return refuse('ManagedNetworkDisabled', `The managed network of '${workspace.name}' is disabled.`)
  }
  const includeSpark = parsed.data.includeSpark ?? false
  const active = isNetworkActive(workspace)
  const sparkReady = network.status?.sparkReady === true
  const turn = takeTurn(exchange, workspace)
  if (turn.is === 'refused') return turn.outcome
  if (active && (sparkReady || !includeSpark)) {
    return { state: turn.state, answer: answer(200, { status: 'Active', sparkReady }) }
  }
  const rules = rulesOf(workspace)
  const waiting = Object.entries(rules).map(
    ([name, rule]) => [name, active ? rule : ({ ...rule, status: 'Provisioning' } as Rule)] as const,
  )
  const firewall = Object.values(rules).some(isFqdn) ? durations.firewall : 0
  return startOperation(
    { ...exchange, state: turn.state },
    {
      workspace: withNetwork(workspace, { rules: Object.fromEntries(waiting) }),
      change: { is: 'provision', includeSpark, before: rules },
      duration: active ? durations.rule : durations.provision + firewall,
      loses: turn.loses,
    },
  )
})
