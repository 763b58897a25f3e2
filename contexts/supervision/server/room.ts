import type { ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'

export type SupervisionRoom = { readonly room: ServerRoom }

/** Opens the room. */
export const openSupervision = (): SupervisionRoom => ({ room: { contract, routes: [], listeners: [], jobs: [], law: [] } })
