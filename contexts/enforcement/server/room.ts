import type { ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'

export type EnforcementRoom = { readonly room: ServerRoom }

/** Opens the room. */
export const openEnforcement = (): EnforcementRoom => ({ room: { contract, routes: [], listeners: [], jobs: [], law: [] } })
