import type { ExecuteAction, SubmitAction } from 'adaptivecards'
import type { Pressing } from './page-api.ts'

/** The action as the server wants it; the library has merged the inputs into the data. */
export function pressedAction(
  action: ExecuteAction | SubmitAction,
  type: Pressing['action']['type'],
  verb?: string,
): Pressing['action'] {
  const { id, title, data } = action
  return {
    type,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(verb === undefined ? {} : { verb }),
    data: data ?? {},
  }
}
