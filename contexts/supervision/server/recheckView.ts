import type { RouteOutput } from '../../../kernel/contract.ts'
import type { PersonActor } from '../../../kernel/actor.ts'
import { sentenceOf } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { inspectionRefusals } from '../contract/inspectionRefusals.ts'
import type { recheckRoutes } from '../contract/recheckRoutes.ts'
import { confirm, find, tierOfScope, type Supervisor, type Verdict } from '../rules/recheck.ts'
import type { Needs } from './needs.ts'
import type { RecheckRow } from './recheckStore.ts'

type Line = RouteOutput<typeof recheckRoutes.rechecks>['rows'][number]
type View = RouteOutput<typeof recheckRoutes.recheck>

/** How a recheck is named where one word must do: on the audit record, for its evidence. */
export const recordIdOf = ({ unitId, recheckId }: Pick<RecheckRow, 'unitId' | 'recheckId'>): string => `${unitId}.${recheckId}`

const distinct = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))]

/** Rechecks as a list shows them, with the names of the whole page. */
export const recheckLines = async (tx: Tx, { regionNames, peopleNames }: Needs, rows: readonly RecheckRow[]): Promise<Line[]> => {
  const regions = await regionNames(tx, distinct(rows.map(({ regionCode }) => regionCode)))
  const people = await peopleNames(tx, distinct(rows.flatMap(({ closure, assigneeId }) => [closure.closerId, assigneeId])))
  return rows.map((row) => ({
    unitId: row.unitId,
    recheckId: row.recheckId,
    hazardId: row.hazardId,
    drawId: row.drawId,
    doubtId: row.doubtId,
    number: row.number,
    description: row.description,
    unitName: row.unitName,
    regionCode: row.regionCode,
    regionName: regions.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode },
    level: row.level,
    state: row.state,
    outcome: row.outcome,
    closedAt: row.closedAt,
    closerId: row.closure.closerId,
    closerName: people.get(row.closure.closerId) ?? '',
    drawnAt: row.drawnAt,
    dueAt: row.dueAt,
    assigneeId: row.assigneeId,
    assigneeName: row.assigneeId === null ? null : (people.get(row.assigneeId) ?? ''),
    settledAt: row.settledAt,
    version: row.version,
  }))
}

const refusalOf = (verdict: Verdict<unknown>): View['may']['find'] =>
  verdict.ok ? null : { code: verdict.refusal.code, sentence: sentenceOf(inspectionRefusals, verdict.refusal) }

const placeOf = ({ lng, lat, accuracyMetres }: RecheckRow): View['place'] =>
  lng === null || lat === null ? null : { lng, lat, accuracyMetres: accuracyMetres ?? 0 }

/** Everything right but what is asked: so a screen learns whether the person may at all. */
const rightFinding = { finding: 'true', note: 'x', photos: 99, position: null, noPositionReason: 'x' } as const

/** A recheck as its page shows it, with what the reader may do and why not. */
export const recheckViewOf = async (tx: Tx, needs: Needs, actor: PersonActor, row: RecheckRow): Promise<View> => {
  const [line] = await recheckLines(tx, needs, [row])
  if (!line) throw new Error('a recheck has a line')
  const people = await needs.peopleNames(tx, distinct([row.closure.reviewerId, row.foundBy, row.confirmedBy]))
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id) ?? ''))
  const by: Supervisor = { personId: actor.personId, tier: tierOfScope(actor.scope.lo) }
  const { foundLng: lng, foundLat: lat, foundAccuracyMetres: accuracyMetres } = row
  return {
    ...line,
    recordId: recordIdOf(row),
    place: placeOf(row),
    closerTier: row.closure.closerTier,
    reviewerName: nameOf(row.closure.reviewerId) ?? '',
    finding: row.finding,
    note: row.note,
    foundBy: row.foundBy,
    foundByName: nameOf(row.foundBy),
    foundAt: row.foundAt,
    position: lng === null || lat === null ? null : { lng, lat, accuracyMetres: accuracyMetres ?? 0 },
    distanceMetres: row.distanceMetres,
    noPositionReason: row.noPositionReason,
    confirmedByName: nameOf(row.confirmedBy),
    confirmedAt: row.confirmedAt,
    confirmNote: row.confirmNote,
    confirmDueAt: row.confirmDueAt,
    may: {
      find: refusalOf(find(row, by, rightFinding, null, { recheckMetres: 1, recheckPhotos: 1 })),
      confirm: refusalOf(confirm(row, by, { agree: true, note: '' })),
    },
  }
}

export { placeOf }
