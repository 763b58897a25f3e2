/** A unit among those that stand as one. */
export type Joined = {
  readonly unitId: string
  /** The one it was itself found to double; null for the one that stands. */
  readonly intoId: string | null
}

/**
 * By which unit each member of a group counts once one of them is parted from the rest: the one its own joinings lead to.
 * What was joined to the parted one goes with it, whatever that one was joined to later.
 */
export const standingAfterParting = (group: readonly Joined[], partedId: string): ReadonlyMap<string, string> => {
  const into = new Map(group.map(({ unitId, intoId }) => [unitId, unitId === partedId ? null : intoId]))
  const stands = (unitId: string): string => {
    let at = unitId
    // A group is finite and has no ring: a unit is joined only to one that stands.
    for (let step = 0; step < group.length; step += 1) {
      const next = into.get(at) ?? null
      if (next === null) return at
      at = next
    }
    throw new Error(`the joinings of ${unitId} lead in a ring`)
  }
  return new Map(group.map(({ unitId }) => [unitId, stands(unitId)]))
}
