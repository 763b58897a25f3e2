import { sql } from 'kysely'
import type { Sentence } from '../../../kernel/refusals.ts'
import { regionCode, regionLevel, type RegionRange } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { BulletinFacts, CampaignFacts } from '../rules/bulletin/facts.ts'
import { lastYearOf, periodOf, type Days, type Period, type PeriodAsked, type PeriodKind } from '../rules/bulletin/periods.ts'
import { count, tallyViews, type Count } from './bulletinCount.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { codeOf, placeOf } from './bulletinRegions.ts'

/** What a bulletin is to be of, as the route hands it over. */
export type BulletinAsked = {
  readonly regionCode: string
  readonly kind: PeriodKind
  readonly on?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly campaignId?: string | undefined
}

type CampaignRow = CampaignFacts & { readonly regionCode: string }

const campaigns = sql`select campaign_id as "campaignId", name, kind, region_code as "regionCode", from_on as "from", to_on as "to"
  from hazards.campaign_told`

const campaignById = async (tx: Tx, id: string): Promise<CampaignRow | undefined> =>
  (await sql<CampaignRow>`${campaigns} where campaign_id = ${id}::uuid`.execute(tx.tables())).rows[0]

/** More flood campaigns than this in one period would be no bulletin but a list. */
const mostFloods = 5

/** Campaigns that run in these days and in the region, or in one that holds it; the latest first. */
export const campaignsIn = async (tx: Tx, range: RegionRange, { from, to }: Days): Promise<readonly CampaignFacts[]> =>
  (
    await sql<CampaignRow>`${campaigns} where from_on <= ${to}::date and to_on >= ${from}::date order by from_on desc, campaign_id`.execute(
      tx.tables(),
    )
  ).rows
    .filter((row) => touches(row, range))
    .map(campaignFacts)

/** Whether a campaign runs in a region or above it. */
const touches = ({ regionCode: code }: CampaignRow, { lo, hi }: RegionRange): boolean => {
  const { lo: from, hi: until } = rangeOfCode(code)
  return from < hi && lo < until
}

const rangeOfCode = (code: string): RegionRange => {
  const digits = { country: 0, province: 2, city: 4, county: 6, town: 9, village: 12 }[regionLevel(regionCode(code))]
  const first = code.slice(0, digits)
  return first === '' ? { lo: '', hi: ':' } : { lo: first, hi: `${first}:` }
}

const askedOf = ({ kind, on, from, to }: BulletinAsked, campaign: CampaignFacts | null, today: string): Result<PeriodAsked> => {
  if (kind !== 'own') return ok({ kind, on: on ?? today })
  if (from !== undefined && to !== undefined) return ok({ kind, from, to })
  return campaign === null ? refuse('BULLETIN_DAYS_MISSING', {}) : ok({ kind, from: campaign.from, to: campaign.to })
}

/** Where, which days and which campaign a bulletin is of; refused where that is out of scope or makes no sense. */
export const subjectOf = async (
  tx: Tx,
  asked: BulletinAsked,
): Promise<
  Result<{
    readonly range: RegionRange
    readonly digitsBelow: number | null
    readonly period: Period
    readonly campaign: CampaignFacts | null
  }>
> => {
  const place = placeOf(tx.actor.scope, asked.regionCode)
  if (!place.ok) return place
  const { range, digitsBelow } = place.value
  const row = asked.campaignId === undefined ? null : ((await campaignById(tx, asked.campaignId)) ?? 'none')
  if (row === 'none' || (row !== null && !touches(row, range)))
    return refuse('BULLETIN_CAMPAIGN_ELSEWHERE', { campaignId: asked.campaignId ?? '', regionCode: asked.regionCode })
  const campaign = row === null ? null : campaignFacts(row)
  const today = dateInBeijing(tx.now).toString()
  const days = askedOf(asked, campaign, today)
  if (!days.ok) return days
  const period = periodOf(days.value, today)
  return period.ok ? ok({ range, digitsBelow, period: period.value, campaign }) : period
}

const campaignFacts = ({ campaignId, name, kind, from, to }: CampaignRow): CampaignFacts => ({ campaignId, name, kind, from, to })

/** Everything that a bulletin is written from, counted under one snapshot. */
export const bulletinFacts = async (tx: Tx, needs: BulletinNeeds, asked: BulletinAsked): Promise<Result<BulletinFacts>> => {
  const subject = await subjectOf(tx, asked)
  if (!subject.ok) return subject
  const level = regionLevel(regionCode(asked.regionCode))
  if (level === 'country' || level === 'village') return refuse('BULLETIN_REGION_UNSUITED', { regionCode: asked.regionCode })
  const { range, digitsBelow, period, campaign } = subject.value
  const days = { from: period.from, to: period.to }
  const lastYear = lastYearOf(days)
  const flooded =
    campaign === null
      ? (await campaignsIn(tx, range, days)).filter(({ kind }) => kind === 'flood').slice(0, mostFloods)
      : campaign.kind === 'flood'
        ? [campaign]
        : []
  const campaignId = campaign?.campaignId ?? null
  const scoped = campaign === null ? (['coverage'] as const) : (['campaign'] as const)
  const counts: readonly Count[] = [
    { label: 'now', range, days, campaignId, digits: 0, parts: ['days', ...scoped, 'present', 'rooms'] },
    { label: 'lastYear', range, days: lastYear, campaignId, digits: 0, parts: ['days'] },
    ...(digitsBelow === null
      ? []
      : [{ label: 'below', range, days, campaignId, digits: digitsBelow, parts: ['days', ...scoped, 'present'] } as const]),
    ...flooded.map((each) => ({
      label: `flood ${each.campaignId}`,
      range,
      days,
      campaignId: each.campaignId,
      digits: 0,
      parts: ['days', 'campaign'] as const,
    })),
  ]
  const counted = await count(tx, counts, tallyViews(needs.contracts()), dateInBeijing(tx.now).toString())
  const whole = (label: string) => counted(label).get('') ?? {}
  const below = digitsBelow === null ? [] : [...counted('below')].map(([digits, tally]) => ({ code: codeOf(digits), tally }))
  const names = await needs.regionNames(tx, [asked.regionCode, ...below.map(({ code }) => code)])
  const nameOf = (code: string): Sentence => names.get(code) ?? { zh: code, en: code }
  return ok({
    regionCode: asked.regionCode,
    regionName: nameOf(asked.regionCode),
    period,
    campaign,
    asOf: tx.at,
    tally: whole('now'),
    lastYear: { ...lastYear, tally: whole('lastYear') },
    floods: flooded.map((each) => ({ ...each, tally: whole(`flood ${each.campaignId}`) })),
    regions: below
      // A place where nothing stands and nothing happened would only lengthen the table.
      .filter(({ tally }) => Object.values(tally).some((value) => value !== 0))
      .map(({ code, tally }) => ({ regionCode: code, regionName: nameOf(code), alone: code === asked.regionCode, tally }))
      .toSorted((one, other) => (one.regionCode < other.regionCode ? -1 : 1)),
  })
}
