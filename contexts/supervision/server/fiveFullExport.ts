import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { exportColumn, exportOf, type ExportColumn } from '../../../platform/exportOf.ts'
import { routes } from '../contract/index.ts'
import type { Language } from '../rules/bulletin/numbers.ts'
import { cellOf, isKept, type Cell } from '../rules/fiveFull/cell.ts'
import { measures, type Measure, type PartName } from '../rules/fiveFull/measures.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { boardOf, type Board } from './fiveFull.ts'

/** A row of the table by region, with the board it stands on. */
type Line = Board['rows'][number] & { readonly board: Board }

const parts: { readonly [Part in PartName]: Sentence } = {
  mobilise: { zh: '社会全动员', en: 'Mobilise' },
  cover: { zh: '排查全覆盖', en: 'Cover' },
  close: { zh: '管控全闭环', en: 'Close' },
  enforce: { zh: '执法全到位', en: 'Enforce' },
  supervise: { zh: '督查全方位', en: 'Supervise' },
}

const few: Sentence = { zh: '（分母小）', en: ' (few)' }
const withoutRate: { readonly [Why in NonNullable<Cell['without']>]: Sentence } = {
  noWhole: { zh: '无可比', en: 'no rate' },
  morePart: { zh: '不算比率', en: 'no rate' },
}
const smallBase: Sentence = { zh: '（基数小）', en: ' (small base)' }

const cellAt = (measure: Measure, { board, regionCode: region, alone, tally, before }: Line, language: Language): Cell | null => {
  if (!board.rows.some((row) => isKept(measure, row.tally))) return null
  const where = { region, alone, from: board.period.from, to: board.period.to, campaignId: null }
  return cellOf(measure, { tally, before, where }, language)
}

/** What a cell says in both languages; null where the house keeps nothing of it. */
const said = (measure: Measure, line: Line, text: (cell: Cell, language: Language) => string | null): Sentence | null => {
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const cell = cellAt(measure, line, language)
    return cell === null ? null : text(cell, language)
  })
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null
}

const valueText = ({ text, without, small }: Cell, language: Language): string | null => {
  if (text === null) return without === null ? null : withoutRate[without][language]
  return small ? `${text}${few[language]}` : text
}

const changeText = ({ change }: Cell, language: Language): string | null => {
  if (change === null) return null
  if (change.way === 'same') return { zh: '持平', en: 'unchanged' }[language]
  const way = { up: { zh: '升', en: 'up' }, down: { zh: '降', en: 'down' } }[change.way][language]
  return `${way} ${change.text}${change.small ? smallBase[language] : ''}`
}

type Head = readonly [zh: string, en: string]

/** A rate as it is read, with what it is made of as numbers; a count by itself; and against the period before. */
const columnsOf = (measure: Measure): readonly ExportColumn<Line>[] => {
  const { name, part, kind, title, when } = measure
  const head = (zh: string, en: string): Head => [`${parts[part].zh}：${title.zh}${zh}`, `${parts[part].en}: ${title.en}${en}`]
  const number = (key: string, words: Head, of: (cell: Cell) => number | null) =>
    exportColumn<Line>(
      key,
      words,
      (line) => {
        const cell = cellAt(measure, line, 'zh')
        return cell === null ? null : of(cell)
      },
      { width: 12, as: 'number' },
    )
  const text = (key: string, words: Head, of: (cell: Cell, language: Language) => string | null) =>
    exportColumn<Line>(key, words, (line, say) => {
      const sentence = said(measure, line, of)
      return sentence === null ? null : say(sentence)
    })
  return [
    ...(kind === 'count' || kind === 'yuan'
      ? [number(name, kind === 'yuan' ? head('（元）', ' (yuan)') : head('', ''), ({ numerator }) => numerator.value)]
      : [
          text(name, head('', ''), valueText),
          number(`${name}Part`, head('（分子）', ', part'), ({ numerator }) => numerator.value),
          number(`${name}Whole`, head('（分母）', ', whole'), ({ denominator }) => denominator?.value ?? null),
        ]),
    ...(when === 'days' ? [text(`${name}Change`, head('（较前期）', ', against the days before'), changeText)] : []),
  ]
}

const ownLevel = ({ zh, en }: Sentence): Sentence => ({ zh: `${zh}本级`, en: `${en} itself` })

/** The table by region with all five parts beside each other: the regions below first, the sum over them last, as on the page. */
export const fiveFullExport = (needs: BulletinNeeds) =>
  exportOf<typeof routes.fiveFull, Line>({
    list: 'supervision.fiveFull',
    title: { zh: '五全', en: 'Five-full board' },
    route: routes.fiveFull,
    read: async (tx, { query, actor }) => {
      const found = await boardOf(tx, needs, actor, query)
      if (!found.ok) return found
      const board = found.value
      const rows = board.rows.map((row) => ({ ...row, board }))
      return ok({ rows: [...rows.filter(({ whole }) => !whole), ...rows.filter(({ whole }) => whole)] })
    },
    columns: [
      exportColumn('region', ['地区', 'Region'], ({ regionName, alone }, say) => say(alone ? ownLevel(regionName) : regionName), {
        width: 20,
      }),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('from', ['时段从', 'From'], ({ board }) => board.period.from, { width: 12, as: 'day' }),
      exportColumn('to', ['时段至', 'To'], ({ board }) => board.period.to, { width: 12, as: 'day' }),
      ...measures.flatMap((measure) => columnsOf(measure)),
    ],
  })
