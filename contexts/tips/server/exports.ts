import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../platform/exportOf.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import { outcomeNames, posterKindNames, rewardStateNames, stateNames, topicNames } from '../contract/names.ts'
import { tipRoutes as routes } from '../contract/tipRoutes.ts'
import type { Needs } from './needs.ts'
import { countPosters, pageOfPosters, type PosterRow } from './posters.ts'
import { countTips, pageOfTips, type TipLine } from './tipList.ts'

const yes: Sentence = { zh: '是', en: 'yes' }
const no: Sentence = { zh: '否', en: 'no' }
const comma: Sentence = { zh: '、', en: ', ' }

/** The amount as the screen shows it: none where none is, or was, to be paid. */
const rewardOf = ({ reward, rewardYuan }: TipLine): number | null => (reward === 'none' || reward === 'refused' ? null : rewardYuan)

/**
 * Nothing of the informant goes out, not even whether he gave his name or belongs to the unit: a file goes from hand to hand,
 * and few people work at one place.
 */
const tips = (needs: Needs) =>
  exportOf<typeof routes.tips, TipLine>({
    list: 'tips.tips',
    title: { zh: '群众举报', en: 'Tips from the public' },
    route: routes.tips,
    opens: '/tips',
    read: async (tx, { query }) => ok(await pageOfTips(tx, needs, query)),
    count: async (tx, { query }) => ok(await countTips(tx, query)),
    columns: [
      exportColumn('number', ['编号', 'Number'], ({ number }) => number, { width: 22 }),
      exportColumn('receivedAt', ['收到', 'Received'], ({ receivedAt }) => minuteInBeijing(receivedAt), { width: 18 }),
      exportColumn('topics', ['类别', 'Kind'], ({ topics }, say) => topics.map((topic) => say(topicNames[topic])).join(say(comma)), {
        width: 24,
      }),
      exportColumn('words', ['反映的问题', 'What was told'], ({ words }) => words, { width: 44 }),
      exportColumn('place', ['地点', 'Place'], ({ place }) => place, { width: 28 }),
      exportColumn('poster', ['举报码', 'Poster'], ({ posterTitle }) => posterTitle, { width: 24 }),
      exportColumn('region', ['区域', 'Region'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('state', ['状态', 'State'], ({ state }, say) => say(stateNames[state]), { width: 14 }),
      exportColumn('outcome', ['核查', 'Check'], ({ outcome }, say) => (outcome === null ? null : say(outcomeNames[outcome])), {
        width: 18,
      }),
      exportColumn('dueAt', ['时限', 'Due'], ({ dueAt }) => minuteInBeijing(dueAt), { width: 18 }),
      exportColumn('overdue', ['超期', 'Overdue'], ({ overdue }, say) => say(overdue ? yes : no), { width: 10 }),
      exportColumn('decidedAt', ['办结', 'Decided'], ({ decidedAt }) => minuteInBeijing(decidedAt), { width: 18 }),
      exportColumn('reward', ['奖励', 'Reward'], ({ reward }, say) => say(rewardStateNames[reward]), { width: 14 }),
      exportColumn('rewardYuan', ['奖励金额（元）', 'Reward (yuan)'], rewardOf, { width: 14, as: 'number' }),
      exportColumn('photos', ['照片', 'Photos'], ({ photos }) => photos, { width: 8, as: 'number' }),
      exportColumn('awaitsReply', ['留言待回复', 'A reply is awaited'], ({ awaitsReply }, say) => say(awaitsReply ? yes : no), {
        width: 12,
      }),
    ],
  })

/** Without its code: by that anybody sends tips in the poster's name. */
const posters = (needs: Needs) =>
  exportOf<typeof routes.posters, PosterRow>({
    list: 'tips.posters',
    title: { zh: '举报码', en: 'Posters' },
    route: routes.posters,
    opens: '/tips/posters',
    read: async (tx, { query }) => ok(await pageOfPosters(tx, needs, query)),
    count: async (tx, { query }) => ok(await countPosters(tx, query)),
    columns: [
      exportColumn('title', ['内部名称', 'Name for the office'], ({ title }) => title, { width: 32 }),
      exportColumn('kind', ['张贴在', 'Hangs'], ({ kind }, say) => say(posterKindNames[kind]), { width: 16 }),
      exportColumn('unit', ['单位', 'Unit'], ({ unit }) => unit?.name ?? null, { width: 32 }),
      exportColumn('region', ['区域', 'Region'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('words', ['码上的字', 'Words on it'], ({ words }, say) => say(words), { width: 32 }),
      exportColumn('madeAt', ['新建', 'Made'], ({ madeAt }) => minuteInBeijing(madeAt), { width: 18 }),
      exportColumn('endedAt', ['停用', 'Ended'], ({ endedAt }) => minuteInBeijing(endedAt), { width: 18 }),
      exportColumn('endReason', ['停用理由', 'Why it was ended'], ({ endReason }) => endReason, { width: 28 }),
      exportColumn('tips', ['收到举报', 'Tips'], ({ tips: count }) => count, { width: 10, as: 'number' }),
    ],
  })

/** The lists of the office, as their pages have them. */
export const tipsExports = (needs: Needs): readonly ExportList[] => [tips(needs), posters(needs)]
