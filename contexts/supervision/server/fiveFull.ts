import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { fiveFullRoutes as routes } from '../contract/fiveFullRoutes.ts'
import { periodBefore } from '../rules/bulletin/periods.ts'
import { count, tallyViews, type Count } from './bulletinCount.ts'
import { campaignsIn, subjectOf } from './bulletinFacts.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { codeOf } from './bulletinRegions.ts'

export type Board = RouteOutput<typeof routes.fiveFull>
type Row = Board['rows'][number]

/** The board of a region, that of the reader's post where none is named. */
export const boardOf = async (
  tx: Tx,
  needs: BulletinNeeds,
  actor: PersonActor,
  { regionCode = actor.regionCode, ...asked }: RouteInput<typeof routes.fiveFull>['query'],
): Promise<Result<Board>> => {
  const subject = await subjectOf(tx, { ...asked, regionCode })
  if (!subject.ok) return subject
  const { range, digitsBelow, period } = subject.value
  const days = { from: period.from, to: period.to }
  const before = periodBefore(days)
  const running = await campaignsIn(tx, range, days)
  const campaign = subject.value.campaign ?? running[0] ?? null
  const flood = campaign?.kind === 'flood' ? campaign : (running.find(({ kind }) => kind === 'flood') ?? null)
  const views = tallyViews(needs.contracts())
  const at = (name: string, digits: number): readonly Count[] => {
    const common = { range, digits }
    return [
      { ...common, label: name, days, campaignId: null, parts: ['days', 'coverage', 'present', 'rooms'] },
      { ...common, label: `${name} before`, days: before, campaignId: null, parts: ['days', 'coverage', 'rooms'] },
      ...(campaign === null
        ? []
        : [{ ...common, label: `${name} campaign`, days, campaignId: campaign.campaignId, parts: ['campaign'] } as const]),
      ...(flood === null ? [] : [{ ...common, label: `${name} flood`, days, campaignId: flood.campaignId, parts: ['campaign'] } as const]),
    ]
  }
  const counts = [...at('whole', 0), ...(digitsBelow === null ? [] : at('below', digitsBelow))]
  const counted = await count(tx, counts, views, dateInBeijing(tx.now).toString())
  const rowsOf = (name: 'whole' | 'below', nothing: Row['tally']): readonly Omit<Row, 'regionName'>[] =>
    [...counted(name)].map(([digits, tally]) => {
      const of = (what: string) => counted(`${name} ${what}`).get(digits) ?? nothing
      const targets = campaign === null ? {} : of('campaign')
      const known = flood === null ? {} : of('flood')
      const code = name === 'whole' ? regionCode : codeOf(digits)
      return {
        regionCode: code,
        whole: name === 'whole',
        alone: name === 'below' && code === regionCode,
        tally: {
          ...tally,
          ...pick(targets, ['targets', 'targetsChecked', 'targetsUnchecked']),
          ...pick(known, ['registered', 'reinspected', 'notReinspected']),
        },
        before: of('before'),
      }
    })
  const whole = rowsOf('whole', {})
  const zeros = Object.fromEntries(whole.flatMap(({ tally }) => Object.keys(tally)).map((name) => [name, 0]))
  const below =
    digitsBelow === null
      ? []
      : rowsOf('below', zeros)
          .filter(({ tally, before: then }) => [...Object.values(tally), ...Object.values(then)].some((value) => value !== 0))
          .toSorted((one, other) => (one.regionCode < other.regionCode ? -1 : 1))
  const rows = [...whole, ...below]
  const names = await needs.regionNames(tx, [...new Set(rows.map((row) => row.regionCode))])
  return ok({
    period,
    before,
    asOf: tx.at,
    campaign,
    flood,
    rows: rows.map((row) => ({ ...row, regionName: names.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode } })),
  })
}

/** The use cases of the five-full board. */
export const openFiveFullRoutes = (needs: BulletinNeeds): readonly RouteHandler[] => [
  handle(routes.fiveFull, (tx, { actor, query }) => boardOf(tx, needs, actor, query)),
]

const pick = <Name extends keyof Row['tally']>(tally: Row['tally'], names: readonly Name[]): Row['tally'] =>
  Object.fromEntries(names.flatMap((name) => (tally[name] === undefined ? [] : [[name, tally[name]]])))
