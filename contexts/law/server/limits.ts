import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { tightens } from '../../../kernel/law.ts'
import { countryCode } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { kernelRules } from '../contract/words.ts'
import { findLimit, insertVouch, listLimits, revisionsOf, standardsInUse, vouchesOf, type LimitRow } from './limitStore.ts'
import type { Names, Needs } from './needs.ts'
import { heldBy, holdersOf, tightenedHistory, type TightenedRow } from './tightenedStore.ts'

export type Limit = RouteOutput<typeof routes.tightenLimit>
type Tightening = NonNullable<Limit['own']>
type Told = { readonly people: Names; readonly organisations: Names }

/** A record shows so many tightenings and so many deeds; the rest is on the audit record. */
const most = 200

/** The names behind rows, each asked once. */
const namesFor = async (
  tx: Tx,
  needs: Needs,
  limits: readonly LimitRow[],
  tightened: readonly TightenedRow[],
  others: readonly string[] = [],
): Promise<Told> => {
  const people = [
    ...others,
    ...limits.map(({ vouchedBy }) => vouchedBy),
    ...tightened.flatMap(({ personId, releasedBy }) => [personId, releasedBy]),
  ]
  const organisations = tightened.map(({ organisationId }) => organisationId)
  return {
    people: await needs.peopleNames(tx, [...new Set(people.filter((id) => id !== null))]),
    organisations: await needs.organisationNames(tx, [...new Set(organisations)]),
  }
}

/** A limit's value bounds as the rule that judges wants them. */
export const judged = ({ key, value, tighten, strictest, retiredAt }: LimitRow) => ({
  key,
  value,
  tighten,
  ...(strictest === null ? {} : { strictest }),
  retired: retiredAt !== null,
})

const tighteningOf = (limit: LimitRow, row: TightenedRow, { people, organisations }: Told): Tightening => ({
  organisationId: row.organisationId,
  organisationName: organisations.get(row.organisationId) ?? null,
  value: row.value,
  reason: row.reason,
  by: people.get(row.personId) ?? null,
  at: row.at,
  counts: limit.retiredAt === null && tightens(judged(limit), row.value),
})

const shownLimit = ({ deedTitle }: Needs, row: LimitRow, own: TightenedRow | undefined, told: Told): Limit => {
  const { revision: _revision, usedIn, vouchedBy, vouchedAt, vouchedSource, ...limit } = row
  return {
    ...limit,
    usedIn: usedIn.map((name) => ({ name, title: kernelRules[name] ?? deedTitle(name) ?? null })),
    vouched: vouchedAt === null ? null : { by: told.people.get(vouchedBy ?? '') ?? null, at: vouchedAt, source: vouchedSource ?? '' },
    own: own ? tighteningOf(row, own, told) : null,
  }
}

/** A limit as the screens show it to this actor; undefined where there is none of this key. */
export const limitFor = async (tx: Tx, needs: Needs, actor: PersonActor, key: string): Promise<Limit | undefined> => {
  const row = await findLimit(tx, key)
  if (!row) return undefined
  const [own] = await heldBy(tx, actor.organisationId, key)
  return shownLimit(needs, row, own, await namesFor(tx, needs, [row], own ? [own] : []))
}

const byClause = new Intl.Collator('zh-Hans-CN', { numeric: true })

const order = (one: LimitRow, other: LimitRow): number =>
  byClause.compare(one.standard, other.standard) || byClause.compare(one.clause, other.clause) || byClause.compare(one.key, other.key)

const history = async (tx: Tx, needs: Needs, key: string): Promise<RouteOutput<typeof routes.limit>['history']> => {
  const tightened = await tightenedHistory(tx, key, most)
  const vouches = await vouchesOf(tx, key, most)
  const { people, organisations } = await namesFor(
    tx,
    needs,
    [],
    tightened,
    vouches.map(({ personId }) => personId),
  )
  const organisationName = ({ organisationId }: TightenedRow): string | null => organisations.get(organisationId) ?? null
  return [
    ...tightened.map((row) => ({
      at: row.at,
      by: people.get(row.personId) ?? null,
      deed: 'tightened' as const,
      organisationName: organisationName(row),
      value: row.value,
      reason: row.reason,
    })),
    ...tightened.flatMap((row) =>
      row.endedAt === null || row.releasedBy === null
        ? []
        : [
            {
              at: row.endedAt,
              by: people.get(row.releasedBy) ?? null,
              deed: 'released' as const,
              organisationName: organisationName(row),
              value: null,
              reason: row.releaseReason ?? '',
            },
          ],
    ),
    ...vouches.map(({ at, personId, source }) => ({
      at,
      by: people.get(personId) ?? null,
      deed: 'vouched' as const,
      organisationName: null,
      value: null,
      reason: source,
    })),
  ]
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, most)
}

const vouch = async (tx: Tx, needs: Needs, actor: PersonActor, key: string, source: string): Promise<Result<Limit>> => {
  const limit = await findLimit(tx, key)
  if (!limit) return refuse('RECORD_NOT_FOUND', { kind: 'limit', id: key })
  if (limit.retiredAt !== null) return refuse('LIMIT_RETIRED', { key })
  await insertVouch(tx, actor, { key, revision: limit.revision, source })
  const { standard, edition, clause, value } = limit
  // The law is the country's, but the deed is that of an officer in his county: it stands on the record where he is.
  tx.audit({
    action: 'limit.vouch',
    record: { kind: 'limit', id: key },
    regionCode: actor.regionCode,
    organisationId: actor.organisationId,
    after: { standard, edition, clause, value, source },
  })
  tx.emit({ type: 'law.limitVouched', regionCode: countryCode, record: { kind: 'limit', id: key }, payload: { key } })
  return ok((await limitFor(tx, needs, actor, key))!)
}

/** Every limit that a filter leaves, by standard, clause and key. */
export const limitsFor = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  query: RouteInput<typeof routes.limits>['query'],
): Promise<readonly Limit[]> => {
  const limits = (await listLimits(tx, query)).toSorted(order)
  const held = await heldBy(tx, actor.organisationId)
  const ownByKey = new Map(held.map((row) => [row.key, row]))
  const told = await namesFor(tx, needs, limits, held)
  return limits.map((row) => shownLimit(needs, row, ownByKey.get(row.key), told))
}

/** The limits: read by all, vouched for by an officer who has the official text before him. */
export const openLimits = (needs: Needs): readonly RouteHandler[] => [
  handle(routes.limits, async (tx, { actor, query }) => {
    const rows = await limitsFor(tx, needs, actor, query)
    return ok({
      rows: [...rows],
      total: rows.length,
      standards: (await standardsInUse(tx)).toSorted((one, other) => byClause.compare(one.standard, other.standard)),
    })
  }),

  handle(routes.limit, async (tx, { actor, params }) => {
    const row = await findLimit(tx, params.key)
    if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'limit', id: params.key })
    const [own] = await heldBy(tx, actor.organisationId, params.key)
    const holders = await holdersOf(tx, params.key, most)
    const told = await namesFor(tx, needs, [row], own ? [...holders, own] : holders)
    return ok({
      limit: shownLimit(needs, row, own, told),
      revisions: await revisionsOf(tx, params.key),
      tightened: holders.map((holder) => tighteningOf(row, holder, told)),
      history: await history(tx, needs, params.key),
    })
  }),

  handle(routes.vouchLimit, (tx, { actor, params, body }) => vouch(tx, needs, actor, params.key, body.source)),
]
