import { storeTrouble } from './store-trouble.ts'

/** Where the server is, and as whom we come. */
export interface ServerAddress {
  /** postgres://user:password@host:5432/database */
  readonly url: string
  /** In place of the one in the address, asked for at each new connection: a token that expires. */
  readonly password?: () => Promise<string>
}

const unsafe = 'A token goes to the database over TLS only, and DATABASE_URL switches it off.'

/** The address in pg's words. Throws a `StoreTrouble` for one that would send a token in the clear. */
export function connectionOf({ url, password }: ServerAddress) {
  // pg takes everything from an address, the absent password too.
  if (password === undefined) return { connectionString: url }
  const { username, hostname, port, pathname, searchParams } = addressIn(url)
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  if (!here && searchParams.get('sslmode') === 'disable') throw storeTrouble(unsafe)
  return {
    user: decodeURIComponent(username),
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    database: decodeURIComponent(pathname.slice(1)),
    password,
    ...(here ? {} : { ssl: true }),
  }
}

/** Node's own error would repeat the address. */
function addressIn(url: string): URL {
  if (!URL.canParse(url)) throw storeTrouble('DATABASE_URL is no address.')
  return new URL(url)
}
