import type { WebRoom } from '../../../ui/room.ts'
import { contract } from '../contract/index.ts'

export const room: WebRoom = { name: 'supervision', actions: contract.actions, pages: [], navigation: [], commands: [] }
