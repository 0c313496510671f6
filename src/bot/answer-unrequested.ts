import { isKnown, type Person } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { targetsOf } from '../intents/targets.ts'
import { answerUnrequested } from '../intents/unrequested.ts'
import { isChange, type Parsed } from '../understanding/parsed.ts'
import { asksForUnrequested } from '../understanding/register-words.ts'
import type { PressPorts } from './press.ts'

/** "What is open in ws-prod that nobody asked for?", of one workspace; undefined where that is not asked. */
export async function unrequestedAsked(
  { intent, entities, unknown }: Parsed,
  text: string,
  person: Person,
  ports: PressPorts,
): Promise<Reply | undefined> {
  if (isChange(intent) || !isKnown(person) || !asksForUnrequested(text)) return undefined
  const workspaces = [...entities.workspaces, ...unknown]
  const [target, ...others] = await targetsOf({ workspaces, ids: [] }, ports.reader)
  return target?.is === 'found' && others.length === 0 ? answerUnrequested(target.id, ports) : undefined
}
