/** Opens the sockets of fetch.ts: sieves the answers of DNS, then looks at whom the socket really reached. */
import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { UserError } from '../core/errors.ts'
import type { AddressPolicy } from './address.ts'

/** The port that a URL, or undici's description of a connection, means. */
export function portOf(url: { protocol: string; port: string }): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

/**
 * Returns undici's connect function for `policy`. A name whose every address is refused, and a peer that turns out
 * to be one (rebinding between lookup and connect), end in UserError 'addressNotAllowed' before a byte is sent.
 */
export function createConnector(
  policy: AddressPolicy,
  lookup: (hostname: string) => Promise<readonly string[]>,
): buildConnector.connector {
  const connectVia = (permitted: (address: string) => boolean) => {
    const guardedLookup: LookupFunction = (hostname, options, callback) => {
      lookup(hostname).then(
        (addresses) => {
          const usable = addresses
            .filter(permitted)
            .map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
          const first = usable[0]
          if (!first) callback(new UserError('addressNotAllowed', { host: hostname }), [])
          else if (options.all === true) callback(null, usable)
          else callback(null, first.address, first.family)
        },
        (error: Error) => callback(error, []),
      )
    }
    return buildConnector({ lookup: guardedLookup, timeout: 10_000 })
  }
  const open = connectVia(() => true)
  const guarded = connectVia((address) => policy.allowsAddress(address))
  return (target, callback) => {
    if (policy.allowsHost(target.hostname, portOf(target))) return open(target, callback)
    guarded(target, (...[error, socket]) => {
      if (error) return callback(error, null)
      if (policy.allowsAddress(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      callback(new UserError('addressNotAllowed', { host: target.hostname }), null)
    })
  }
}
