import type { Labels } from '../language/labels.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import { markdownText } from './escape.ts'
import { button, foot, head, linesOf, section } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** What a first look tells: whether Azure is seen, who decides and where. */
export interface WelcomeData {
  readonly where: 'personal' | 'groupChat' | 'channel'
  readonly workspaces:
    | { readonly is: 'seen'; readonly count: number; readonly unread: number; readonly example?: string }
    | { readonly is: 'not-read'; readonly trouble: GatewayTrouble }
  readonly approvers: readonly string[]
  /** `unknown`: the policy names a conversation that the bot has not been added to. `thread`: where each request is made. */
  readonly approvals: 'here' | 'elsewhere' | 'unknown' | 'thread'
}

const examplesShown = 3

/** Said once, where the bot was added: what it does, what works already and what still has to be set up. */
export function welcomeCard(
  { where, workspaces, approvers, approvals }: WelcomeData,
  labels: Labels,
): Rendered {
  const { welcome, help } = labels
  const seen = workspaces.is === 'seen' && workspaces.count > 0 && workspaces.unread === 0
  const complete = seen && approvers.length > 0 && approvals !== 'unknown'
  const title = welcome.title(complete)
  const example = (workspaces.is === 'seen' ? workspaces.example : undefined) ?? 'ws-prod'
  const found =
    workspaces.is === 'seen'
      ? welcome.workspaces(workspaces.count, workspaces.unread)
      : welcome.notRead(workspaces.trouble)
  return render('welcome', labels.locale, `${title}. ${help.intro}`, {
    head: head(complete ? 'accent' : 'warning', complete ? 'i' : '!', title, [help.intro]),
    checklistTitle: markdownText(welcome.checklist),
    checks: [
      check(seen, found),
      check(approvers.length > 0, welcome.approvers(approvers)),
      check(approvals !== 'unknown', welcome.approvals(approvals)),
    ],
    examples: section(labels.headings.examples, [
      ...help
        .examples(example)
        .slice(0, examplesShown)
        .map(({ say }) => `“${say}”`),
      where === 'personal' ? '' : welcome.mention,
    ]),
    foot: foot(linesOf([help.privacy])),
    actions: [
      button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {}),
      button(verbs.help, labels.buttons.help, {}),
    ],
  })
}

function check(done: boolean, sentence: string) {
  return { icon: done ? '✓' : '!', color: done ? 'good' : 'warning', text: markdownText(sentence) }
}
