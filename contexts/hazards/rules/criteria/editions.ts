import type { Checklist } from './checklist.ts'

/**
 * The library with the editions of each list following each other: one that was entered without an end ends where the next
 * begins. What an administrator enters thus replaces what the program brought, from its own first day on.
 */
export const inSequence = (library: readonly Checklist[]): readonly Checklist[] =>
  library.map((list) => {
    if (list.inForceTo !== null) return list
    const next = library
      .filter(({ key, inForceFrom }) => key === list.key && inForceFrom > list.inForceFrom)
      .map(({ inForceFrom }) => inForceFrom)
      .toSorted()[0]
    return next === undefined ? list : { ...list, inForceTo: next }
  })
