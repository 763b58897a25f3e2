import type { RefusalTable } from '../../../kernel/refusals.ts'
import type { JudgeFacts } from '../rules/judgeTightening.ts'

/** What tightening and vouching may be refused for. */
export type LawFacts = JudgeFacts

const told = (value: number | string | boolean, language: 'zh' | 'en'): string => {
  if (typeof value !== 'boolean') return String(value)
  if (language === 'zh') return value ? '是' : '否'
  return value ? 'yes' : 'no'
}

const kindsZh = { number: '数', string: '文字', boolean: '是或否' } as const
const kindsEn = { number: 'a number', string: 'a text', boolean: 'yes or no' } as const

export const refusals: RefusalTable<LawFacts> = {
  LIMIT_LOOSENED: {
    status: 422,
    zh: ({ value, asked, tighten }) =>
      `只能加严，不能放宽：条文值 ${told(value, 'zh')}，所填 ${told(asked, 'zh')}，应${tighten === 'lower' ? '不大于' : '不小于'}条文值。`,
    en: ({ value, asked, tighten }) =>
      `A limit may be tightened, never loosened: the text says ${told(value, 'en')}, ${told(asked, 'en')} was asked; it must be ${tighten === 'lower' ? 'no more' : 'no less'}.`,
  },
  LIMIT_TOO_STRICT: {
    status: 422,
    zh: ({ strictest, asked }) => `加严过头，系统将无法使用：所填 ${told(asked, 'zh')}，最严可到 ${told(strictest, 'zh')}。`,
    en: ({ strictest, asked }) =>
      `So strict a value would lock people out: ${told(asked, 'en')} was asked; ${told(strictest, 'en')} is the strictest that works.`,
  },
  LIMIT_FIXED: { status: 422, zh: () => '此条不得调整。', en: () => 'This limit may not be moved.' },
  LIMIT_RETIRED: { status: 409, zh: () => '此条已不再使用。', en: () => 'This limit is no longer used.' },
  LIMIT_UNCHANGED: {
    status: 409,
    zh: ({ value }) => (value === null ? '本单位没有加严此条，无可撤回。' : `本单位现已定为 ${told(value, 'zh')}。`),
    en: ({ value }) =>
      value === null
        ? 'Your organisation did not tighten this limit, so there is nothing to take back.'
        : `Your organisation has set it to ${told(value, 'en')} already.`,
  },
  VALUE_OF_WRONG_KIND: {
    status: 422,
    zh: ({ wanted }) => `此条的值应为${kindsZh[wanted]}。`,
    en: ({ wanted }) => `The value of this limit is ${kindsEn[wanted]}.`,
  },
  REASON_MISSING: { status: 422, zh: () => '请写明理由。', en: () => 'Please state the reason.' },
}
