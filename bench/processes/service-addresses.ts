/** By whom a bot is called, and whose keys it believes. */
export interface ServiceAddresses {
  readonly appId: string
  readonly tenantId: string
  readonly metadataUrl: string
  /** The origin of the connector. */
  readonly connector: string
}
