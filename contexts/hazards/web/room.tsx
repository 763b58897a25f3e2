import type { WebRoom } from '../../../ui/room.ts'
import { actions } from '../contract/actions.ts'
import { campaignsPart } from './campaigns/part.ts'
import { criteriaPart } from './criteria/part.ts'
import { figuresPart } from './figures/part.ts'
import { hazardsPart } from './hazards/part.ts'
import { pocketPart } from './pocket/part.ts'
import { unitsPart } from './units/part.ts'
import { visitsPart } from './visits/part.ts'

const parts = [hazardsPart, campaignsPart, visitsPart, unitsPart, criteriaPart, figuresPart, pocketPart]

/** Hazards, campaigns, visits, the register of units, checklists, figures, and the pocket. */
export const room: WebRoom = {
  name: 'hazards',
  actions,
  pages: parts.flatMap(({ pages }) => pages),
  navigation: parts.flatMap(({ navigation }) => navigation),
  commands: parts.flatMap(({ commands }) => commands),
  records: parts.flatMap(({ records }) => records),
  senders: pocketPart.senders ?? {},
}
