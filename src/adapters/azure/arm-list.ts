import type { GatewayTrouble, Urgency } from '../../workspace/gateway.ts'
import { givenAddress } from './arm-address.ts'
import type { ArmCall, ArmOutcome, Deadline } from './arm-client.ts'
import { notUnderstood, troubleOf } from './trouble.ts'
import { pageOf } from './wire.ts'

/** What was read of a list, and why it is not the whole of it where it is not. */
export interface ArmList {
  readonly items: readonly unknown[]
  readonly trouble?: GatewayTrouble
}

/** Reads a list page by page. `deadline` is asked before each page. */
export async function armList(
  send: (call: ArmCall) => Promise<ArmOutcome>,
  address: string,
  apiVersion: string,
  deadline: () => Deadline,
  urgency: Urgency = 'person',
): Promise<ArmList> {
  const items: unknown[] = []
  const seen = new Set<string>()
  let url: string | undefined = givenAddress(address, apiVersion)
  while (url !== undefined) {
    seen.add(url)
    const outcome: ArmOutcome = await send({ method: 'GET', url, deadline: deadline(), urgency })
    if (!outcome.ok) return { items, trouble: outcome.trouble }
    if (outcome.answer.status !== 200) return { items, trouble: troubleOf(outcome.answer) }
    const page = pageOf(outcome.answer.body)
    if (page === undefined)
      return { items, trouble: notUnderstood('Azure answered with something that is no list.') }
    items.push(...page.items)
    if (page.nextLink === undefined) return { items }
    url = givenAddress(page.nextLink, apiVersion)
    // A link back would be followed for ever.
    if (url !== undefined && seen.has(url)) url = undefined
  }
  return { items, trouble: notUnderstood('The list goes on at an address that is not to be followed.') }
}
