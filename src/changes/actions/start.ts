import type { Accepted, GatewayAnswer, WorkspaceGateway } from '../../workspace/gateway.ts'
import type { WorkspaceId } from '../../workspace/workspace-id.ts'
import type { PlannedStep } from '../change.ts'

type Writer = Pick<WorkspaceGateway, 'putFqdnRule' | 'deleteRule' | 'provision'>

/** Sends one planned step to Azure: the only place from which anything is changed. */
export function start(step: PlannedStep, id: WorkspaceId, gateway: Writer): Promise<GatewayAnswer<Accepted>> {
  switch (step.do) {
    case 'put-rule':
      return gateway.putFqdnRule(id, step.ruleName, step.hosts)
    case 'delete-rule':
      return gateway.deleteRule(id, step.ruleName)
    case 'provision':
      return gateway.provision(id, { includeSpark: step.includeSpark })
  }
}
