import type { Sentence } from '../../../../../kernel/refusals.ts'
import type { Checklist, Scope, Sector } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

/** What a list of our own needs to be told; the rest is the same for all of them. */
export type RoutineList = {
  readonly key: string
  readonly sector: Sector
  readonly title: Sentence
  /** The rules it rests on, as a whole. */
  readonly source: string
  readonly appliesTo: Scope
  readonly table: string
}

/**
 * A list for daily checks, put together here in our own words on the rules that each item names. Its items never make a
 * hazard major: where a case is grave enough, the inspector cites the authority's list beside it.
 */
export const routineList = ({ key, sector, title, source, appliesTo, table }: RoutineList): Checklist => ({
  key,
  edition: '2026',
  title,
  documentNumber: null,
  sector,
  purpose: 'routine',
  inForceFrom: '2026-01-01',
  inForceTo: null,
  source,
  confidence: 'medium',
  appliesTo,
  note: {
    zh: '本平台自编的日常检查清单；单位可以增加条目。',
    en: 'Put together by this platform for daily checks; a unit may add items.',
  },
  items: readItems({ key, makesMajor: false, confidence: 'medium' }, table),
})
