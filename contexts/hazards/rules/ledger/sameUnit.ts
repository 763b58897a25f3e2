import { judgeDuplicate, nameLikeness, plainName, type UnitFeatures } from '../duplicates.ts'

/** What a unit of the register is to one that a ledger names. */
export type UnitMatch = 'same' | 'sameCodeOtherName' | 'other'

/** Below this likeness two names under one credit code are not two spellings of one name. */
const sameSpelling = 0.5

/**
 * Whether a ledger speaks of this unit of the register: by its credit code, unless the names have nothing in common, or
 * by its name at the same place; and where it is probably the same by the register's own judgement.
 */
export const matchUnit = (named: UnitFeatures, registered: UnitFeatures): UnitMatch => {
  const sameCode = named.uscc !== null && named.uscc === registered.uscc
  const otherCode = named.uscc !== null && registered.uscc !== null && !sameCode
  const [one, other] = [plainName(named.name), plainName(registered.name)]
  if (sameCode && nameLikeness(one, other) < sameSpelling) return 'sameCodeOtherName'
  if (sameCode || (one === other && !otherCode && named.regionCode === registered.regionCode)) return 'same'
  return judgeDuplicate(named, registered).probablyOne ? 'same' : 'other'
}
