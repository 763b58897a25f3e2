import { campaignRoutes } from '../../contract/campaignRoutes.ts'
import { hangzhou, qiantang } from './cast.ts'
import type { Registered } from './register.ts'
import { tellRoute, unitOf, type Stage } from './stage.ts'

export type SampleCampaign = { readonly id: () => string; readonly fromDaysAgo: number; readonly toDaysAgo: number }

type Wanted = {
  readonly by: 'city.leader' | 'county.leader'
  readonly regionCode: string
  readonly name: string
  readonly kind: 'ordinary' | 'flood'
  readonly fromDaysAgo: number
  /** Negative: it is to end so many days from now. */
  readonly toDaysAgo: number
  readonly goals: string
  readonly checklists: readonly string[]
  readonly targets: readonly Registered[]
  readonly goalPercent: number
}

/** Begins a campaign three days ahead, puts its units in, and gives them to inspectors. */
const tellCampaign = (stage: Stage, wanted: Wanted): SampleCampaign => {
  const { times, cast } = stage
  const by = cast.by(wanted.by)
  const at = times.daysAgo(wanted.fromDaysAgo + 3)
  let id = ''
  const { name, kind, goals, goalPercent, checklists, regionCode } = wanted
  const period = { from: times.day(-wanted.fromDaysAgo), to: times.day(-wanted.toDaysAgo) }
  tellRoute(
    stage,
    { at, by, route: campaignRoutes.addCampaign },
    () => ({ body: { name, kind, goals, goalPercent, checklists, regionCode, ...period } }),
    (campaign) => {
      id = campaign.id
    },
  )
  const unitIds = () => wanted.targets.map(({ key }) => unitOf(stage, key).unitId)
  tellRoute(stage, { at: at.add({ minutes: 12 }), by, route: campaignRoutes.addTargets }, () => ({
    params: { id },
    body: { unitIds: unitIds() },
  }))
  // Each county plans its part, the sample's own with one more pair of hands.
  const counties = new Set(wanted.targets.map(({ county }) => county))
  for (const [turn, county] of [...counties].entries()) {
    const { officer, inspector } = cast.authorityOf(county)
    const hands = county === qiantang ? [inspector, cast.deputies.inspector] : [inspector]
    const inspectors = hands.map(({ personId }) => ({ personId, regionCode: county }))
    tellRoute(stage, { at: at.add({ hours: 20, minutes: turn * 7 }), by: officer, route: campaignRoutes.planCampaign }, () => ({
      params: { id },
      body: { inspectors, reason: '按辖区和专业分派' },
    }))
  }
  return { id: () => id, fromDaysAgo: wanted.fromDaysAgo, toDaysAgo: wanted.toDaysAgo }
}

/** The last flood season (15 April to 15 October by 浙江省防汛防台抗旱条例) that was over a month ago: its main months. */
const floodSeason = ({ times: { today } }: Stage): { fromDaysAgo: number; toDaysAgo: number; year: number } => {
  const ended = Temporal.PlainDate.from({ year: today.year, month: 9, day: 30 })
  const year = Temporal.PlainDate.compare(ended.add({ days: 30 }), today) < 0 ? today.year : today.year - 1
  const daysAgo = (month: number, day: number): number => Temporal.PlainDate.from({ year, month, day }).until(today).days
  return { year, fromDaysAgo: daysAgo(6, 1), toDaysAgo: daysAgo(9, 30) }
}

export type Campaigns = { readonly winter: SampleCampaign; readonly yearEnd: SampleCampaign; readonly flood: SampleCampaign }

export const tellCampaigns = (stage: Stage, units: readonly Registered[]): Campaigns => {
  const season = floodSeason(stage)
  const chemical = units.filter(({ county, findings }) => county === qiantang && (findings === 'chemical' || findings === 'chemicalStore'))
  return {
    winter: tellCampaign(stage, {
      by: 'county.leader',
      regionCode: qiantang,
      name: '钱塘区危险化学品安全冬季攻坚行动',
      kind: 'ordinary',
      fromDaysAgo: 26,
      toDaysAgo: -40,
      goals: '重大危险源企业逐家到现场；气体报警、紧急切断、特殊作业三项必查；重大隐患清零',
      checklists: ['chem20', 'aq3067', 'chemPlant', 'chemStore', 'specialWork'],
      targets: chemical,
      goalPercent: 100,
    }),
    yearEnd: tellCampaign(stage, {
      by: 'city.leader',
      regionCode: hangzhou,
      name: '杭州市岁末年初安全生产大检查',
      kind: 'ordinary',
      fromDaysAgo: 16,
      toDaysAgo: -75,
      goals: '人员密集场所、工贸企业、在建工地全覆盖；查出问题当场交办，逐级跟踪到销号',
      checklists: ['general', 'venue', 'smallPlace', 'gasUser', 'site', 'dust', 'ammonia', 'confinedSpace', 'chemPlant', 'chemStore'],
      targets: units.filter(({ kind }) => kind !== 'village'),
      goalPercent: 95,
    }),
    flood: tellCampaign(stage, {
      by: 'city.leader',
      regionCode: hangzhou,
      name: `杭州市${season.year}年汛期防汛防台隐患排查`,
      kind: 'flood',
      ...season,
      goals: '在册隐患每处都要回头看；村、工地、安置点汛前走遍',
      checklists: ['flood'],
      targets: units.filter(({ findings }) => findings === 'flood' || findings === 'site'),
      goalPercent: 100,
    }),
  }
}
