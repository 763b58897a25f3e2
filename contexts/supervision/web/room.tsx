import type { WebRoom } from '../../../ui/room.ts'
import { actions } from '../contract/actions.ts'
import { bulletinsPart } from './bulletins/part.ts'
import { doubtsPart } from './doubts/part.ts'
import { fiveFullPart } from './fiveFull/part.ts'
import { rechecksPart } from './rechecks/part.ts'

const parts = [rechecksPart, doubtsPart, bulletinsPart, fiveFullPart]

/** Draws of closed hazards and their rechecks, doubts, bulletins, the five-full board. */
export const room: WebRoom = {
  name: 'supervision',
  actions,
  pages: parts.flatMap(({ pages }) => pages),
  navigation: parts.flatMap(({ navigation }) => navigation),
  commands: parts.flatMap(({ commands }) => commands),
  records: parts.flatMap(({ records }) => records),
}
