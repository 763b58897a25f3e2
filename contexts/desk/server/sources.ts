import { owedColumns, regionFigureColumns, type Contract, type PublishedView } from '../../../kernel/contract.ts'
import type { RoomWords } from '../../../kernel/words.ts'

/** A published view that the desk reads. */
export type Source = {
  readonly room: string
  readonly schema: string
  readonly view: string
  /** Whether an owed thing there has one of the four levels of the law. */
  readonly levelled: boolean
}

export type Sources = {
  readonly owed: readonly Source[]
  readonly figures: readonly Source[]
  readonly rooms: readonly Contract[]
  readonly words: ReadonlyMap<string, RoomWords>
}

/**
 * The views that the rooms publish for the desk, and the words for what is in them.
 * @throws Error where a view lacks a column, or a kind or figure that it holds has no words: a bug, found at the start
 */
export const sourcesOf = (rooms: readonly Contract[]): Sources => {
  const views = (ending: string, columns: readonly string[], wordsOf: (words: RoomWords) => object): Source[] =>
    rooms.flatMap(({ room, views: published, words }) =>
      published
        .filter(({ name }) => name.endsWith(ending))
        .map((view) => {
          const fault = faultOf(view, columns, words === undefined ? {} : wordsOf(words))
          if (fault !== null) throw new Error(`the desk cannot read ${view.name}: ${fault}`)
          const [schema = '', name = ''] = view.name.split('.')
          return { room, schema, view: name, levelled: view.columns.includes('level') }
        }),
    )
  return {
    owed: views('.owed', owedColumns, ({ owed }) => owed),
    figures: views('.region_figure', regionFigureColumns, ({ figures }) => figures),
    rooms,
    words: new Map(rooms.flatMap(({ room, words }) => (words ? [[room, words]] : []))),
  }
}

const faultOf = (view: PublishedView, columns: readonly string[], words: object): string | null => {
  const missing = columns.filter((column) => !view.columns.includes(column))
  if (missing.length > 0) return `it lacks ${missing.join(', ')}`
  if (view.holds === undefined) return 'it does not say what it holds'
  const speechless = view.holds.filter((name) => !(name in words))
  return speechless.length > 0 ? `there are no words for ${speechless.join(', ')}` : null
}
