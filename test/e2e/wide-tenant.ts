import { builtInTenant, type Tenant } from '../../src/simulator/simulator.ts'

/** The built-in tenant with copies of ws-prod (`prod-01`, ...) and ws-research (`lab-01`, ...): one for each test. */
export function wideTenant(prods: number, labs = 0): Tenant {
  const copies = (name: string, prefix: string, many: number) =>
    Array.from({ length: many }, (_, index) =>
      copyOf(name, `${prefix}-${String(index + 1).padStart(2, '0')}`),
    )
  return {
    ...builtInTenant,
    workspaces: [
      ...builtInTenant.workspaces,
      ...copies('ws-prod', 'prod', prods),
      ...copies('ws-research', 'lab', labs),
    ],
  }
}

function copyOf(name: string, copy: string) {
  const original = builtInTenant.workspaces.find(each => each.name === name)
  if (original === undefined) throw new Error(`The built-in tenant has no ${name}.`)
  return { ...original, id: original.id.replace(/[^/]+$/, copy), name: copy }
}
