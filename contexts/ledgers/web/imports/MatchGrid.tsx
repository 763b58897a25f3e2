import { SelectInput } from '../../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { Scroller } from '../../../../ui/Scroller.tsx'
import type { KindView, SheetView } from '../../contract/importShapes.ts'
import { isCountingHeading, isReturnHeading } from '../../rules/headings.ts'
import { lettersOf } from './matchDraft.ts'
import { messages } from './messages.ts'

export type StartRow = { readonly row: number; readonly cells: readonly (string | null)[] }

export type MatchGridProps = {
  readonly sheet: SheetView
  readonly rows: readonly StartRow[]
  readonly kind: KindView
  readonly onKey: (place: number, key: string | null) => void
  readonly onRow: (row: number) => void
}

/** Below it a person should look. */
const sure = 0.7

type ColumnView = SheetView['columns'][number]

/** Why a column is read so, in words. */
const useWhy = (): ((column: ColumnView) => string) => {
  const m = useMessages(messages)
  return ({ heading, key, why, confidence }) => {
    if (key !== null) return why === 'similar' && confidence < sure ? m.match.whys.doubtful : m.match.whys[why]
    if (heading === '') return ''
    if (isReturnHeading(heading)) return m.match.whys.returned
    return isCountingHeading(heading) ? m.match.whys.serial : m.match.whys.none
  }
}

/** The first rows of a sheet, above each column what it is read as; the rows of its head are marked. */
export const MatchGrid = ({ sheet, rows, kind, onKey, onRow }: MatchGridProps) => {
  const m = useMessages(messages)
  const width = Math.max(sheet.columns.length, ...rows.map(({ cells }) => cells.length))
  const places = Array.from({ length: width }, (_, place) => place)
  const lastHead = Math.max(0, ...sheet.headRows)
  return (
    <Scroller label={m.match.grid(sheet.name)}>
      <table className="ledgers-match">
        <caption className="al-unseen">{m.match.grid(sheet.name)}</caption>
        <thead>
          <tr>
            <th scope="col" className="ledgers-match-corner">
              {m.match.rowsHead}
            </th>
            {places.map((place) => (
              <ColumnHead key={place} sheet={sheet} place={place} kind={kind} onKey={onKey} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => {
            const inHead = sheet.headRows.includes(row)
            const name = inHead ? 'ledgers-match-head' : row < lastHead ? 'ledgers-match-above' : undefined
            return (
              <tr key={row} className={name}>
                <th scope="row">
                  <button type="button" tabIndex={-1} aria-pressed={inHead} aria-label={m.match.rowIsHead(row)} onClick={() => onRow(row)}>
                    {row}
                  </button>
                </th>
                {runsOf(cells, width, name === 'ledgers-match-above').map(({ place, span }) => (
                  <td
                    key={place}
                    colSpan={span}
                    className={span > 1 ? 'ledgers-match-span' : sheet.columns[place]?.key == null ? 'ledgers-match-left' : undefined}
                  >
                    {cells[place] ?? ''}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroller>
  )
}

/** Above the head merged cells come with their value in each; a title is read once. */
const runsOf = (cells: StartRow['cells'], width: number, joins: boolean): readonly { readonly place: number; readonly span: number }[] => {
  const runs: { place: number; span: number }[] = []
  for (let place = 0; place < width; place += 1) {
    const last = runs.at(-1)
    if (joins && last && (cells[place] ?? '') === (cells[last.place] ?? '')) last.span += 1
    else runs.push({ place, span: 1 })
  }
  return runs
}

type HeadProps = Pick<MatchGridProps, 'sheet' | 'kind' | 'onKey'> & { readonly place: number }

const ColumnHead = ({ sheet, place, kind, onKey }: HeadProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const whyOf = useWhy()
  const column = sheet.columns.find((each) => each.place === place)
  const letters = lettersOf(place)
  if (!column || column.heading === '') {
    return (
      <th scope="col">
        <span className="ledgers-letters">{letters}</span>
      </th>
    )
  }
  const placeOf = new Map(sheet.columns.flatMap((each) => (each.key === null ? [] : [[each.key, each.place] as const])))
  const labelOf = ({ key, label, needed }: KindView['columns'][number]): string => {
    const name = needed ? m.match.needed(say(label)) : say(label)
    const other = placeOf.get(key)
    return other === undefined || other === place ? name : m.match.usedAt(name, lettersOf(other))
  }
  return (
    <th scope="col" className={column.key === null ? 'ledgers-match-unread' : undefined}>
      <span className="ledgers-letters">{letters}</span>
      <SelectInput
        label={m.match.column(letters, column.heading)}
        value={column.key ?? ''}
        options={[{ value: '', label: m.match.notTaken }, ...kind.columns.map((each) => ({ value: each.key, label: labelOf(each) }))]}
        onChange={(key) => onKey(place, key === '' ? null : key)}
      />
      <span className="ledgers-why">{whyOf(column)}</span>
    </th>
  )
}
