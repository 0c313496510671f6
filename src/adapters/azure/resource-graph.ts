import { z } from 'zod'
import type { GatewayAnswer } from '../../workspace/gateway.ts'
import { parseWorkspaceId, type WorkspaceId } from '../../workspace/workspace-id.ts'
import { armHost } from './arm-address.ts'
import type { ArmCall, ArmOutcome, Deadline } from './arm-client.ts'
import { notUnderstood, troubleOf } from './trouble.ts'

const apiVersion = '2024-04-01'
/** What a workspace's name may be: nothing that could end a text in a query. */
const name = /^[a-z0-9][a-z0-9_-]{0,63}$/i
const rows = z.object({ data: z.array(z.object({ id: z.string() })) })

/**
 * The workspaces of this name in these subscriptions, wherever they are, as Azure Resource Graph has them: one call, whatever
 * their number. The graph lags behind Azure, so what it finds is to be read before it is believed.
 */
export async function findInGraph(
  wanted: string,
  subscriptions: readonly string[] | undefined,
  send: (call: ArmCall) => Promise<ArmOutcome>,
  deadline: Deadline,
): Promise<GatewayAnswer<readonly WorkspaceId[]>> {
  if (!name.test(wanted)) return { ok: true, value: [] }
  const query = `resources | where type =~ 'microsoft.machinelearningservices/workspaces' | where name =~ '${wanted}' | project id`
  const outcome = await send({
    method: 'POST',
    url: `${armHost}/providers/Microsoft.ResourceGraph/resources?api-version=${apiVersion}`,
    body: {
      ...(subscriptions === undefined ? {} : { subscriptions }),
      query,
      options: { resultFormat: 'objectArray' },
    },
    deadline,
  })
  if (!outcome.ok) return outcome
  if (outcome.answer.status !== 200) return { ok: false, trouble: troubleOf(outcome.answer) }
  const answer = rows.safeParse(outcome.answer.body).data
  if (answer === undefined)
    return {
      ok: false,
      trouble: notUnderstood('Azure Resource Graph answered with something that is no table.'),
    }
  return { ok: true, value: answer.data.map(({ id }) => parseWorkspaceId(id)).filter(id => id !== undefined) }
}
