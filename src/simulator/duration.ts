const minute = 60_000

/** How long Azure takes, in milliseconds of its own time (how-to-managed-network; rule: observed 10 to 15 minutes). */
export const durations = {
  provision: 30 * minute,
  /** Added once, by the first FQDN rule: the Azure Firewall is created. */
  firewall: 10 * minute,
  rule: 12 * minute,
  /** A change of a network that does not exist yet is only stored. */
  stored: minute / 2,
} as const

const retryAfterSeconds = 30

/** Seconds for Retry-After; never below the second that the header can say. */
export function retryAfter(timeScale: number): string {
  return String(Math.max(1, Math.ceil(retryAfterSeconds / timeScale)))
}
