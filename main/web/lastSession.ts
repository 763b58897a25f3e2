import type { routes } from '../../contexts/identity/contract/index.ts'
import type { RouteOutput } from '../../kernel/contract.ts'
import { keep, recall } from '../../ui/keep.ts'

/** What the server says about who is signed in. */
export type Me = RouteOutput<typeof routes.me>

/*
 * Without network the person who signed in last on this phone can go on working. Only who it is and what the post may do
 * is kept; the server decides again about everything when it is sent.
 */

/** Keeps who is signed in; null at the sign-out. */
export const keepMe = (me: Me | null): void => keep('lastSession', me === null ? null : JSON.stringify(me))

/** Who signed in last here, or null. */
export const lastMe = (): Me | null => {
  const text = recall('lastSession')
  return text === null ? null : (JSON.parse(text) as Me)
}

/** Whether the address belongs to the pocket, which works without network. */
export const isPocketPath = (pathname: string): boolean => pathname === '/m' || pathname.startsWith('/m/')
