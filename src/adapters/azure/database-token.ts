import type { TokenCredential } from '@azure/identity'

/** The audience of Azure Database for PostgreSQL (flexible-server, how-to-connect-with-managed-identity). */
const scope = 'https://ossrdbms-aad.database.windows.net/.default'

/** The password of a database that knows its users from Entra: a token, asked for at each connection. Credentials keep theirs. */
export function databaseToken(credential: TokenCredential): () => Promise<string> {
  return async () => {
    const token = await credential.getToken(scope)
    if (token === null) throw new Error('The credential has no token for the database.')
    return token.token
  }
}
