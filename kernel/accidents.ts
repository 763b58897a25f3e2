import type { LawRow } from './law.ts'

/** Classes of an accident from the least to the gravest. They are no response levels and no warning colours. */
export const accidentClasses = ['ordinary', 'larger', 'major', 'exceptional'] as const

export type AccidentClass = (typeof accidentClasses)[number]

export const accidentClassNames: Readonly<Record<AccidentClass, { readonly zh: string; readonly en: string }>> = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  larger: { zh: '较大', en: 'Larger' },
  major: { zh: '重大', en: 'Major' },
  exceptional: { zh: '特别重大', en: 'Exceptionally major' },
}

/** What an accident has cost so far. */
export type AccidentLosses = {
  readonly deaths: number
  /** Acute industrial poisonings are counted among them (art. 3). */
  readonly seriousInjuries: number
  /** Direct loss in 万元 (10,000 yuan). */
  readonly directLossWanYuan: number
}

type Graver = Exclude<AccidentClass, 'ordinary'>

/** From this number, itself included: 以上 holds the number, 以下 does not (art. 44). 1 亿元 is 10,000 万元. */
const limits: Readonly<Record<Graver, AccidentLosses>> = {
  exceptional: { deaths: 30, seriousInjuries: 100, directLossWanYuan: 10_000 },
  major: { deaths: 10, seriousInjuries: 50, directLossWanYuan: 5_000 },
  larger: { deaths: 3, seriousInjuries: 10, directLossWanYuan: 1_000 },
}

const fields = {
  deaths: { unit: '', zh: '死亡人数', en: 'deaths' },
  seriousInjuries: { unit: '', zh: '重伤（含急性工业中毒）人数', en: 'serious injuries, acute industrial poisonings among them' },
  directLossWanYuan: { unit: '10000 CNY', zh: '直接经济损失', en: 'direct economic loss' },
} as const satisfies Record<keyof AccidentLosses, { unit: string; zh: string; en: string }>

const fieldNames = Object.keys(fields) as readonly (keyof AccidentLosses)[]

const items: Readonly<Record<Graver, number>> = { exceptional: 1, major: 2, larger: 3 }

const limitRow = (name: Graver, field: keyof AccidentLosses): LawRow<number> => ({
  key: `accident.class.${name}.${field}`,
  standard: '国务院令第493号 生产安全事故报告和调查处理条例',
  edition: '2007',
  clause: `art. 3(${items[name]})`,
  inForceFrom: '2007-06-01',
  inForceTo: null,
  confidence: 'high',
  value: limits[name][field],
  unit: fields[field].unit,
  tighten: 'never',
  zh: `${accidentClassNames[name].zh}事故：${fields[field].zh}达到此值（含本数）`,
  en: `${accidentClassNames[name].en} accident: ${fields[field].en} from this, itself included`,
  usedIn: ['accident.class'],
})

const classRows = (['exceptional', 'major', 'larger'] as const).map((name) => ({
  class: name,
  rows: fieldNames.map((field) => ({ field, row: limitRow(name, field) })),
}))

export const accidentLawRows: readonly LawRow<number>[] = classRows.flatMap(({ rows }) => rows.map(({ row }) => row))

/**
 * The class of an accident (国务院令第493号, art. 3): any one of the three is enough, the gravest wins, and what reaches
 * none is ordinary. Whether something is an accident at all (art. 2) is asked before.
 */
export const accidentClass = (losses: AccidentLosses): AccidentClass => {
  for (const field of fieldNames) {
    if (!(losses[field] >= 0)) throw new RangeError(`${field} is no amount: ${losses[field]}`)
  }
  return classRows.find(({ rows }) => rows.some(({ field, row }) => losses[field] >= row.value))?.class ?? 'ordinary'
}
