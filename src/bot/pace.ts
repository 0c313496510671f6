/** How often time is asked, in milliseconds. Azure's own Retry-After always comes first. */
export interface Pace {
  /** Between two polls of an operation whose answer names no Retry-After, at first; longer the longer it runs. */
  readonly pollMs: number
  readonly slowestPollMs: number
  /** Until Azure is asked again after trouble, or while another operation runs on the workspace. */
  readonly obstacleMs: number
  /** Until a request that waits for another one on the same workspace looks again. */
  readonly queueMs: number
  /** How long nobody else may write after a worker said that it is about to. */
  readonly leaseMs: number
  /** The time-out of a write, well within the lease: what began in time ends in time. */
  readonly writeMs: number
  /** How long a result that was read back must stay before it is called done. */
  readonly settleMs: number
  /** How long a result may stay under way after Azure called the operation finished. */
  readonly patienceMs: number
  /** How long a result is watched whose operation nobody can ask for. Longer than Azure's slowest provisioning. */
  readonly watchMs: number
  /** How often a workspace is looked at for those who wait for it, and when it is given up. */
  readonly waiting: { readonly fromMs: number; readonly toMs: number; readonly mostMs: number }
}

/** For Azure, where things take minutes. */
export const azurePace: Pace = {
  pollMs: 15_000,
  slowestPollMs: 60_000,
  obstacleMs: 20_000,
  queueMs: 10_000,
  leaseMs: 30_000,
  writeMs: 20_000,
  settleMs: 60_000,
  patienceMs: 30 * 60_000,
  watchMs: 120 * 60_000,
  waiting: { fromMs: 30_000, toMs: 300_000, mostMs: 7 * 24 * 3_600_000 },
}

/** For the simulator, where they take a second. */
export const simulatedPace: Pace = {
  ...azurePace,
  pollMs: 1_000,
  slowestPollMs: 4_000,
  obstacleMs: 1_000,
  queueMs: 1_000,
  leaseMs: 8_000,
  writeMs: 5_000,
  settleMs: 1_000,
  patienceMs: 60_000,
  watchMs: 240_000,
  waiting: { fromMs: 1_000, toMs: 5_000, mostMs: 7 * 24 * 3_600_000 },
}
