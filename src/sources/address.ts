/** Decides which addresses a fetch may reach: the rules behind the guarded HTTP of fetch.ts, without any I/O. */
import ipaddr from 'ipaddr.js'

/** What the operator lets through besides the public internet. */
export interface AddressPolicy {
  /** True where this host and port were allowed by name, so any address behind them may be used. */
  allowsHost(host: string, port: number): boolean
  /** True where this address is public, or inside an allowed network. Anything that is no address is refused. */
  allowsAddress(address: string): boolean
}

/** Azure's platform endpoint: publicly numbered, yet it answers only from inside (metadata, DHCP, health). */
const deniedAddresses = new Set(['168.63.129.16'])

/** All global unicast IPv6 lies in here (RFC 4291, section 2.4); everything outside has a special meaning. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/** True for an address that anybody on the internet can reach, in any notation that ipaddr.js reads. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '')
  if (!ipaddr.isValid(bare)) return false
  const parsed = ipaddr.parse(bare)
  if (parsed.kind() === 'ipv4') {
    return parsed.range() === 'unicast' && !deniedAddresses.has(parsed.toString())
  }
  // IPv4 inside IPv6 (mapped, compatible, NAT64, 6to4, Teredo) is refused as a whole: no public site needs it,
  // and each form is a way to spell a private IPv4 address.
  return parsed.match(globalUnicast) && parsed.range() === 'unicast'
}

/**
 * Reads the allow list: each entry a host name or address, `host:port`, or a CIDR network.
 * Throws a plain Error that names the entry when one is none of these, so that a typing slip fails at start.
 */
export function createAddressPolicy(allow: readonly string[]): AddressPolicy {
  const hosts = new Set<string>()
  const networks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const entry of allow.map((each) => each.trim()).filter((each) => each !== '')) {
    if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else hosts.add(readHostEntry(entry))
  }
  return {
    allowsHost: (host, port) => {
      const name = plainHost(host)
      return hosts.has(name) || hosts.has(`${name} ${port}`)
    },
    allowsAddress: (address) => isPublicAddress(address) || networks.some((each) => isInside(address, each)),
  }
}

/** Host without brackets or the final dot of a fully qualified name, in lower case. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
}

/** True where the host is an address in itself (the URL parser has already turned 0x7f.1 and 2130706433 into one). */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(plainHost(host))
}

function readHostEntry(entry: string): string {
  if (ipaddr.IPv6.isValid(entry)) return plainHost(new URL(`http://[${entry}]`).hostname)
  const url = URL.parse(`http://${entry}`)
  if (!url || url.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new Error(`not a host, host:port or network: ${entry}`)
  // URL drops port 80, the default of its scheme, so the port is read from the text.
  const port = /:(\d+)$/u.exec(entry)?.[1]
  return port === undefined ? plainHost(url.hostname) : `${plainHost(url.hostname)} ${Number(port)}`
}

function isInside(address: string, [network, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean {
  if (!ipaddr.isValid(plainHost(address))) return false
  // `process` unwraps ::ffff:a.b.c.d, the form in which a dual-stack socket reports an IPv4 peer.
  const parsed = ipaddr.process(plainHost(address))
  return parsed.kind() === network.kind() && parsed.match(network, bits)
}
