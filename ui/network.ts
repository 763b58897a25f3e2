import { keep, recall } from './keep.ts'
import { createState, useStateOf } from './state.ts'

/** Whether the server can be reached, and since when it is so, in milliseconds since 1970 by the phone. */
export type Network = { readonly online: boolean; readonly since: number }

const kept = Number(recall('offlineSince'))
const wasOffline = Number.isFinite(kept) && kept > 0

const state = createState<Network>({ online: !wasOffline, since: wasOffline ? kept : Date.now() })

/** Takes note of whether the server answers. A phone that was shut without network still knows since when. */
export const noteNetwork = (online: boolean): void => {
  if (state.get().online === online) return
  const since = Date.now()
  keep('offlineSince', online ? null : String(since))
  state.set({ online, since })
}

export const useNetwork = (): Network => useStateOf(state)
export const networkNow = (): Network => state.get()
