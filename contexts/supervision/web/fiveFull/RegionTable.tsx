import { Link } from '../../../../ui/address.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { Scroller } from '../../../../ui/Scroller.tsx'
import type { Cell } from '../../rules/fiveFull/cell.ts'
import type { Measure, PartName } from '../../rules/fiveFull/measures.ts'
import { cellAt, measuresOf, sortedRows, type Board, type BoardRow, type Sort } from './board.ts'
import { Change, Made, Value } from './Cells.tsx'
import { messages } from './messages.ts'

type RegionTableProps = {
  readonly part: PartName
  readonly board: Board
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  /** The board of a region below; null where none lies below. */
  readonly below: (row: BoardRow) => string | null
}

/** Regions beside each other by one of the five: every number opens what it counts. */
export const RegionTable = ({ part, board, sort, onSort, below }: RegionTableProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const told = measuresOf(part, board)
  const rows = sortedRows(board, sort, language)
  const whole = board.rows.find((row) => row.whole)
  const nameOf = (row: BoardRow): string => (row.alone ? m.ownLevel(say(row.regionName)) : say(row.regionName))
  if (rows.length === 0) return <p className="al-quiet">{m.noBelow}</p>
  const line = (row: BoardRow) => {
    const address = row.whole ? null : below(row)
    return (
      <tr key={`${row.regionCode}${row.alone ? ' alone' : ''}`}>
        <th scope="row">{address === null ? nameOf(row) : <Link to={address}>{nameOf(row)}</Link>}</th>
        {told.map((measure) => (
          <MeasureCell key={measure.name} measure={measure} cell={cellAt(measure, row, board, language)} place={nameOf(row)} />
        ))}
      </tr>
    )
  }
  return (
    <Scroller label={m.byRegion}>
      <table className="supervision-regions" aria-label={`${m.byRegion} · ${m.parts[part]}`}>
        <thead>
          <tr>
            <th scope="col">{m.rowHead}</th>
            {told.map((measure) => (
              <Head key={measure.name} measure={measure} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        {whole === undefined ? null : <tfoot>{line(whole)}</tfoot>}
      </table>
    </Scroller>
  )
}

const Head = ({ measure, sort, onSort }: { measure: Measure; sort: Sort | null; onSort: (sort: Sort | null) => void }) => {
  const say = useSay()
  const way = sort?.measure === measure.name ? sort.way : null
  const next = way === null ? 'descending' : way === 'descending' ? 'ascending' : null
  return (
    <th scope="col" aria-sort={way ?? 'none'}>
      <button
        type="button"
        className={way === null ? 'al-grid-order' : 'al-grid-order al-grid-ordered'}
        onClick={() => onSort(next === null ? null : { measure: measure.name, way: next })}
      >
        {say(measure.title)}
        <Icon name={way === null ? 'sort' : way === 'ascending' ? 'arrowUp' : 'arrowDown'} size={12} />
      </button>
    </th>
  )
}

/** A share has a bar from nothing to all, so that a column is read at a glance. */
const MeasureCell = ({ measure, cell, place }: { measure: Measure; cell: Cell; place: string }) => (
  <td>
    <Value measure={measure} cell={cell} place={place} />
    {measure.kind === 'share' && cell.order !== null ? (
      <span className={cell.small ? 'supervision-bar supervision-bar-small' : 'supervision-bar'} aria-hidden="true">
        <span style={{ width: `${Math.min(100, cell.order)}%` }} />
      </span>
    ) : null}
    <Made measure={measure} cell={cell} place={place} />
    {measure.when === 'days' ? <Change measure={measure} cell={cell} /> : null}
  </td>
)
