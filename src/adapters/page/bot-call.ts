/** What came of handing an activity to the bot. */
export type BotAnswer =
  | { readonly is: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly is: 'timed-out' }
  | { readonly is: 'unreachable' }

/** The Bot Service gives a turn 15 s, then answers 504 itself. */
const turnMilliseconds = 15_000

/** Posts an activity to the bot's endpoint as the Bot Service does. */
export async function callBot(
  botUrl: string,
  activity: Readonly<Record<string, unknown>>,
): Promise<BotAnswer> {
  try {
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(turnMilliseconds),
    })
    const text = await response.text()
    return { is: 'answered', status: response.status, body: parsed(text) }
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? { is: 'timed-out' }
      : { is: 'unreachable' }
  }
}

/** One sentence for people, or undefined where the bot took the activity. */
export function troubleOf(answer: BotAnswer): string | undefined {
  switch (answer.is) {
    case 'timed-out':
      return 'Gatehouse did not answer within 15 seconds.'
    case 'unreachable':
      return 'Gatehouse cannot be reached.'
    case 'answered':
      return answer.status >= 200 && answer.status < 300
        ? undefined
        : `Gatehouse answered with HTTP ${answer.status}.`
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
