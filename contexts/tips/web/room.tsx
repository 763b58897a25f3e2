import type { WebRoom } from '../../../ui/room.ts'
import { actions } from '../contract/actions.ts'
import { officePart } from './office/part.ts'
import { publicPages } from './public/part.ts'

/** What the public tells: the page without sign-in, and the office's side of it. */
export const room: WebRoom = {
  name: 'tips',
  actions,
  pages: [...publicPages, ...officePart.pages],
  navigation: officePart.navigation,
  commands: officePart.commands,
  records: officePart.records,
}
