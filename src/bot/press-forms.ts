import { z } from 'zod'
import { inputs, verbs } from '../cards/verbs.ts'
import type { PressIncoming } from '../conversation/incoming.ts'
import { refuse } from '../intents/refuse.ts'
import { openChangeForm, submitChangeForm } from '../intents/request-change.ts'
import { openHostsForm, submitHostsForm } from '../intents/request-hosts.ts'
import { openProvisioningForm, submitProvisioningForm } from '../intents/request-provisioning.ts'
import { entered, input, limitIn, limitInput, word, workspace } from './press-data.ts'
import { reading } from './read-press.ts'

/** Names in one text, such as models. */
const names = z
  .string()
  .max(2_000)
  .transform(text => text.split(',').filter(name => name !== ''))

/** What a message said of how long, which the form shows. */
const limitSaid = { limitDays: input, limitDay: input } as const
const hostsForm = z.object({ workspace, collection: word, models: names.optional(), ...limitSaid })
const changeForm = z.object({
  workspace,
  collection: word.optional(),
  allow: input,
  remove: input,
  ...limitSaid,
})
export const askedIn = ({ conversation, cardActivityId }: PressIncoming) => ({
  conversation,
  ...(cardActivityId === undefined ? {} : { cardActivityId }),
})

/** Forms: what opens one, and what makes a request of it. */
export const formHandlers = {
  [verbs.openRequest]: reading(hostsForm, (data, _incoming, person, ports) =>
    ports.library.collection(data.collection) === undefined
      ? Promise.resolve(refuse({ is: 'no-such-collection' }, ports))
      : openHostsForm(
          {
            workspace: data.workspace,
            collection: data.collection,
            ...(data.models === undefined ? {} : { models: data.models }),
            limit: { ...entered('days', data.limitDays), ...entered('day', data.limitDay) },
          },
          person,
          ports,
        ),
  ),
  [verbs.submitRequest]: reading(
    hostsForm.extend({ form: z.uuid(), [inputs.tier]: input, [inputs.reason]: input, ...limitInput }),
    (data, incoming, person, ports) =>
      submitHostsForm(
        {
          workspace: data.workspace,
          collection: data.collection,
          ...(data.models === undefined ? {} : { models: data.models }),
          form: data.form,
          ...entered('tier', data[inputs.tier]),
          limit: limitIn(data),
          ...entered('reason', data[inputs.reason]),
        },
        person,
        askedIn(incoming),
        ports,
      ),
  ),
  [verbs.openChange]: reading(changeForm, ({ workspace, ...data }, _incoming, _person, ports) =>
    openChangeForm(
      {
        workspace,
        ...entered('collection', data.collection),
        ...entered('allow', data.allow),
        ...entered('remove', data.remove),
        limit: { ...entered('days', data.limitDays), ...entered('day', data.limitDay) },
      },
      ports,
    ),
  ),
  [verbs.submitChange]: reading(
    changeForm.extend({
      form: z.uuid(),
      [inputs.allow]: input,
      [inputs.remove]: input,
      [inputs.spark]: input,
      [inputs.reason]: input,
      ...limitInput,
    }),
    (data, incoming, person, ports) =>
      submitChangeForm(
        {
          workspace: data.workspace,
          form: data.form,
          ...entered('collection', data.collection),
          ...entered('allow', data[inputs.allow]),
          ...entered('remove', data[inputs.remove]),
          ...entered('spark', data[inputs.spark]),
          ...entered('reason', data[inputs.reason]),
          limit: limitIn(data),
        },
        person,
        askedIn(incoming),
        ports,
      ),
  ),
  [verbs.openProvisioning]: reading(
    z.object({ workspace, spark: z.literal('true').optional() }),
    (data, _incoming, _person, ports) => openProvisioningForm(data.workspace, data.spark === 'true', ports),
  ),
  [verbs.submitProvisioning]: reading(
    z.object({ workspace, form: z.uuid(), [inputs.reason]: input, [inputs.spark]: input }),
    (data, incoming, person, ports) =>
      submitProvisioningForm(
        {
          workspace: data.workspace,
          form: data.form,
          ...entered('reason', data[inputs.reason]),
          ...entered('spark', data[inputs.spark]),
        },
        person,
        askedIn(incoming),
        ports,
      ),
  ),
} as const
