import type { WebRoom } from '../../../ui/room.ts'
import { contract } from '../contract/index.ts'
import { exportsPart } from './exports/part.ts'

export const room: WebRoom = {
  name: 'ledgers',
  actions: contract.actions,
  pages: [...exportsPart.pages],
  navigation: [...exportsPart.navigation],
  commands: [...exportsPart.commands],
  exportWindow: exportsPart.exportWindow,
}
