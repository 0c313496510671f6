import { intentNames, type ParseContext, type Slot } from './parsed.ts'

const slots: readonly Slot[] = ['workspace', 'collection', 'fqdn', 'requestId', 'model']

/** The context that a program hands over with a text. What is no part of one, or of the wrong type, is left out. */
export function contextOf(given: Readonly<Record<string, unknown>>): ParseContext {
  const lastIntent = intentNames.find(each => each === given.lastIntent)
  const pendingSlot = slots.find(each => each === given.pendingSlot)
  return {
    ...(lastIntent === undefined ? {} : { lastIntent }),
    ...namesIn(given, 'collections'),
    ...namesIn(given, 'workspaces'),
    ...namesIn(given, 'models'),
    ...namesIn(given, 'fqdns'),
    ...namesIn(given, 'rules'),
    ...(typeof given.spark === 'boolean' ? { spark: given.spark } : {}),
    ...namesIn(given, 'candidates'),
    ...(typeof given.requestId === 'number' ? { requestId: given.requestId } : {}),
    ...(pendingSlot === undefined ? {} : { pendingSlot }),
    ...(given.pendingConfirm === true ? { pendingConfirm: true } : {}),
  }
}

function namesIn(given: Readonly<Record<string, unknown>>, key: string): ParseContext {
  const value = given[key]
  const names = Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
  return names.length === 0 ? {} : { [key]: names }
}
