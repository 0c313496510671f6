import { builtInTenant, type Tenant } from '../src/simulator/simulator.ts'

/** The id of a workspace of the built-in tenant. */
export function idOf(name: string): string {
  return original(name).id
}

/** The built-in tenant and so many copies of one of its workspaces, `bench-0001`, …, over several subscriptions. */
export function wideFleet(many: number, of = 'ws-prod', subscriptions = 10): Tenant {
  const { id, ...workspace } = original(of)
  const copies = Array.from({ length: many }, (_, index) => {
    const name = `bench-${String(index + 1).padStart(4, '0')}`
    const subscription = `99999999-0000-4000-8000-${String(index % subscriptions).padStart(12, '0')}`
    const copied = id
      .replace(/[^/]+$/, name)
      .replace(/\/subscriptions\/[^/]+/, `/subscriptions/${subscription}`)
    return { ...workspace, id: copied, name }
  })
  return { ...builtInTenant, workspaces: [...builtInTenant.workspaces, ...copies] }
}

function original(name: string) {
  const found = builtInTenant.workspaces.find(each => each.name === name)
  if (found === undefined) throw new Error(`The built-in tenant has no ${name}.`)
  return found
}
