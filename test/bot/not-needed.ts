import type { IntentPorts } from '../../src/intents/intent-ports.ts'

/** Where a test must not come. */
export async function notNeeded(): Promise<never> {
  throw new Error('this is not done here')
}

/** Ports that a form or a card does not use. */
export const portsNotNeeded: Pick<IntentPorts, 'lookup' | 'subscriptions' | 'references' | 'mayHearOf'> = {
  mayHearOf: async () => true,
  lookup: { byNumber: notNeeded, latestOf: notNeeded, durations: notNeeded },
  subscriptions: {
    subscribe: notNeeded,
    unsubscribe: notNeeded,
    of: notNeeded,
    lookAgain: notNeeded,
    end: notNeeded,
  },
  references: {
    remember: notNeeded,
    forget: notNeeded,
    conversation: notNeeded,
    userIds: async () => [],
    approvalsPlace: notNeeded,
    setApprovalsPlace: notNeeded,
  },
}
