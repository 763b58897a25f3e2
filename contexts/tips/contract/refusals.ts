import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import type { State } from '../rules/tip.ts'
import type { TipFacts } from '../rules/refusalFacts.ts'
import { actionNames, stateNames } from './names.ts'

export type { TipFacts } from '../rules/refusalFacts.ts'

const states = (expected: readonly State[]): Sentence => ({
  zh: expected.map((state) => stateNames[state].zh).join('、'),
  en: expected.map((state) => stateNames[state].en).join(', '),
})

const hours = (minutes: number): number => Math.ceil(minutes / 60)

export const refusals: RefusalTable<TipFacts> = {
  TIP_STATE_WRONG: {
    status: 409,
    zh: ({ action, state, expected }) =>
      `举报现为“${stateNames[state].zh}”，不能${actionNames[action].zh}；此步须在“${states(expected).zh}”时办理。`,
    en: ({ action, state, expected }) =>
      `The tip is ${stateNames[state].en}: nobody can ${actionNames[action].en} now. It can be done while it is: ${states(expected).en}.`,
  },
  TIP_NOT_YOURS: {
    status: 403,
    zh: ({ action, grantedTo }) => `${actionNames[action].zh}由${grantedTo.map((role) => roleWords[role]?.zh ?? role).join('、')}办理。`,
    en: ({ action, grantedTo }) =>
      `To ${actionNames[action].en} is for: ${grantedTo.map((role) => roleWords[role]?.en ?? role).join(', ')}.`,
  },
  TIP_SECOND_PERSON: {
    status: 403,
    zh: ({ action }) => `${actionNames[action].zh}须由另一人办理，不能由核查或提出的人自己办理。`,
    en: ({ action }) => `Somebody else must ${actionNames[action].en}, not who checked or proposed it.`,
  },
  KEEPER_APART: {
    status: 403,
    zh: ({ action }) =>
      action === 'reveal' || action === 'payReward'
        ? '您经办过这件举报，不能再接触举报人的身份。'
        : '您查看过举报人的身份，不能再经办这件举报。',
    en: ({ action }) =>
      action === 'reveal' || action === 'payReward'
        ? 'You had a part in this case and may not learn who the informant is.'
        : 'You have seen who the informant is and may have no part in this case.',
  },
  TIP_EXTENDED_ALREADY: {
    status: 409,
    zh: () => '已延期一次，不能再延。',
    en: () => 'It was put off once already, and only once is allowed.',
  },
  TIP_HAZARD_UNSUITED: {
    status: 422,
    zh: ({ outcome }) => (outcome === 'true' || outcome === 'known' ? '属实的，须写明所立或在册的隐患。' : '未发现的，不能立隐患。'),
    en: ({ outcome }) =>
      outcome === 'true' || outcome === 'known' ? 'What is true needs its hazard.' : 'Where nothing was found there is no hazard.',
  },
  HAZARD_REFUSED: { status: 422, zh: ({ zh }) => `隐患没有立成：${zh}`, en: ({ en }) => `The hazard was not recorded: ${en}` },
  TIP_JOIN_UNSUITED: {
    status: 422,
    zh: ({ problem }) =>
      ({ itself: '不能并入自身。', joinedItself: '所选举报已并入另一件，请并入那一件。', decided: '所选举报已不予受理或转办，不能并入。' })[
        problem
      ],
    en: ({ problem }) =>
      ({
        itself: 'A tip cannot be joined to itself.',
        joinedItself: 'That tip was joined to another; join it to that one.',
        decided: 'That tip was declined or referred, so nothing can be joined to it.',
      })[problem],
  },
  REWARD_UNSUITED: {
    status: 409,
    zh: ({ problem }) =>
      ({
        notAnswered: '举报尚未答复，不能办理奖励。',
        notTrue: '举报不属实，没有奖励。',
        pending: '已有一项奖励等待审批。',
        decided: '奖励已审批。',
        notProposed: '尚未提出奖励。',
        notAgreed: '奖励尚未批准，不能发放。',
        nothingToPay: '决定为不予奖励，无须发放。',
        paid: '奖励已发放。',
      })[problem],
    en: ({ problem }) =>
      ({
        notAnswered: 'The tip is not answered yet, so no reward can be dealt with.',
        notTrue: 'The tip was not true, so there is no reward.',
        pending: 'A proposal waits for its decision.',
        decided: 'The reward is decided.',
        notProposed: 'No reward was proposed yet.',
        notAgreed: 'The reward is not agreed yet and cannot be paid.',
        nothingToPay: 'It was decided to give none, so there is nothing to pay.',
        paid: 'The reward was paid.',
      })[problem],
  },
  REWARD_OUTSIDE_RULE: {
    status: 422,
    zh: ({ amountYuan, leastYuan, mostYuan }) =>
      leastYuan === mostYuan
        ? `按规定应为 ${leastYuan} 元，不是 ${amountYuan} 元。`
        : `${amountYuan} 元不在规定的 ${leastYuan} 至 ${mostYuan} 元之内。`,
    en: ({ amountYuan, leastYuan, mostYuan }) =>
      leastYuan === mostYuan
        ? `By the rules it is ${leastYuan} yuan, not ${amountYuan}.`
        : `${amountYuan} yuan lies outside the ${leastYuan} to ${mostYuan} that the rules allow.`,
  },
  IDENTITY_NOT_KEPT: {
    status: 409,
    zh: ({ state }) => (state === 'none' ? '这是匿名举报，没有身份可看。' : '举报人的身份已销毁，无人能再看到。'),
    en: ({ state }) =>
      state === 'none' ? 'The tip is anonymous: there is no name.' : 'The informant’s name was destroyed and nobody can see it any more.',
  },
  POSTER_UNKNOWN: { status: 404, zh: () => '这个举报码无效或已停用。', en: () => 'This code is not valid, or no longer in use.' },
  POSTER_ENDED: {
    status: 409,
    zh: ({ endedOn }) => `举报码已于 ${endedOn} 停用。`,
    en: ({ endedOn }) => `The poster was ended on ${endedOn}.`,
  },
  POSTER_UNIT_NEEDED: { status: 422, zh: () => '单位门口的举报码须选定单位。', en: () => 'A poster at a gate needs its unit.' },
  PLACE_MISSING: {
    status: 422,
    zh: () => '请选择地点所在的县（市、区），并写明在哪里。',
    en: () => 'Please choose the county, and say where it is.',
  },
  WHAT_MISSING: {
    status: 422,
    zh: () => '请选一项，或写几个字说明是什么问题。',
    en: () => 'Please choose one, or say in a few words what is wrong.',
  },
  PHONE_WRONG: { status: 422, zh: () => '手机号应为 11 位。', en: () => 'A mobile number has 11 digits.' },
  RECEIPT_MISTYPED: {
    status: 422,
    zh: ({ digits }) => (digits === 14 ? '查询号有误，请逐位核对。' : `查询号应为 14 位数字，现为 ${digits} 位。`),
    en: ({ digits }) =>
      digits === 14 ? 'The number has a slip in it; please compare each digit.' : `The number has 14 digits; there are ${digits}.`,
  },
  TIP_UNKNOWN: {
    status: 404,
    zh: () => '查询号与密码不符，请核对。',
    en: () => 'Number and password do not belong together. Please check both.',
  },
  FOLLOW_LOCKED: {
    status: 423,
    zh: ({ minutes }) => `密码连续输错，请在 ${minutes} 分钟后再试。`,
    en: ({ minutes }) => `The password was wrong too often. Please try again in ${minutes} min.`,
  },
  TIPS_TOO_MANY: {
    status: 429,
    zh: ({ of, retryAfterMinutes }) =>
      of === 'visitor'
        ? `这个网络发来的举报太多，请在 ${hours(retryAfterMinutes)} 小时后再试。紧急情况请拨 12350 或 119。`
        : `举报暂时太多，请在 ${hours(retryAfterMinutes)} 小时后再试。紧急情况请拨 12350 或 119。`,
    en: ({ of, retryAfterMinutes }) =>
      of === 'visitor'
        ? `Too many tips came from this network. Please try again in ${hours(retryAfterMinutes)} h. In an emergency call 12350 or 119.`
        : `Too many tips at once. Please try again in ${hours(retryAfterMinutes)} h. In an emergency call 12350 or 119.`,
  },
  MESSAGES_TOO_MANY: {
    status: 429,
    zh: ({ perDay }) => `一天最多留言 ${perDay} 条，请明天再写。`,
    en: ({ perDay }) => `Up to ${perDay} messages a day; please write again tomorrow.`,
  },
  PHOTO_REFUSED: {
    status: 422,
    zh: ({ problem, mostMegabytes }) =>
      problem === 'tooLarge' ? `照片不能大于 ${mostMegabytes} MB。` : '这个文件不是能打开的照片（JPEG、PNG、WebP）。',
    en: ({ problem, mostMegabytes }) =>
      problem === 'tooLarge'
        ? `A photo may have ${mostMegabytes} MB at most.`
        : 'This file is no photo that can be read (JPEG, PNG, WebP).',
  },
  PHOTOS_TOO_MANY: { status: 429, zh: ({ most }) => `最多 ${most} 张照片。`, en: ({ most }) => `Up to ${most} photos.` },
  PHOTO_UNKNOWN: {
    status: 422,
    zh: () => '有照片没有传好，请去掉后重选。',
    en: () => 'A photo did not arrive; please remove it and choose it again.',
  },
}

const roleWords: Readonly<Record<string, Sentence>> = {
  leader: { zh: '领导', en: 'leader' },
  officer: { zh: '监管人员', en: 'officer' },
  inspector: { zh: '检查员', en: 'inspector' },
  tipKeeper: { zh: '举报受理员', en: 'keeper of tips' },
}
