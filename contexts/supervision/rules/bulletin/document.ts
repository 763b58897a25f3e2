import { recordsOf, counterOf, type FigureName, type Tally, type Where } from './figures.ts'
import { countText, plainText, shareText, type Language } from './numbers.ts'

/** A piece of a text. A number carries what it is and where the records lie that it counts. */
export type NumberRun = {
  readonly text: string
  readonly figure: FigureName
  /** `count` is the number of records at the address; `yuan` their sum; `share` a part of `of`, whose records the address shows. */
  readonly kind: 'count' | 'yuan' | 'share'
  readonly value: number
  readonly of: number | null
  readonly address: string | null
}
export type Run = { readonly text: string } | NumberRun

export type Block =
  | { readonly kind: 'paragraph' | 'note' | 'item'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly head: readonly string[]
      readonly rows: readonly { readonly cells: readonly (readonly Run[])[]; readonly quiet: boolean }[]
    }

export const sectionKeys = [
  'overview',
  'coverage',
  'hazards',
  'flood',
  'enforcement',
  'tips',
  'inspection',
  'regions',
  'remaining',
] as const

export type Section = { readonly key: (typeof sectionKeys)[number]; readonly title: string; readonly blocks: readonly Block[] }

/** A bulletin in one language, before anybody sets it. */
export type BulletinText = {
  readonly title: string
  /** Period and region, below the title. */
  readonly subtitle: string
  /** As of when it was counted. */
  readonly counted: string
  readonly sections: readonly Section[]
}

export const isNumber = (run: Run): run is NumberRun => 'figure' in run

/** Every run of a bulletin. */
export const runsOf = ({ sections }: BulletinText): readonly Run[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flat()) : block.runs)),
  )

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const piecesOf = (piece: Run | readonly Run[] | string | undefined): readonly Run[] => {
  if (piece === undefined || piece === '') return []
  if (typeof piece === 'string') return [{ text: piece }]
  return 'text' in piece ? [piece] : piece
}

/** A sentence with numbers in it, as runs. */
export const line = (texts: TemplateStringsArray, ...between: readonly (Run | readonly Run[] | string)[]): readonly Run[] =>
  texts.flatMap((text, at) => [...piecesOf(text), ...piecesOf(between[at])])

/** Speaks of what was counted at one place in one language. */
export type Voice = {
  readonly language: Language
  readonly tally: Tally
  /** How many; 0 where the house keeps no such figure. */
  readonly value: (name: FigureName) => number
  /** Whether the house keeps the figure at all. */
  readonly keeps: (name: FigureName) => boolean
  /** The number with what is counted: 616.7万家次. */
  readonly count: (name: FigureName) => NumberRun
  /** The number alone, for a table. */
  readonly cell: (name: FigureName) => NumberRun
  /** The share of one figure in another; null where there is no whole. */
  readonly share: (part: FigureName, of: FigureName) => NumberRun | null
}

export const voiceOf = (language: Language, tally: Tally, where: Where): Voice => {
  const value = (name: FigureName): number => tally[name] ?? 0
  const number = (name: FigureName, text: string): NumberRun => ({
    text,
    figure: name,
    kind: counterOf(name) === 'yuan' ? 'yuan' : 'count',
    value: value(name),
    of: null,
    address: recordsOf(name, where),
  })
  return {
    language,
    tally,
    value,
    keeps: (name) => tally[name] !== undefined,
    count: (name) => number(name, countText(value(name), counterOf(name), language)),
    cell: (name) => number(name, plainText(value(name), language)),
    share: (part, of) => {
      const text = shareText(value(part), value(of), language)
      return text === null ? null : { ...number(part, text), kind: 'share', of: value(of) }
    },
  }
}
