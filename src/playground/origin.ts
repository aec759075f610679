/** Tells requests meant for this server from those that a page elsewhere on the web makes through somebody's browser. */
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** Whether a host, as a URL spells it, is this machine. A name that only begins like an address is not. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'))
}

/**
 * Whether a request was addressed to this server by an address, as `localhost` or as `ownHost`, and comes from no other
 * page. Any other name may be an attacker's that was made to lead here (DNS rebinding); an address cannot be.
 */
export function isOwnRequest({ host = '', origin }: IncomingHttpHeaders, ownHost: string): boolean {
  const name = URL.parse(`http://${host}`)?.hostname ?? ''
  const isNamed = name === 'localhost' || name === ownHost || isIP(name.replace(/^\[(.*)\]$/u, '$1')) !== 0
  return isNamed && (origin === undefined || URL.parse(origin)?.host === host)
}
