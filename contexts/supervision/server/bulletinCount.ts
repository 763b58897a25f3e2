import { sql, type RawBuilder } from 'kysely'
import type { Contract } from '../../../kernel/contract.ts'
import type { RegionRange } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { figureNames, withRests, type FigureName, type Tally } from '../rules/bulletin/figures.ts'
import { monthsIn, type Days } from '../rules/bulletin/periods.ts'

/** `days` what happened in the days, `coverage` the register in them, `present` what stands now, `campaign` one campaign from its first day on, `rooms` what other rooms publish by day. */
export type CountPart = 'days' | 'coverage' | 'present' | 'campaign' | 'rooms'

/** Something to be counted: where, when, for which campaign, and how far regions are told apart. */
export type Count = {
  readonly label: string
  readonly range: RegionRange
  readonly days: Days
  readonly campaignId: string | null
  /** First digits of the code that tell regions apart; 0 where they are not. */
  readonly digits: number
  readonly parts: readonly CountPart[]
}

/** A view `<room>.tally` of another room. */
export type TallyView = { readonly room: string; readonly view: string; readonly figures: readonly FigureName[] }

/** The tallies that the rooms of the house publish; a room that is not there is not counted and leaves no gap. */
export const tallyViews = (contracts: readonly Contract[]): readonly TallyView[] =>
  contracts.flatMap(({ room, views }) =>
    views
      .filter(({ name }) => name === `${room}.tally` && room !== 'hazards')
      .map(({ holds }) => ({
        room,
        view: 'tally',
        figures: figureNames.filter(
          (name) => name.startsWith(`${room}.`) && (holds === undefined || holds.includes(name.slice(room.length + 1))),
        ),
      })),
  )

type Part = RawBuilder<unknown>

const ofDays = [
  'visits',
  'selfChecks',
  'notAdmitted',
  'found',
  'foundMajor',
  'foundClosed',
  'foundMajorClosed',
  'closed',
  'closedMajor',
] as const
/** The figures that hazards keep by month, too. */
const ofMonths: readonly string[] = ofDays.filter((name) => name !== 'selfChecks')

const inRange = (column: string, { lo, hi }: RegionRange): Part => sql`${sql.ref(column)} >= ${lo} and ${sql.ref(column)} < ${hi}`
const within = (column: string, { from, to }: Days): Part => sql`${sql.ref(column)} between ${from}::date and ${to}::date`
const ofCampaign = (id: string | null): Part => (id === null ? sql`` : sql`and campaign_id = ${id}::uuid`)

/** Whole months from the figures, the days beside them from the records. */
const daysOf = ({ range, days, campaignId }: Count): readonly Part[] => {
  const { months, rest } = monthsIn(days)
  const here = sql`${inRange('region_code', range)} ${ofCampaign(campaignId)}`
  const byDay = (figures: readonly string[], parts: readonly Days[]): Part => sql`
    select region_code, figure, change from hazards.tally
    where figure = any(${[...figures]}::text[]) and ${here} and (${sql.join(
      parts.map((part) => within('day', part)),
      sql` or `,
    )})`
  if (months === null) return [byDay(ofDays, [days])]
  return [
    sql`select region_code, figure, change from hazards.month_tally where ${here} and month between ${months.from} and ${months.to}`,
    byDay(['selfChecks'], [days]),
    ...(rest.length === 0 ? [] : [byDay(ofMonths, rest)]),
  ]
}

/** By the rule of coverage: open on the last day, or checked in these days before it closed. */
const coverageOf = ({ range, days }: Count): Part => sql`
  select unit.region_code, counted.figure, counted.change
  from hazards.register_unit as unit
  left join (select distinct unit_id from hazards.outside_check where ${within('day', days)}) as checked on checked.unit_id = unit.unit_id
  cross join lateral (values ('register', 1), ('unitsChecked', (checked.unit_id is not null)::integer)) as counted (figure, change)
  where ${inRange('unit.region_code', range)} and unit.registered_on <= ${days.to}::date
    and (unit.closed_on is null or unit.closed_on > ${days.to}::date or checked.unit_id is not null)`

