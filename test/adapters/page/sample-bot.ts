import { type Activity, approvers, type Behaviour, cardMessage } from './fake-bot.ts'

/** A card as the bot's answers look, with everything that the page must render. */
export function verdictCard(state = 'asked') {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    refresh: { action: { type: 'Action.Execute', verb: 'look', data: { request: 7 } }, userIds: [] },
    body: [
      { type: 'TextBlock', text: 'Not yet: three hosts are missing', style: 'heading', wrap: true },
      {
        type: 'Badge',
        text: 'Not yet',
        style: 'Warning',
        fallback: { type: 'TextBlock', text: 'Verdict: not yet', color: 'Warning', weight: 'Bolder' },
      },
      {
        type: 'TextBlock',
        wrap: true,
        text: '**Hugging Face** in *ws-prod* needs hosts that no outbound rule covers. See the [documentation](https://learn.microsoft.com/azure/machine-learning/).',
      },
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          {
            type: 'TextBlock',
            wrap: true,
            text: '- cdn-lfs-us-1.hf.co\n- cdn-lfs.huggingface.co\n- huggingface.co',
          },
        ],
      },
      {
        type: 'FactSet',
        facts: [
          { title: 'Workspace', value: 'ws-prod (Sweden Central)' },
          { title: 'Isolation', value: 'Allow only approved outbound' },
          { title: 'Source', value: 'Network isolation with managed network, 15 March 2026' },
        ],
      },
      { type: 'TextBlock', text: `State: ${state}`, isSubtle: true, size: 'Small', wrap: true },
      {
        type: 'Input.Text',
        id: 'in_reason',
        label: 'Reason',
        placeholder: 'Why it is needed',
        isMultiline: true,
      },
      {
        type: 'Input.ChoiceSet',
        id: 'in_tier',
        label: 'Tier',
        value: 'wide',
        choices: [
          { title: 'Documented hosts only', value: 'narrow' },
          { title: 'With downloads', value: 'wide' },
        ],
      },
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            title: 'Request access',
            verb: 'request',
            style: 'positive',
            data: { collection: 'hf' },
          },
          { type: 'Action.Execute', title: 'Explain', verb: 'explain', data: {} },
          { type: 'Action.OpenUrl', title: 'Open the documentation', url: 'https://learn.microsoft.com/' },
        ],
      },
    ],
  }
}

/** What all see of a request, and what an approver sees. */
export function requestCard(approver: boolean, userIds: readonly string[], state = 'waiting for approval') {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    refresh: { action: { type: 'Action.Execute', verb: 'look', data: { request: 7 } }, userIds },
    body: [
      { type: 'TextBlock', text: 'Request 7: Hugging Face in ws-prod', style: 'heading', wrap: true },
      { type: 'TextBlock', text: `Asked by <at>Dana Scientist</at>, ${state}.`, wrap: true },
      ...(approver ? [{ type: 'Input.Text', id: 'in_comment', label: 'Comment' }] : []),
    ],
    actions: approver
      ? [
          {
            type: 'Action.Execute',
            title: 'Approve request 7',
            verb: 'approve',
            style: 'positive',
            data: { request: 7 },
          },
          {
            type: 'Action.Execute',
            title: 'Reject request 7',
            verb: 'reject',
            style: 'destructive',
            data: { request: 7 },
          },
        ]
      : [],
    msteams: {
      entities: [
        {
          type: 'mention',
          text: '<at>Dana Scientist</at>',
          mentioned: { id: '29:dana', name: 'Dana Scientist' },
        },
      ],
    },
  }
}

const cardAnswer = (card: object) => ({
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
})

/** A bot with a story: a question gets a card, a press on Request posts a request to the approvers. */
export function sampleBot(): Behaviour {
  return async activity => {
    if (activity.type === 'message') {
      await post(activity, activity.conversation.id, cardMessage(verdictCard()))
      return {}
    }
    const { action } = activity.value as { action: { verb: string; data: Record<string, string> } }
    const isApprover = ['29:ada', '29:amir'].includes(activity.from.id)
    switch (action.verb) {
      case 'request':
        await post(activity, approvers, cardMessage(requestCard(false, ['29:ada', '29:amir'])))
        return cardAnswer(verdictCard(`requested for “${action.data.in_reason}” (${action.data.in_tier})`))
      case 'look':
        return cardAnswer(requestCard(isApprover, ['29:ada', '29:amir']))
      case 'approve':
        return cardAnswer(requestCard(false, [], `approved with “${action.data.in_comment ?? ''}”`))
      case 'explain':
        return {
          body: {
            statusCode: 200,
            type: 'application/vnd.microsoft.activity.message',
            value: 'It is **simple**.',
          },
        }
      default:
        return {
          body: {
            statusCode: 400,
            type: 'application/vnd.microsoft.error',
            value: { code: 'BadRequest', message: 'No such verb.' },
          },
        }
    }
  }
}

async function post(activity: Activity, conversation: string, message: object): Promise<void> {
  await fetch(`${activity.serviceUrl}/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  })
}
