import type { EvidenceView } from '../../platform/evidence/contract.ts'

/** The items that are asked for, in the order they are asked for. */
export const chosenOf = (rows: readonly EvidenceView[], ids: readonly string[] | undefined): readonly EvidenceView[] =>
  ids === undefined ? rows : ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
