import type { PressAnswer } from '../page-state.ts'

export interface Saying {
  readonly person: string
  readonly conversation: string
  readonly text: string
  readonly thread?: string
}

export interface Pressing {
  readonly person: string
  readonly conversation: string
  readonly activityId: string
  readonly action: {
    readonly type: 'Action.Execute' | 'Action.Submit'
    readonly id?: string
    readonly title?: string
    readonly verb?: string
    readonly data: unknown
  }
  readonly trigger: 'manual' | 'automatic'
  readonly inDialog?: true
}

/** Posts a message. The outcome shows in the transcript; only a page that cannot reach its server is told of here. */
export async function say(saying: Saying): Promise<string | undefined> {
  const answer = await post('/local/say', saying)
  return answer.ok ? undefined : answer.trouble
}

export async function press(pressing: Pressing): Promise<PressAnswer> {
  const answer = await post('/local/press', pressing)
  return answer.ok ? (answer.body as PressAnswer) : { httpStatus: answer.status, trouble: answer.trouble }
}

type Posted =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly trouble: string }

async function post(path: string, body: object): Promise<Posted> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, locale: navigator.language }),
    })
    if (response.ok) return { ok: true, body: await response.json() }
    const { error } = (await response.json()) as { error?: { message?: string } }
    return { ok: false, status: response.status, trouble: error?.message ?? `HTTP ${response.status}` }
  } catch {
    return { ok: false, status: 0, trouble: 'The page cannot reach its server. Is it running?' }
  }
}
