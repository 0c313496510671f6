import type { IncomingMessage } from 'node:http'
import { type Answer, answer, armError } from './answer.ts'
import type { CallLog } from './call-log.ts'
import type { Request } from './exchange.ts'
import { type QueuedFault, queueSchema } from './fault.ts'
import { problemsOf } from './problem.ts'
import { issueToken } from './token.ts'

/** The principal of a token for which nobody was named: the identity of the bot. */
const ownPrincipal = 'b0000000-0000-4000-8000-0000000000b0'

const loopbackAddress = /^(127\.|::1$|::ffff:127\.)/
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

export interface Control {
  readonly now: () => number
  readonly calls: CallLog
  readonly faults: () => readonly QueuedFault[]
  readonly addFaults: (faults: readonly QueuedFault[]) => void
  readonly reset: () => void
}

/** Whether a request to `/_sim/` may come in: from this machine, and not out of a web page. */
export function mayControl(message: IncomingMessage): boolean {
  const { host = '', origin } = message.headers
  return (
    loopbackAddress.test(message.socket.remoteAddress ?? '') &&
    loopbackHost.test(host) &&
    origin === undefined
  )
}

/** Answers what starts with `/_sim/`. */
export function answerControl(request: Request, control: Control): Answer {
  const { method, path, query } = request
  const stranger = Object.keys(query).find(name => !(path === '/_sim/token' && name === 'oid'))
  if (stranger !== undefined) {
    return armError(400, 'InvalidQueryParameter', `The query parameter '${stranger}' is not known here.`)
  }
  switch (`${method} ${path}`) {
    case 'GET /_sim/token':
      return answer(200, issueToken(query.oid || ownPrincipal, control.now()))
    case 'GET /_sim/calls':
      return answer(200, control.calls.all())
    case 'GET /_sim/faults':
      return answer(200, { faults: control.faults() })
    case 'POST /_sim/faults': {
      const parsed = queueSchema.safeParse(request.body)
      if (!parsed.success) {
        return armError(400, 'InvalidFaults', problemsOf(parsed.error, 'the list of faults').join(' '))
      }
      control.addFaults(parsed.data)
      return answer(200, { faults: control.faults() })
    }
    case 'POST /_sim/reset':
      control.reset()
      return answer(204)
    default:
      return armError(404, 'NotFound', `The simulator has no control '${method} ${path}'.`)
  }
}
