import type { Contract } from '../../../kernel/contract.ts'
import type { ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import { openAcknowledgeAlarm } from './alarms.ts'
import { openDeskRoute } from './desk.ts'
import type { Needs } from './needs.ts'
import { sourcesOf, type Sources } from './sources.ts'

export type DeskRoom = {
  readonly room: ServerRoom
  /** Looks at what the rooms publish, once all are open. Throws where the desk could not read or word it. */
  readonly check: () => void
}

/**
 * Opens the room, which owns no tables.
 * @param contracts of every room; asked once all rooms are open
 */
export const openDesk = ({ contracts, ...needs }: Needs & { readonly contracts: () => readonly Contract[] }): DeskRoom => {
  let sources: Sources | undefined
  const sourcesNow = (): Sources => (sources ??= sourcesOf(contracts()))
  return {
    room: {
      contract,
      routes: [openDeskRoute(sourcesNow, needs), openAcknowledgeAlarm(sourcesNow, needs)],
      listeners: [],
      jobs: [],
      law: [],
    },
    check: () => void sourcesNow(),
  }
}