const presentOf = ({ range, campaignId }: Count, today: string): Part => sql`
  select region_code, case figure when 'due' then 'overdue' else figure end as figure, change from hazards.present_tally
  where ${inRange('region_code', range)} ${ofCampaign(campaignId)} and (figure <> 'due' or due_on < ${today})`

const campaignOf = ({ range, campaignId }: Count, today: string): readonly Part[] => [
  sql`select unit.region_code, counted.figure, counted.change
    from hazards.campaign_unit as unit
    cross join lateral (select case when ${today}::date >= unit.from_on and ${today}::date < unit.to_on then ${today}::date else unit.to_on end as until_on) as asked
    cross join lateral (values ('targets', 1), ('targetsChecked', unit.checked::integer)) as counted (figure, change)
    where ${inRange('unit.region_code', range)} and unit.campaign_id = ${campaignId}::uuid and unit.registered_on <= asked.until_on
      and (unit.closed_on is null or unit.closed_on > asked.until_on or unit.checked)`,
  sql`select known.region_code, counted.figure, counted.change from hazards.campaign_known as known
    cross join lateral (values ('registered', 1), ('reinspected', known.looked::integer)) as counted (figure, change)
    where ${inRange('known.region_code', range)} and known.campaign_id = ${campaignId}::uuid`,
]

const roomOf = ({ range, days }: Count, { room, view }: TallyView): Part => sql`
  select region_code, ${`${room}.`}::text || figure as figure, change from ${sql.table(`${room}.${view}`)}
  where ${inRange('region_code', range)} and ${within('day', days)}`

const kept: Readonly<Record<Exclude<CountPart, 'rooms'>, readonly FigureName[]>> = {
  days: ofDays,
  coverage: ['register', 'unitsChecked'],
  present: ['open', 'openMajor', 'openMajorFive', 'listed', 'overdue'],
  campaign: ['targets', 'targetsChecked', 'registered', 'reinspected'],
}

const keptOf = (parts: readonly CountPart[], views: readonly TallyView[]): readonly FigureName[] =>
  parts.flatMap((part) => (part === 'rooms' ? views.flatMap(({ figures }) => figures) : kept[part]))

/** Tallies by label, then by region; where regions are not told apart the region is empty. */
export type Counted = (label: string) => ReadonlyMap<string, Tally>

/**
 * Counts everything asked for in one statement, and so under one snapshot: a total and its parts cannot contradict each
 * other, whatever is written meanwhile.
 * @param today the day of which overdue is told, in Beijing
 */
export const count = async (tx: Tx, counts: readonly Count[], views: readonly TallyView[], today: string): Promise<Counted> => {
  const partsBy: { readonly [Name in CountPart]: (each: Count) => readonly Part[] } = {
    days: daysOf,
    coverage: (each) => [coverageOf(each)],
    present: (each) => [presentOf(each, today)],
    campaign: (each) => campaignOf(each, today),
    rooms: (each) => views.map((view) => roomOf(each, view)),
  }
  const partsOf = (each: Count): readonly Part[] => each.parts.flatMap((name) => partsBy[name](each))
  const statements = counts.flatMap((each) => {
    const parts = partsOf(each)
    if (parts.length === 0) return []
    return [
      sql`select ${each.label}::text as label, left(region_code, ${each.digits}::integer) as region, figure, sum(change)::bigint as total
        from (${sql.join(parts, sql` union all `)}) as told group by 2, 3`,
    ]
  })
  const { rows } =
    statements.length === 0
      ? { rows: [] }
      : await sql<{ label: string; region: string; figure: FigureName; total: number }>`${sql.join(statements, sql` union all `)}`.execute(
          tx.tables(),
        )
  return (label) => {
    const asked = counts.find((each) => each.label === label)
    if (!asked) throw new Error(`nothing was counted as ${label}`)
    const zeros = Object.fromEntries(keptOf(asked.parts, views).map((name) => [name, 0]))
    const told = new Map<string, Record<string, number>>(asked.digits === 0 ? [['', { ...zeros }]] : [])
    for (const { label: of, region, figure, total } of rows) {
      if (of !== label) continue
      const tally = told.get(region) ?? { ...zeros }
      tally[figure] = total
      told.set(region, tally)
    }
    return new Map([...told].map(([region, tally]) => [region, withRests(tally)]))
  }
}
