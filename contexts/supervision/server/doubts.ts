import { randomUUIDv7 } from 'node:crypto'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { doubtRoutes as routes } from '../contract/doubtRoutes.ts'
import { recordsOf } from '../rules/doubts/records.ts'
import { mayJudge } from '../rules/recheck.ts'
import { doubtByKey, lockDoubt, pageOfDoubts, setLooked, type DoubtRow } from './doubtStore.ts'
import { recheckDue, scopeRegion, supervisorOf } from './draws.ts'
import { closedHazards, type ClosedHazard } from './drawStore.ts'
import type { InspectionNeeds } from './needs.ts'
import { insertRecheck } from './recheckStore.ts'
import { recordIdOf } from './recheckView.ts'
import { unitNames } from './visitStore.ts'

type Line = RouteOutput<typeof routes.doubts>['rows'][number]
type View = RouteOutput<typeof routes.doubt>

const linesOf = async (tx: Tx, needs: InspectionNeeds, rows: readonly DoubtRow[]): Promise<Line[]> => {
  const regions = await needs.regionNames(tx, [...new Set(rows.map(({ regionCode }) => regionCode))])
  const names = await needs.peopleNames(tx, [...new Set(rows.flatMap(({ people }) => people))])
  return rows.map((row) => ({
    unitId: row.unitId,
    doubtId: row.doubtId,
    kind: row.kind,
    state: row.state,
    unitName: row.unitName,
    regionCode: row.regionCode,
    regionName: regions.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode },
    people: row.people.map((personId) => ({ personId, name: names.get(personId) ?? '' })),
    recordKind: row.recordKind,
    recordId: row.recordId,
    raisedAt: row.raisedAt,
    lookedAt: row.lookedAt,
  }))
}

const keyOf = (recordId: string): { readonly unitId: string; readonly hazardId: string } => {
  const [unitId = '', hazardId = ''] = recordId.split('.')
  return { unitId, hazardId }
}

/** The closed hazards that a doubt speaks of. */
const closedIn = (tx: Tx, { evidence }: DoubtRow): Promise<readonly ClosedHazard[]> => {
  const hazards = recordsOf(evidence).filter(({ kind }) => kind === 'hazard')
  return hazards.length === 0
    ? Promise.resolve([])
    : closedHazards(
        tx,
        hazards.map(({ id }) => keyOf(id)),
      )
}

const viewOf = async (tx: Tx, needs: InspectionNeeds, row: DoubtRow): Promise<View> => {
  const [line] = await linesOf(tx, needs, [row])
  if (!line) throw new Error('a doubt has a line')
  const lookedBy = row.lookedBy === null ? null : ((await needs.peopleNames(tx, [row.lookedBy])).get(row.lookedBy) ?? '')
  const units = [...new Set([row.unitId, ...recordsOf(row.evidence).map(({ unitId }) => unitId)])]
  return {
    ...line,
    evidence: row.evidence,
    units: Object.fromEntries(await unitNames(tx, units)),
    lookedByName: lookedBy,
    note: row.note,
    closedHazards: (await closedIn(tx, row)).map(({ unitId, hazardId, number, description }) => ({
      unitId,
      hazardId,
      number,
      description,
    })),
    recheckId: row.recheckId,
    version: row.version,
  }
}

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'doubt', id })

/** What looking came to; what is substantiated may have a closed hazard of it rechecked on the spot, by who looked. */
const lookRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.lookAtDoubt, async (tx, { actor, params, body: { state, note, recheckHazardId } }) => {
    const row = await lockDoubt(tx, params.unitId, params.doubtId)
    if (!row) return notFound(params.doubtId)
    if (row.lookedBy !== null && row.lookedAt !== null) return refuse('DOUBT_LOOKED_AT', { personId: row.lookedBy, at: row.lookedAt })
    let recheckId: string | null = null
    if (recheckHazardId !== null) {
      const hazard = (await closedIn(tx, row)).find(({ hazardId }) => hazardId === recheckHazardId)
      if (!hazard) return refuse('DOUBT_NO_CLOSED_HAZARD', { hazardId: recheckHazardId })
      const may = mayJudge(hazard, supervisorOf(actor))
      if (!may.ok) return may
      recheckId = randomUUIDv7()
      const dueAt = await recheckDue(tx, needs, actor.organisationId)
      await insertRecheck(tx, hazard, {
        id: recheckId,
        drawId: null,
        doubtId: row.doubtId,
        tierDigits: actor.scope.lo.length,
        madeRegion: scopeRegion(actor),
        stratum: '-',
        dueAt,
        assigneeId: actor.personId,
      })
    }
    await setLooked(tx, row, { state, by: actor.personId, note, recheckId })
    tx.audit({
      action: 'doubt.look',
      record: { kind: 'doubt', id: recordIdOf({ unitId: row.unitId, recheckId: row.doubtId }) },
      regionCode: scopeRegion(actor),
      before: { state: row.state },
      after: { state, note, recheckHazardId },
    })
    const after = await doubtByKey(tx, row.unitId, row.doubtId)
    return after ? ok(await viewOf(tx, needs, after)) : notFound(row.doubtId)
  })

/** A page of doubts, none of them about the reader. */
export const doubtsPage = async (tx: Tx, needs: InspectionNeeds, query: RouteInput<typeof routes.doubts>['query']) => {
  const { rows, total, next } = await pageOfDoubts(tx, query)
  return { rows: await linesOf(tx, needs, rows), total, next }
}

/** Doubts, for those who look into them. */
export const openDoubtRoutes = (needs: InspectionNeeds): readonly RouteHandler[] => [
  handle(routes.doubts, async (tx, { query }) => ok(await doubtsPage(tx, needs, query))),
  handle(routes.doubt, async (tx, { params }) => {
    const row = await doubtByKey(tx, params.unitId, params.doubtId)
    return row ? ok(await viewOf(tx, needs, row)) : notFound(params.doubtId)
  }),
  lookRoute(needs),
]
