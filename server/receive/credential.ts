import type { IncomingHttpHeaders } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'

/** What somebody brings to show who they are. A browser adds its cookie by itself, also to what another site made it send. */
export interface Credential {
  readonly token: string
  readonly by: 'cookie' | 'bearer'
}

type Scheme = 'http' | 'https'

/** `__Host-` holds a cookie to TLS and to this very host; browsers refuse it over plain http. */
const cookieName = (scheme: Scheme): string => (scheme === 'https' ? '__Host-bulkhead' : 'bulkhead')

export const credentialOf = ({ authorization, cookie }: IncomingHttpHeaders, scheme: Scheme): Credential | null => {
  const bearer = /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (bearer !== undefined) return { token: bearer, by: 'bearer' }
  const token = parseCookie(cookie ?? '')[cookieName(scheme)]
  return token ? { token, by: 'cookie' } : null
}

/** The longest that a browser's session lasts. When it really ends the server knows. */
const COOKIE_S = 86_400

/** `Set-Cookie` of a session; without a token, of one that has ended. */
export const sessionCookie = (token: string | null, scheme: Scheme): string =>
  stringifySetCookie({
    name: cookieName(scheme),
    value: token ?? '',
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: scheme === 'https',
    maxAge: token === null ? 0 : COOKIE_S,
  })
