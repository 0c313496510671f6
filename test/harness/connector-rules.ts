import type { CardJson } from './card-content.ts'

/** What Teams would refuse or spoil in an activity that the bot sends; empty where all is well. */
export function complaintsAbout(
  activity: Readonly<Record<string, unknown>>,
  conversationId: string,
  botId: string,
): string[] {
  const complaints: string[] = []
  const check = (fine: boolean, complaint: string) => {
    if (!fine) complaints.push(complaint)
  }
  const conversation = activity.conversation as CardJson | undefined
  const from = activity.from as CardJson | undefined
  const text = typeof activity.text === 'string' ? activity.text : ''
  const attachments = Array.isArray(activity.attachments) ? (activity.attachments as CardJson[]) : []
  if (activity.type === 'typing') return complaints
  check(activity.type === 'message', `The type is ${String(activity.type)}.`)
  check(conversation?.id === conversationId, 'The conversation in the body is not the one in the address.')
  check(from?.id === botId, `It is sent in the name of ${String(from?.id)}.`)
  check(text === '' || attachments.length === 0, 'Text and card stand in one activity: Teams splits it.')
  check(text !== '' || attachments.length > 0, 'It says nothing.')
  // How Teams counts: UTF-16, two bytes a letter.
  check(2 * JSON.stringify(activity).length <= 80 * 1024, 'It is longer than 80 kB.')
  for (const { contentType, content } of attachments) {
    const card = content as CardJson | undefined
    check(
      contentType === 'application/vnd.microsoft.card.adaptive',
      `The attachment is a ${String(contentType)}.`,
    )
    check(card?.type === 'AdaptiveCard', 'The attachment holds no Adaptive Card.')
    check(
      typeof activity.summary === 'string' && activity.summary !== '',
      'The card has no summary for the toast.',
    )
    check(!JSON.stringify(card).includes('${'), 'A placeholder is left in the card.')
    const refresh = card?.refresh as { readonly userIds?: unknown } | undefined
    check(
      !refresh || Array.isArray(refresh.userIds),
      'The refresh names no user ids: everybody’s client would refresh.',
    )
  }
  for (const entity of Array.isArray(activity.entities) ? (activity.entities as CardJson[]) : []) {
    if (entity.type !== 'mention') continue
    check(
      text.includes(String(entity.text)),
      `The mention ${String(entity.text)} does not stand in the text.`,
    )
  }
  return complaints
}
