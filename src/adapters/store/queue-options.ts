export interface QueueOptions {
  /** Tries after the first. */
  readonly retryLimit: number
  readonly retryDelaySeconds: number
  /** Doubles the delay from try to try, with some jitter, up to `retryDelayMaxSeconds`. */
  readonly retryBackoff: boolean
  readonly retryDelayMaxSeconds: number
  /** A running job whose process is silent for so long is taken from it. Not under 10. */
  readonly heartbeatSeconds: number
  /** How long one try may take; then its signal is aborted and the try has failed. */
  readonly expireSeconds: number
  /**
   * What a `singletonKey` means: `standard` nothing, `short` one waiting job per key, `exclusive` one waiting or running
   * job per key. Cannot be changed once the queue exists.
   */
  readonly policy: 'standard' | 'short' | 'exclusive'
}

/** With these a job is tried for about an hour before it is given up. */
export const queueDefaults: QueueOptions = {
  retryLimit: 12,
  retryDelaySeconds: 2,
  retryBackoff: true,
  retryDelayMaxSeconds: 600,
  heartbeatSeconds: 10,
  expireSeconds: 300,
  policy: 'standard',
}

/** The options in pg-boss's own words. */
export function bossQueue(options: QueueOptions) {
  return {
    retryLimit: options.retryLimit,
    retryDelay: options.retryDelaySeconds,
    retryBackoff: options.retryBackoff,
    // pg-boss refuses a maximum on a queue without backoff.
    ...(options.retryBackoff ? { retryDelayMax: options.retryDelayMaxSeconds } : {}),
    heartbeatSeconds: options.heartbeatSeconds,
    expireInSeconds: options.expireSeconds,
    notify: true,
    policy: options.policy,
  }
}
