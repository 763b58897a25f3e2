import type { Sentence } from '../../../kernel/refusals.ts'
import type { OwedWords, RoomWords } from '../../../kernel/words.ts'
import type { ActionKind } from '../rules/actions.ts'
import { owedKinds, type OwedKind } from '../rules/owed.ts'
import type { actions } from './actions.ts'
import { actionNames } from './names.ts'

/**
 * What the view `hazards.owed` may hold: each thing owed over a hazard, a late step that was told further up, and what a
 * plan leaves an inspector to visit and to look at again.
 */
export const deskKinds = [...owedKinds, 'late', 'visit', 'reinspect'] as const

/** The figures of a region, as the view `hazards.region_figure` names them. */
export const regionFigures = ['openHazards', 'openMajorHazards', 'overdueHazards', 'closedHazards'] as const

const owed: { readonly [Kind in OwedKind]: OwedWords } = {
  classify: { title: { zh: '隐患定级', en: 'Classify the hazard' }, deed: { zh: '去定级', en: 'Classify' } },
  order: { title: { zh: '下达整改', en: 'Order the rectification' }, deed: { zh: '去下达', en: 'Order' } },
  start: { title: { zh: '开始整改', en: 'Start the work' }, deed: { zh: '去办理', en: 'Start' } },
  rectify: { title: { zh: '整改并自查', en: 'Rectify and self-check' }, deed: { zh: '去自查', en: 'Self-check' } },
  evaluate: { title: { zh: '治理评估', en: 'Evaluate the work' }, deed: { zh: '去评估', en: 'Evaluate' } },
  applyForReview: { title: { zh: '申请审查', en: 'Apply for review' }, deed: { zh: '去申请', en: 'Apply' } },
  review: { title: { zh: '现场复查', en: 'Review on the spot' }, deed: { zh: '去复查', en: 'Review' } },
  close: { title: { zh: '销号', en: 'Close the hazard' }, deed: { zh: '去销号', en: 'Close' } },
  reportToAuthority: {
    title: { zh: '向监管部门报告重大隐患', en: 'Report the major hazard to the authority' },
    deed: { zh: '去报告', en: 'Report' },
  },
  reportToStaff: { title: { zh: '向职工通报重大隐患', en: 'Report the major hazard to the staff' }, deed: { zh: '去通报', en: 'Report' } },
  decideExtension: { title: { zh: '答复延期申请', en: 'Answer the request for an extension' }, deed: { zh: '去答复', en: 'Answer' } },
  decideSoftening: { title: { zh: '答复降级申请', en: 'Answer the request to soften' }, deed: { zh: '去答复', en: 'Answer' } },
  decideWithdrawal: { title: { zh: '答复撤销申请', en: 'Answer the request to withdraw' }, deed: { zh: '去答复', en: 'Answer' } },
  liftListing: { title: { zh: '解除挂牌', en: 'Lift the listing' }, deed: { zh: '去解除', en: 'Lift' } },
}

const isOwedKind = (kind: string): kind is OwedKind => kind in owed

/** What is late there, by its name. */
const lateDetail = (kind: string): Sentence => {
  const name = isOwedKind(kind) ? owed[kind].title : { zh: kind, en: kind }
  return { zh: `逾期未办：${name.zh}`, en: `Late: ${name.en}` }
}

