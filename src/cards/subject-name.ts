import type { DeploymentOption } from '../knowledge/collection.ts'
import type { Labels } from '../language/labels.ts'
import type { Subject } from './answer-data.ts'

/** The name of what is asked about: the model, or else its collection. */
export function nameOf({ collection, model }: Pick<Subject, 'collection' | 'model'>): string {
  return model?.name ?? collection.name
}

/** The same with its deployment option, where that was asked or tells two lines apart. */
export function subjectName(
  subject: Pick<Subject, 'collection' | 'model'> & { readonly option?: DeploymentOption },
  labels: Labels,
): string {
  const { option } = subject
  return labels.answers.subject(
    nameOf(subject),
    option === undefined ? undefined : labels.answers.option[option],
  )
}
