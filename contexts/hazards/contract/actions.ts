import type { Role } from '../../../kernel/actor.ts'

const authorities: readonly Role[] = ['leader', 'officer', 'inspector']
const units: readonly Role[] = ['principal', 'safetyOfficer', 'venueManager']

/** Who may do what here. A unit sees and checks itself; an authority keeps the register and plans. */
export const actions = {
  'unit.read': [...authorities, ...units, 'dispatcher'],
  'unit.add': ['officer', 'inspector'],
  'unit.change': ['officer', 'inspector'],
  'unit.close': ['leader', 'officer'],
  'unit.join': ['leader', 'officer'],
  'unit.part': ['leader', 'officer'],
  'specialList.add': ['leader', 'officer'],
  'specialList.change': ['leader', 'officer'],
  'criteria.read': [...authorities, ...units, 'systemAdmin'],
  'criteria.add': ['systemAdmin'],
  'campaign.read': [...authorities, ...units, 'dispatcher'],
  'campaign.add': ['leader', 'officer'],
  'campaign.change': ['leader', 'officer'],
  'campaign.plan': ['leader', 'officer'],
  'visit.read': [...authorities, ...units, 'dispatcher'],
  'visit.record': [...authorities, ...units],
  'hazard.read': [...authorities, ...units, 'dispatcher', 'worker'],
  'hazard.find': [...authorities, ...units, 'worker'],
  /** To take over hazards and visits from an old ledger. */
  'hazard.enter': ['officer', 'inspector', ...units],
  'visit.enter': ['officer', 'inspector', ...units],
  /** One door for all 23 deeds; whose each of them is the rules decide. */
  'hazard.act': [...authorities, ...units, 'worker'],
  'figure.read': [...authorities, 'dispatcher'],
} as const satisfies Record<string, readonly Role[]>
