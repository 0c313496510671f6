// The file itself: the types of the package's entry draw in sources of the renderer that do not compile strictly.
import { Template } from 'adaptivecards-templating/lib/template-engine.js'
import answer from '../../cards/answer.json' with { type: 'json' }
import approvalsHere from '../../cards/approvals-here.json' with { type: 'json' }
import changeForm from '../../cards/change-form.json' with { type: 'json' }
import clarify from '../../cards/clarify.json' with { type: 'json' }
import explain from '../../cards/explain.json' with { type: 'json' }
import dialog from '../../cards/fragments/dialog.json' with { type: 'json' }
import execute from '../../cards/fragments/execute.json' with { type: 'json' }
import facts from '../../cards/fragments/facts.json' with { type: 'json' }
import foot from '../../cards/fragments/foot.json' with { type: 'json' }
import head from '../../cards/fragments/head.json' with { type: 'json' }
import hosts from '../../cards/fragments/hosts.json' with { type: 'json' }
import notice from '../../cards/fragments/notice.json' with { type: 'json' }
import paragraph from '../../cards/fragments/paragraph.json' with { type: 'json' }
import section from '../../cards/fragments/section.json' with { type: 'json' }
import showAs from '../../cards/fragments/show-as.json' with { type: 'json' }
import help from '../../cards/help.json' with { type: 'json' }
import link from '../../cards/link.json' with { type: 'json' }
import managed from '../../cards/managed.json' with { type: 'json' }
import network from '../../cards/network.json' with { type: 'json' }
import noPlan from '../../cards/no-plan.json' with { type: 'json' }
import notUnderstood from '../../cards/not-understood.json' with { type: 'json' }
import proposal from '../../cards/proposal.json' with { type: 'json' }
import provisioningForm from '../../cards/provisioning-form.json' with { type: 'json' }
import register from '../../cards/register.json' with { type: 'json' }
import rejectForm from '../../cards/reject-form.json' with { type: 'json' }
import request from '../../cards/request.json' with { type: 'json' }
import requestForm from '../../cards/request-form.json' with { type: 'json' }
import trouble from '../../cards/trouble.json' with { type: 'json' }
import verdict from '../../cards/verdict.json' with { type: 'json' }
import welcome from '../../cards/welcome.json' with { type: 'json' }
import workspaces from '../../cards/workspaces.json' with { type: 'json' }

const fragments: Readonly<Record<string, unknown>> = {
  dialog,
  execute,
  facts,
  foot,
  head,
  hosts,
  notice,
  paragraph,
  section,
  'show-as': showAs,
}

/** Puts the fragment in the place of each `{ "$fragment": name }`; keys beside it, such as `$data`, are kept. */
function composed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(composed)
  if (typeof node !== 'object' || node === null) return node
  const { $fragment, ...rest } = node as Record<string, unknown>
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, composed(value)]))
  if ($fragment === undefined) return own
  const fragment = typeof $fragment === 'string' ? fragments[$fragment] : undefined
  if (fragment === undefined) throw new Error(`No fragment is named ${String($fragment)}.`)
  return { ...(composed(fragment) as object), ...own }
}

/** One template per file, made once: making one costs eight times as much as expanding it. */
export const templates = {
  answer: new Template(composed(answer)),
  'approvals-here': new Template(composed(approvalsHere)),
  'change-form': new Template(composed(changeForm)),
  clarify: new Template(composed(clarify)),
  explain: new Template(composed(explain)),
  help: new Template(composed(help)),
  link: new Template(composed(link)),
  managed: new Template(composed(managed)),
  network: new Template(composed(network)),
  'no-plan': new Template(composed(noPlan)),
  'not-understood': new Template(composed(notUnderstood)),
  proposal: new Template(composed(proposal)),
  'provisioning-form': new Template(composed(provisioningForm)),
  register: new Template(composed(register)),
  'reject-form': new Template(composed(rejectForm)),
  request: new Template(composed(request)),
  'request-form': new Template(composed(requestForm)),
  trouble: new Template(composed(trouble)),
  verdict: new Template(composed(verdict)),
  welcome: new Template(composed(welcome)),
  workspaces: new Template(composed(workspaces)),
} as const

export type TemplateName = keyof typeof templates
