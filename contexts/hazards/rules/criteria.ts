/**
 * The criteria library as rules: what an inspector asks at a unit, and what makes a finding a major hazard. The lists that
 * come with the program are some 130 KB of text, so screens ask the server for them and do not import `builtInLibrary`.
 */
export { sectors } from './criteria/checklist.ts'
export type { Checklist, Item, Scope, Sector } from './criteria/checklist.ts'
export { citation } from './criteria/citation.ts'
export { checklistFaults, libraryFaults } from './criteria/faults.ts'
export type { ChecklistFault } from './criteria/faults.ts'
export { builtInLibrary } from './criteria/library.ts'
export { checklistsFor, editionInForce, fits, isInForce, itemOf, itemsFor, levelByItems } from './criteria/lookup.ts'
export type { FoundItem } from './criteria/lookup.ts'
export { unitKinds, unitTags } from './criteria/unit.ts'
export type { CheckedUnit, UnitKind, UnitTag } from './criteria/unit.ts'
