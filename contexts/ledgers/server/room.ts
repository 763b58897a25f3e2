import type { ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'

export type LedgersRoom = { readonly room: ServerRoom }

/** Opens the room. */
export const openLedgers = (): LedgersRoom => ({ room: { contract, routes: [], listeners: [], jobs: [], law: [] } })