/** `hazard.classify` and the like: each of the 23 deeds as it stands on the record. */
const hazardDeeds = Object.fromEntries(
  Object.entries(actionNames).map(([kind, { zh, en }]) => [`hazard.${kind}`, { zh, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` }]),
) as { readonly [Kind in ActionKind as `hazard.${Kind}`]: Sentence }

/** How the desk speaks of units, campaigns, visits and hazards. */
export const words = {
  room: { zh: '隐患', en: 'Hazards' },
  deeds: {
    ...hazardDeeds,
    'hazard.read': { zh: '查看隐患', en: 'Look at hazards' },
    'hazard.find': { zh: '登记隐患', en: 'Record a hazard' },
    'hazard.act': { zh: '办理隐患', en: 'Act on hazards' },
    'hazard.reopen': { zh: '虚假销号重新打开', en: 'Reopen after a false closure' },
    'hazard.enter': { zh: '从台账录入隐患', en: 'Take hazards over from a ledger' },
    'visit.enter': { zh: '从台账录入检查', en: 'Take visits over from a ledger' },
    'hazard.escalate': { zh: '逾期提醒', en: 'Tell that a step is late' },
    'figure.read': { zh: '查看隐患数据', en: 'Look at the figures of hazards' },
    'figure.recompute': { zh: '重算隐患数据', en: 'Recompute the figures of hazards' },
    'unit.read': { zh: '查看检查对象', en: 'Look at units' },
    'unit.add': { zh: '登记检查对象', en: 'Register a unit' },
    'unit.change': { zh: '修改检查对象', en: 'Change a unit' },
    'unit.follow': { zh: '随区划变更', en: 'Follow the succession of a region' },
    'unit.close': { zh: '注销检查对象', en: 'Close a unit' },
    'unit.join': { zh: '合并重复对象', en: 'Join a double' },
    'unit.part': { zh: '撤销合并', en: 'Part a joined unit' },
    'specialList.add': { zh: '新建重点名单', en: 'Make a special list' },
    'specialList.change': { zh: '修改重点名单', en: 'Change a special list' },
    'criteria.read': { zh: '查看检查表', en: 'Look at checklists' },
    'criteria.add': { zh: '登记检查表版本', en: 'Enter an edition of a checklist' },
    'campaign.read': { zh: '查看专项行动', en: 'Look at campaigns' },
    'campaign.add': { zh: '新建专项行动', en: 'Make a campaign' },
    'campaign.change': { zh: '修改专项行动', en: 'Change a campaign' },
    'campaign.plan': { zh: '分派检查', en: 'Plan visits' },
    'visit.read': { zh: '查看检查记录', en: 'Look at visits' },
    'visit.record': { zh: '登记检查', en: 'Record a visit' },
  },
  owed: {
    ...owed,
    late: { title: { zh: '督促逾期事项', en: 'Press what is late' }, deed: { zh: '去督促', en: 'Look' }, detail: lateDetail },
    visit: {
      title: { zh: '专项行动检查', en: 'Visits of a campaign' },
      deed: { zh: '去检查', en: 'Visit' },
      detail: (units) => ({ zh: `还有 ${units} 家未查`, en: `${units} units to visit` }),
    },
    reinspect: {
      title: { zh: '在册隐患复查', en: 'Look again at known hazards' },
      deed: { zh: '去复查', en: 'Look' },
      detail: (hazards) => ({ zh: `还有 ${hazards} 条未复查`, en: `${hazards} hazards to look at again` }),
    },
  },
  figures: {
    openHazards: {
      title: { zh: '未销号隐患', en: 'Open hazards' },
      unit: { zh: '个', en: '' },
      action: 'hazard.read',
      records: '/hazards?open=true',
    },
    openMajorHazards: {
      title: { zh: '未销号重大隐患', en: 'Open major hazards' },
      unit: { zh: '个', en: '' },
      action: 'hazard.read',
      records: '/hazards?open=true&level=major',
    },
    overdueHazards: {
      title: { zh: '逾期未改', en: 'Overdue' },
      unit: { zh: '个', en: '' },
      action: 'hazard.read',
      records: '/hazards?overdue=true',
    },
    closedHazards: {
      title: { zh: '已销号隐患', en: 'Closed hazards' },
      unit: { zh: '个', en: '' },
      action: 'hazard.read',
      records: '/hazards?open=false&withdrawn=false',
    },
  },
  alarms: {},
  rules: {
    'hazards.escalation': { zh: '逾期逐级提醒', en: 'Telling up the tiers that a step is late' },
    'hazards.highRiskSectorsOf': { zh: '判定高危行业', en: 'High-risk industries' },
    'hazards.statistics': { zh: '隐患统计上报', en: 'Statistics of hazards' },
    majorHazardSource: { zh: '重大危险源辨识与分级', en: 'Major hazard sources and their levels' },
    'risk.ls': { zh: '风险矩阵法（LS）评级', en: 'Risk by likelihood and severity (LS)' },
    'risk.lec': { zh: '作业条件危险性法（LEC）评级', en: 'Risk by likelihood, exposure and consequence (LEC)' },
  },
  pages: {
    // Unit and hazard, as the record is named.
    hazard: (id) => `/hazards/${id.replace('.', '/')}`,
    visit: (id) => `/visits/${id.replace('.', '/')}`,
    unit: (id) => `/units/${id}`,
    campaign: (id) => `/campaigns/${id}`,
  },
} satisfies RoomWords<typeof actions, (typeof deskKinds)[number], (typeof regionFigures)[number]>
