import type { WebRoom } from '../../../ui/room.ts'
import { actions } from '../contract/actions.ts'
import { exportsPart } from './exports/part.ts'
import { importsPart } from './imports/part.ts'

/** Ledgers in and out. */
export const room: WebRoom = {
  name: 'ledgers',
  actions,
  pages: [...importsPart.pages, ...exportsPart.pages],
  navigation: [...importsPart.navigation, ...exportsPart.navigation],
  commands: [...importsPart.commands, ...exportsPart.commands],
  exportWindow: exportsPart.exportWindow,
}
