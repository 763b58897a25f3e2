import { ok } from '../../../../kernel/result.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../../platform/exportOf.ts'
import type { ExportList } from '../../../../platform/ledger.ts'
import { campaignRoutes } from '../../contract/campaignRoutes.ts'
import { yesNo } from '../../rules/ledger/written.ts'
import {
  pageOfAssignments,
  pageOfCampaigns,
  pageOfRegistered,
  pageOfTargets,
  type AssignmentLine,
  type RegisteredLine,
  type TargetLine,
} from '../campaignRead.ts'
import type { CampaignView } from '../campaignView.ts'
import type { NameNeeds } from '../pageNames.ts'

const kinds = { ordinary: { zh: '普通', en: 'ordinary' }, flood: { zh: '防汛防台', en: 'flood and typhoon' } } as const
const findings = {
  gone: { zh: '已消除', en: 'gone' },
  stillThere: { zh: '仍存在', en: 'still there' },
  worse: { zh: '加重', en: 'worse' },
} as const

/** Campaigns, their units, their plan, and the hazards they took over. */
export const campaignExports = (needs: NameNeeds): readonly ExportList[] => [
  exportOf<typeof campaignRoutes.campaigns, CampaignView>({
    list: 'hazards.campaigns',
    title: { zh: '专项行动', en: 'Campaigns' },
    route: campaignRoutes.campaigns,
    opens: '/campaigns',
    read: async (tx, { query }) => ok(await pageOfCampaigns(tx, needs, query)),
    columns: [
      exportColumn('name', ['名称', 'Name'], ({ name }) => name, { width: 36 }),
      exportColumn('kind', ['类型', 'Kind'], ({ kind }, say) => say(kinds[kind]), { width: 18 }),
      exportColumn('region', ['范围', 'Region'], ({ regionName }, say) => say(regionName)),
      exportColumn('from', ['开始', 'From'], ({ from }) => from, { width: 12, as: 'day' }),
      exportColumn('to', ['结束', 'To'], ({ to }) => to, { width: 12, as: 'day' }),
      exportColumn('endedOn', ['提前结束日期', 'Ended early on'], ({ endedOn }) => endedOn, { width: 14, as: 'day' }),
      exportColumn('goals', ['目标', 'Goals'], ({ goals }) => goals, { width: 44 }),
      exportColumn('goalPercent', ['覆盖率目标（%）', 'Goal of coverage (%)'], ({ goalPercent }) => goalPercent, {
        width: 14,
        as: 'number',
      }),
      exportColumn('checklists', ['检查表', 'Checklists'], ({ checklistTitles }, say) => checklistTitles.map(say).join('、'), {
        width: 44,
      }),
      exportColumn('organisation', ['发起单位', 'Begun by'], ({ organisationName }) => organisationName, { width: 24 }),
      exportColumn('madeBy', ['发起人', 'Person'], ({ madeByName }) => madeByName, { width: 12 }),
      exportColumn('madeAt', ['发起时间', 'Begun at'], ({ madeAt }) => minuteInBeijing(madeAt), { width: 18 }),
    ],
  }),
  exportOf<typeof campaignRoutes.targets, TargetLine>({
    list: 'hazards.targets',
    title: { zh: '专项行动检查对象', en: 'Units of a campaign' },
    route: campaignRoutes.targets,
    opens: '/campaigns/:id',
    read: (tx, { params, query }) => pageOfTargets(tx, needs, params.id, query),
    columns: [
      exportColumn('unitName', ['单位名称', 'Unit'], ({ name }) => name, { width: 32 }),
      exportColumn('uscc', ['统一社会信用代码', 'Unified social credit code'], ({ uscc }) => uscc, { width: 22 }),
      exportColumn('region', ['所在区划', 'Place'], ({ regionName }, say) => say(regionName)),
      exportColumn('industry', ['行业类别', 'Industry'], ({ industryCode, industryName }) => `${industryCode} ${industryName}`, {
        width: 28,
      }),
      exportColumn('address', ['地址', 'Address'], ({ address }) => address, { width: 36 }),
      exportColumn('checked', ['已检查', 'Checked'], ({ checked }, say) => say(yesNo(checked)), { width: 10 }),
      exportColumn('inspector', ['检查员', 'Inspector'], ({ inspectorName }) => inspectorName, { width: 12 }),
      exportColumn('openHazards', ['未销号隐患', 'Open hazards'], ({ openHazards }) => openHazards, { width: 12, as: 'number' }),
      exportColumn('lastCheckedOn', ['最近检查', 'Last checked'], ({ lastCheckedOn }) => lastCheckedOn, { width: 12, as: 'day' }),
    ],
  }),
  exportOf<typeof campaignRoutes.registeredHazards, RegisteredLine>({
    list: 'hazards.registered',
    title: { zh: '在册隐患复查清单', en: 'Known hazards of a campaign' },
    route: campaignRoutes.registeredHazards,
    opens: '/campaigns/:id',
    read: async (tx, { params, query }) => ok(await pageOfRegistered(tx, needs, params.id, query)),
    columns: [
      exportColumn('number', ['隐患编号', 'Number'], ({ number }) => number, { width: 20 }),
      exportColumn('unitName', ['单位名称', 'Unit'], ({ unitName }) => unitName, { width: 32 }),
      exportColumn('region', ['所在区划', 'Place'], ({ regionName }, say) => say(regionName)),
      exportColumn('description', ['隐患描述', 'What is wrong'], ({ description }) => description, { width: 44 }),
      exportColumn('looks', ['复查次数', 'Times looked at'], ({ looks }) => looks, { width: 10, as: 'number' }),
      exportColumn(
        'last',
        ['最近复查', 'Last finding'],
        ({ lastFinding }, say) => (lastFinding === null ? null : say(findings[lastFinding])),
        {
          width: 12,
        },
      ),
    ],
  }),
  exportOf<typeof campaignRoutes.assignments, AssignmentLine>({
    list: 'hazards.assignments',
    title: { zh: '检查计划', en: 'Plan of a campaign' },
    route: campaignRoutes.assignments,
    opens: '/campaigns/:id',
    read: async (tx, { params, query }) => ok(await pageOfAssignments(tx, needs, params.id, query)),
    columns: [
      exportColumn('unitName', ['单位名称', 'Unit'], ({ unitName }) => unitName, { width: 32 }),
      exportColumn('region', ['所在区划', 'Place'], ({ regionName }, say) => say(regionName)),
      exportColumn('inspector', ['检查员', 'Inspector'], ({ inspectorName }) => inspectorName, { width: 12 }),
      exportColumn('reason', ['派单依据', 'Reason'], ({ reason }) => reason, { width: 28 }),
      exportColumn('from', ['派单时间', 'From'], ({ from }) => minuteInBeijing(from), { width: 18 }),
      exportColumn('until', ['至', 'Until'], ({ until }) => minuteInBeijing(until), { width: 18 }),
    ],
  }),
]
