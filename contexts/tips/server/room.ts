import type { ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'

export type TipsRoom = { readonly room: ServerRoom }

/** Opens the room. */
export const openTips = (): TipsRoom => ({ room: { contract, routes: [], listeners: [], jobs: [], law: [] } })
