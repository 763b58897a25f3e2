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

const weights: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 二十一 is 21, 十五 is 15, 一千二百五十三 is 1253. */
const numberOf = (chinese: string): number => {
  let sum = 0
  let digit = 0
  for (const character of chinese) {
    const weight = weights[character]
    if (weight === undefined) digit = digits.indexOf(character)
    else {
      sum += (digit === 0 ? 1 : digit) * weight
      digit = 0
    }
  }
  return sum + digit
}

const parts: Readonly<Record<string, string>> = { 条: 'art.', 项: 'item', 章: 'ch.', 款: 'par.', 号: 'No.' }

/** 第三条（二） is art. 3 (2); what is not written so stays as it is. */
const clauseInEnglish = (clause: string): string =>
  clause
    .replaceAll(
      /第([零一二三四五六七八九十百千]+)([条项章款号])/g,
      (_whole, number: string, part: string) => ` ${parts[part]} ${numberOf(number)}`,
    )
    .replaceAll(/第(\d+)([条项章款号])/g, (_whole, number: string, part: string) => ` ${parts[part]} ${number}`)
    .replaceAll(/（([一二三四五六七八九十百千]+)）/g, (_whole, number: string) => ` (${numberOf(number)})`)
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
