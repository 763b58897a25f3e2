import { Link } from '../../../../ui/address.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Scroller } from '../../../../ui/Scroller.tsx'
import type { FigureColumn, FigureLine, FigureTable, Value } from './figureTable.ts'
import type { Shown } from './measures.ts'
import { messages } from './messages.ts'
import { recordsLink, type Place } from './recordsLink.ts'

export type FigureGridProps = {
  readonly table: FigureTable
  readonly shown: Shown
  readonly region: string
  /** Whether a row stands for what was recorded in the region itself. */
  readonly isOwn: (line: FigureLine) => boolean
  readonly nameOf: (line: FigureLine) => string
  readonly columnName: (column: FigureColumn) => string
  /** The address of the regions below a row; null where there are none. */
  readonly below: (line: FigureLine) => string | null
}

/** `1,204`, `12.5`; a dash where there is none. */
export const valueText = (value: Value, kind: Shown['measure']['kind']): string =>
  value === null ? '–' : kind === 'count' ? value.toLocaleString('en') : value.toFixed(1)

/** Regions or industries against months, levels, states or industries; every number opens the records that it counts. */
export const FigureGrid = ({ table, shown, region, isOwn, nameOf, columnName, below }: FigureGridProps) => {
  const m = useMessages(messages)
  const { name, measure, rows, columns: dimension } = shown
  const title = m.measures[name]
  const counts = measure.kind === 'count'
  const placeOf = (line: FigureLine | null, column: FigureColumn | null): Place | null => {
    if (column !== null && column.keys.length !== 1) return null
    const [key = ''] = column?.keys ?? []
    const by = (own: typeof dimension, standing: string): string => (column !== null && dimension === own ? key : standing)
    return {
      region: line !== null && rows === 'region' ? line.key : region,
      regionAlone: line !== null && rows === 'region' && isOwn(line),
      month: by('period', shown.month),
      level: by('level', shown.level),
      state: by('state', shown.state),
      industry: line !== null && rows === 'industry' ? line.key : by('industry', ''),
    }
  }
  const cell = (value: Value, line: FigureLine | null, column: FigureColumn | null) => {
    const place = placeOf(line, column)
    const text = valueText(value, measure.kind)
    if (value === null || place === null) return text
    const said = [line === null ? m.total : nameOf(line), column === null ? null : columnName(column)]
      .filter((part) => part !== null)
      .join(' ')
    return (
      <Link to={recordsLink(name, place)} aria-label={m.openCount(said, text)}>
        {text}
      </Link>
    )
  }
  const wholeName = measure.kind === 'mean' ? m.mean : m.total
  const greatest = Math.max(1, ...table.lines.map(({ total }) => total ?? 0))
  const partOf = ({ total }: FigureLine): number => (total === null ? 0 : counts ? total / Math.max(1, table.total ?? 1) : total / greatest)
  const hasWhole = table.columns.length === 0 || table.lines.some(({ total }) => total !== null)
  return (
    <Scroller label={title}>
      <table className="hazards-figures">
        <caption className="al-unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{m.dimensions[rows]}</th>
            {table.columns.map((column) => (
              <th key={column.keys.join()} scope="col" className="al-figure">
                {columnName(column)}
              </th>
            ))}
            {hasWhole ? (
              <>
                <th scope="col" className="al-figure">
                  {table.columns.length === 0 ? title : wholeName}
                </th>
                <th scope="col" className="hazards-figures-share">
                  {counts ? m.share : <span className="al-unseen">{m.share}</span>}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => {
            const down = below(line)
            return (
              <tr key={line.key}>
                <th scope="row">
                  {down === null ? (
                    nameOf(line)
                  ) : (
                    <Link to={down} aria-label={m.below(nameOf(line))}>
                      {nameOf(line)}
                    </Link>
                  )}
                </th>
                {line.cells.map((value, index) => (
                  <td key={table.columns[index]?.keys.join()} className="al-figure">
                    {cell(value, line, table.columns[index] ?? null)}
                  </td>
                ))}
                {hasWhole ? (
                  <>
                    <td className="al-figure">
                      <b>{cell(line.total, line, null)}</b>
                    </td>
                    <td className="hazards-figures-share">
                      <span className="hazards-figures-bar" aria-hidden="true">
                        <span style={{ width: `${partOf(line) * 100}%` }} />
                      </span>
                      {counts && (table.total ?? 0) > 0 ? `${(partOf(line) * 100).toFixed(1)}%` : null}
                    </td>
                  </>
                ) : null}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{wholeName}</th>
            {table.foot.map((value, index) => (
              <td key={table.columns[index]?.keys.join()} className="al-figure">
                {cell(value, null, table.columns[index] ?? null)}
              </td>
            ))}
            {hasWhole ? (
              <>
                <td className="al-figure">
                  <b>{cell(table.total, null, null)}</b>
                </td>
                <td className="hazards-figures-share">{counts && (table.total ?? 0) > 0 ? '100%' : null}</td>
              </>
            ) : null}
          </tr>
        </tfoot>
      </table>
    </Scroller>
  )
}
