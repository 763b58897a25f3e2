import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { RequestFacts } from '../audit/entry.ts'

/** What stands on the record of a nameless caller. */
export const nobody: RequestFacts = { requestId: null, address: null, device: null }

/** Marks callers by a key that only this process has and that is never written: who reads all tables finds no address. */
export type Visitors = { markOf(address: string): string }

/** Whoever has one address of IPv6 has 2^64 of them, so its network is the caller. */
const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address
  // An address of IPv4 as a server that listens to both writes it.
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1)
  const [before = '', after] = address.split('%')[0]!.split('::')
  const groups = before === '' ? [] : before.split(':')
  const end = after ? after.split(':') : []
  const zeros = after === undefined ? [] : Array.from({ length: 8 - groups.length - end.length }, () => '0')
  return [...groups, ...zeros, ...end]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

export const openVisitors = (): Visitors => {
  const key = randomBytes(32)
  return { markOf: (address) => createHmac('sm3', key).update(networkOf(address)).digest('hex').slice(0, 24) }
}
