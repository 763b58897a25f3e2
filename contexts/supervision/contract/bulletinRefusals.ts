import type { RefusalTable } from '../../../kernel/refusals.ts'
import { issueText } from '../rules/bulletin/issue.ts'

/** What bulletins and the five-full board may refuse, with the facts of each. */
export type BulletinFacts = {
  BULLETIN_PERIOD_EMPTY: { from: string; to: string }
  BULLETIN_PERIOD_AHEAD: { from: string; today: string }
  BULLETIN_PERIOD_LONG: { days: number; mostDays: number }
  BULLETIN_DAYS_MISSING: Record<string, never>
  BULLETIN_REGION_UNSUITED: { regionCode: string }
  BULLETIN_CAMPAIGN_ELSEWHERE: { campaignId: string; regionCode: string }
  BULLETIN_ISSUED: { id: string; year: number; ordinal: number; edition: number }
  BULLETIN_SUPERSEDED: { id: string; edition: number }
  BULLETIN_REASON_MISSING: Record<string, never>
  BULLETIN_OF_OTHER_DAYS: Record<string, never>
}

export const bulletinRefusals: RefusalTable<BulletinFacts> = {
  BULLETIN_PERIOD_EMPTY: {
    status: 422,
    zh: ({ from, to }) => `起始日 ${from} 晚于截止日 ${to}。`,
    en: ({ from, to }) => `The first day ${from} lies after the last ${to}.`,
  },
  BULLETIN_PERIOD_AHEAD: {
    status: 422,
    zh: ({ from, today }) => `时段从 ${from} 开始，今天是 ${today}，还没有可统计的记录。`,
    en: ({ from, today }) => `These days begin on ${from} and today is ${today}: there is nothing to count yet.`,
  },
  BULLETIN_PERIOD_LONG: {
    status: 422,
    zh: ({ days, mostDays }) => `时段长 ${days} 天，最长 ${mostDays} 天。`,
    en: ({ days, mostDays }) => `These are ${days} days; the most is ${mostDays}.`,
  },
  BULLETIN_DAYS_MISSING: {
    status: 422,
    zh: () => '自定时段须填起始日和截止日，或选择一个专项行动。',
    en: () => 'Days of your own need a first and a last day, or a campaign.',
  },
  BULLETIN_REGION_UNSUITED: {
    status: 422,
    zh: ({ regionCode }) => `战报写到乡镇街道为止，${regionCode} 不适用。`,
    en: ({ regionCode }) => `Bulletins go down to towns and streets; ${regionCode} is none.`,
  },
  BULLETIN_CAMPAIGN_ELSEWHERE: {
    status: 422,
    zh: () => '该专项行动不在所选地区开展。',
    en: () => 'This campaign does not run in the region.',
  },
  BULLETIN_ISSUED: {
    status: 409,
    zh: (issued) => `该地区、时段和行动的战报已印发：${issueText(issued, 'zh')}。要更正，请在该期上出新版并说明原因。`,
    en: (issued) =>
      `A bulletin of this region, these days and this campaign was issued: ${issueText(issued, 'en')}. To correct it, make a new edition of it with the reason.`,
  },
  BULLETIN_SUPERSEDED: {
    status: 409,
    zh: ({ edition }) => `该期已有第 ${edition} 版，请在最新版上更正。`,
    en: ({ edition }) => `Edition ${edition} exists already; correct the newest one.`,
  },
  BULLETIN_REASON_MISSING: {
    status: 422,
    zh: () => '更正须说明原因。',
    en: () => 'A correction needs its reason.',
  },
  BULLETIN_OF_OTHER_DAYS: {
    status: 422,
    zh: () => '所更正的战报不是该地区、时段和行动的。',
    en: () => 'The bulletin to be corrected is of another region, other days or another campaign.',
  },
}
