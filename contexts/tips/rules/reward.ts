import type { Tightened } from '../../../kernel/law.ts'
import { limits, limitValue, type Limit } from './limits.ts'
import type { AccidentGrade, RewardBasis } from './tip.ts'

/** What a reward may be, in whole yuan, and which rows say so. */
export type RewardRange = { readonly leastYuan: number; readonly mostYuan: number; readonly rows: readonly string[] }

const perDeath: { readonly [Grade in AccidentGrade]: Limit } = {
  general: 'concealedGeneral',
  larger: 'concealedLarger',
  major: 'concealedMajor',
  gravest: 'concealedGravest',
}

/**
 * The reward that the rules allow (安监总财〔2018〕19号): of a major hazard or illegal production a share of the fine within a
 * least and a most; of a concealed accident so much for each proven death; of a general hazard what the place pays. Who works at
 * the unit may be given a share more (应急〔2020〕69号). What stands as the least is due; the most is what may be given.
 */
export const rewardRange = (basis: RewardBasis, insider: boolean, tightened: Tightened): RewardRange => {
  const value = (limit: Limit): number => limitValue(limit, tightened)
  const most = value('rewardMostYuan')
  const more = insider ? 1 + value('insiderPercent') / 100 : 1
  const range = (leastYuan: number, mostYuan: number, rows: readonly Limit[]): RewardRange => ({
    leastYuan,
    mostYuan: Math.min(most, Math.round(mostYuan * more)),
    rows: [...rows, ...(insider ? (['insiderPercent'] as const) : [])].map((limit) => limits[limit].key),
  })
  switch (basis.kind) {
    case 'none':
      return { leastYuan: 0, mostYuan: 0, rows: [] }
    case 'general':
      return range(value('generalLeastYuan'), value('generalMostYuan'), ['generalLeastYuan', 'generalMostYuan'])
    case 'major': {
      const share = Math.round((basis.fineYuan * value('rewardPercent')) / 100)
      const due = Math.min(most, Math.max(value('rewardLeastYuan'), share))
      return range(due, due, ['rewardPercent', 'rewardLeastYuan', 'rewardMostYuan'])
    }
    case 'concealed': {
      const due = Math.min(most, basis.deaths * value(perDeath[basis.grade]))
      return range(due, due, [perDeath[basis.grade], 'rewardMostYuan'])
    }
  }
}
