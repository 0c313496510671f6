import { z } from 'zod'
import { inputs, verbs } from '../cards/verbs.ts'
import { openExtendForm, submitExtendForm } from '../intents/extend-request.ts'
import { openUndoForm, submitUndoForm } from '../intents/undo-request.ts'
import { aboutRequest, entered, input, limitIn, limitInput } from './press-data.ts'
import { askedIn } from './press-forms.ts'
import { reading } from './read-press.ts'

/** What is asked of a request that is done: a form, and the request that its button makes. */
export const followUpHandlers = {
  [verbs.openUndo]: reading(aboutRequest, ({ request }, _incoming, person, ports) =>
    openUndoForm(request, person, ports),
  ),
  [verbs.submitUndo]: reading(
    aboutRequest.extend({ form: z.uuid(), [inputs.reason]: input }),
    (data, incoming, person, ports) =>
      submitUndoForm(
        { request: data.request, form: data.form, ...entered('reason', data[inputs.reason]) },
        person,
        askedIn(incoming),
        ports,
      ),
  ),
  [verbs.openExtend]: reading(aboutRequest, ({ request }, _incoming, person, ports) =>
    openExtendForm(request, person, ports),
  ),
  [verbs.submitExtend]: reading(
    aboutRequest.extend({ form: z.uuid(), [inputs.reason]: input, ...limitInput }),
    (data, incoming, person, ports) =>
      submitExtendForm(
        {
          request: data.request,
          form: data.form,
          ...entered('reason', data[inputs.reason]),
          limit: limitIn(data),
        },
        person,
        askedIn(incoming),
        ports,
      ),
  ),
} as const
