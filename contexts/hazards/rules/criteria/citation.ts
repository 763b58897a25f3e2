import type { Sentence } from '../../../../kernel/refusals.ts'
import type { CitedItem } from '../hazard.ts'
import type { Checklist } from './checklist.ts'

/** How people call the lists of the authorities; the daily lists have short titles of their own. */
const shortTitles: Readonly<Record<string, Sentence>> = {
  chem20: { zh: '化危 20 条', en: 'Chemicals 20' },
  aq3067: { zh: 'AQ 3067', en: 'AQ 3067' },
  trade: { zh: '工贸重大隐患', en: 'Work and trade' },
  fire: { zh: '重大火灾隐患', en: 'Major fire hazards' },
  gas: { zh: '燃气重大隐患', en: 'Town gas' },
  construction: { zh: '房屋市政重大隐患', en: 'Building works' },
  equipment: { zh: '特种设备重大隐患', en: 'Special equipment' },
  fireworks: { zh: '烟花爆竹 20 条', en: 'Fireworks 20' },
  civilExplosives: { zh: '民爆重大隐患', en: 'Civil explosives' },
  coal: { zh: '煤矿重大隐患', en: 'Coal mines' },
  nonCoal: { zh: '非煤矿山重大隐患', en: 'Non-coal mines' },
  nonCoalSupplement: { zh: '非煤矿山补充情形', en: 'Non-coal mines, supplement' },
}

const digits = '零一二三四五六七八九'

/** 二十一 is 21, 一百零三 is 103; numbers of clauses stay below a thousand. */
const numberOf = (chinese: string): number => {
  const [tens, units] = chinese.replace(/^.百零?/, '').includes('十')
    ? chinese.replace(/^.百零?/, '').split('十')
    : ['零', chinese.replace(/^.百零?/, '')]
  const hundreds = /^(.)百/.exec(chinese)?.[1] ?? '零'
  const digit = (text: string | undefined, blank: number): number => (text === undefined || text === '' ? blank : digits.indexOf(text))
  return digit(hundreds, 0) * 100 + digit(tens, 1) * 10 + digit(units, 0)
}

const parts: Readonly<Record<string, string>> = { 条: 'art.', 项: 'item', 章: 'ch.', 款: 'par.' }

/** 第三条（二） is art. 3 (2); what is not written so stays as it is. */
const clauseInEnglish = (clause: string): string =>
  clause
    .replaceAll(
      /第([零一二三四五六七八九十百]+)([条项章款])/g,
      (_whole, number: string, part: string) => ` ${parts[part]} ${numberOf(number)}`,
    )
    .replaceAll(/第(\d+)([条项章款])/g, (_whole, number: string, part: string) => ` ${parts[part]} ${number}`)
    .replaceAll(/（([一二三四五六七八九十百]+)）/g, (_whole, number: string) => ` (${numberOf(number)})`)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a finding rests on, in short: its list and the clause of the item, 化危 20 条 第五项 or Chemicals 20, item 5. */
export const citation = (
  library: readonly Checklist[],
  { code, edition, clause }: Pick<CitedItem, 'code' | 'edition' | 'clause'>,
): Sentence => {
  const list = library.find((each) => each.edition === edition && code.startsWith(`${each.key}.`))
  const title = shortTitles[list?.key ?? ''] ?? list?.title ?? { zh: code, en: code }
  if (clause === '') return title
  return { zh: `${title.zh} ${clause}`, en: `${title.en}, ${clauseInEnglish(clause)}` }
}
