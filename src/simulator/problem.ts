import type { z } from 'zod'

type Issue = z.ZodError['issues'][number]

/** Says each problem of a parse as one sentence that names the field. */
export function problemsOf(error: z.ZodError, what: string): string[] {
  return error.issues.map(issue => `${placeOf(issue.path, what)}: ${sentenceOf(issue)}`)
}

function placeOf(path: readonly PropertyKey[], what: string): string {
  let place = ''
  for (const step of path) {
    if (typeof step === 'number') place += `[${step}]`
    else if (/^[a-zA-Z_$][\w$]*$/.test(String(step)))
      place += place === '' ? String(step) : `.${String(step)}`
    else place += `["${String(step)}"]`
  }
  return place === '' ? `At the top of ${what}` : `At ${place}`
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.keys.map(key => `"${key}"`).join(', ')
      return issue.keys.length === 1
        ? `the field ${names} is not known.`
        : `the fields ${names} are not known.`
    }
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `this field is missing; it must be ${issue.expected}.`
        : `this must be ${issue.expected}.`
    default:
      return issue.message.endsWith('.') ? issue.message : `${issue.message}.`
  }
}
