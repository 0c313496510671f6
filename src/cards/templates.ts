// The file itself: the types of the package's entry draw in sources of the renderer that do not compile strictly.
import { Template } from 'adaptivecards-templating/lib/template-engine.js'
import answer from '../../cards/answer.json' with { type: 'json' }
import approvalsHere from '../../cards/approvals-here.json' with { type: 'json' }
import changeForm from '../../cards/change-form.json' with { type: 'json' }
import clarify from '../../cards/clarify.json' with { type: 'json' }
import explain from '../../cards/explain.json' with { type: 'json' }
import followUpForm from '../../cards/follow-up-form.json' with { type: 'json' }
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
import noticeCard from '../../cards/notice-card.json' with { type: 'json' }
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

const sources = {
  answer,
  'approvals-here': approvalsHere,
  'change-form': changeForm,
  clarify,
  explain,
  'follow-up-form': followUpForm,
  help,
  link,
  managed,
  network,
  'no-plan': noPlan,
  'not-understood': notUnderstood,
  'notice-card': noticeCard,
  proposal,
  'provisioning-form': provisioningForm,
  register,
  'reject-form': rejectForm,
  request,
  'request-form': requestForm,
  trouble,
  verdict,
  welcome,
  workspaces,
} as const

export type TemplateName = keyof typeof sources

/**
 * Parsing an expression costs milliseconds, and the fragments bring the same ones into every template: each is parsed once. What
 * comes of it is only ever read. The package has no seam for it, so its own function is the seam.
 */
function parseOnce(): void {
  const engine = Template as unknown as { parseInterpolatedString(text: string): unknown }
  const parse = engine.parseInterpolatedString
  const parsed = new Map<string, unknown>()
  engine.parseInterpolatedString = text => {
    const known = parsed.get(text)
    if (known !== undefined) return known
    const made = parse(text)
    parsed.set(text, made)
    return made
  }
}
parseOnce()

const made = new Map<TemplateName, Template>()

/** One template per file, made when it is first asked for: making one costs many times as much as expanding it. */
export function templateOf(name: TemplateName): Template {
  const known = made.get(name)
  if (known !== undefined) return known
  const template = new Template(composed(sources[name]))
  made.set(name, template)
  return template
}
