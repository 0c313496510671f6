/** What the rest of the text and the conversation offer for an order to be about. */
export interface Offered {
  /** A host, a collection or a model is named somewhere, quotation marks included. */
  readonly thing: boolean
  readonly request: boolean
  readonly workspace: boolean
  /** The managed network is spoken of. */
  readonly network: boolean
  /** What "it" and "them" can mean. */
  readonly earlierThing: boolean
  readonly earlierRequest: boolean
  readonly earlierWorkspace: boolean
}
