import { createContext, use } from 'react'
import type { LiveConnection } from '../../ui/live.ts'
import type { WebPage, WebRoom } from '../../ui/room.ts'

/** What the frame is built from: the rooms, and the connection that tells what changed. */
export type Shell = { readonly rooms: readonly WebRoom[]; readonly live: LiveConnection }

/** Which window stands above the page. */
export type Above = 'palette' | 'shortcuts' | 'posts' | 'menu' | null

export const ShellContext = createContext<Shell | null>(null)

export const useShell = (): Shell => {
  const shell = use(ShellContext)
  if (!shell) throw new Error('No shell around this part')
  return shell
}

/** Whether a page can be gone to as it stands, without a record to name. */
export const isOpenPage = (page: WebPage): boolean => !page.path.includes('$')

/** What the present post may do, of anything that names an action. */
export const mayAll = <Thing extends { readonly action?: string }>(
  things: readonly Thing[],
  actions: ReadonlySet<string>,
): readonly Thing[] => things.filter((thing) => thing.action === undefined || actions.has(thing.action))
