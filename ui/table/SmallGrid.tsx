import { useRef, type ReactNode } from 'react'
import { Icon } from '../Icon.tsx'
import { useMessages } from '../language.tsx'
import { Scroller } from '../Scroller.tsx'
import { words } from '../words.ts'
import type { Column, DataTableProps } from './columns.ts'
import { rowClass, useRows } from './useRows.ts'

/** A column without a width of its own needs at least so much. */
const leastPixels = 160

/** A table of the page itself: every row is drawn, the head stays in sight. */
export const SmallGrid = <Row,>(props: DataTableProps<Row>) => {
  const { rows, columns, rowKey, label, onOpen, onOrder, chosen = [], onChoose } = props
  const m = useMessages(words)
  const body = useRef<HTMLTableSectionElement>(null)
  const { present, press } = useRows(props, (row) =>
    body.current?.querySelector(`[data-row-key="${CSS.escape(rowKey(row))}"]`)?.scrollIntoView({ block: 'nearest' }),
  )
  const keys = rows.map(rowKey)
  const allChosen = keys.length > 0 && keys.every((key) => chosen.includes(key))
  const toggle = (key: string): void => onChoose?.(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
  const minWidth = columns.reduce((sum, column) => sum + (column.width ?? leastPixels), onChoose ? 34 : 0)
  return (
    <Scroller label={label} keepsHead>
      <table className="al-grid" aria-label={label} aria-rowcount={(props.total ?? rows.length) + 1} style={{ minWidth }}>
        <colgroup>
          {onChoose ? <col style={{ width: 34 }} /> : null}
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {onChoose ? (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={m.table.chooseAll}
                  checked={allChosen}
                  onChange={() => onChoose(allChosen ? [] : keys)}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const key = rowKey(row)
            const isChosen = chosen.includes(key)
            return (
              <tr
                key={key}
                data-row-key={key}
                aria-rowindex={index + 2}
                className={`${rowClass(index === present, onOpen !== undefined)}${isChosen ? ' al-grid-chosen' : ''}`}
                onClick={(event) => press(event, index)}
              >
                {onChoose ? (
                  <td>
                    <input type="checkbox" aria-label={`${m.table.choose} ${key}`} checked={isChosen} onChange={() => toggle(key)} />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <Cell key={column.key} align={column.align}>
                    {column.render(row)}
                  </Cell>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroller>
  )
}

const Cell = ({ align, children }: { align: Column<never>['align']; children: ReactNode }) => (
  <td className={align === 'right' ? 'al-figure' : undefined} title={typeof children === 'string' ? children : undefined}>
    {children}
  </td>
)

type HeadCellProps<Row> = { readonly column: Column<Row>; readonly onOrder: DataTableProps<Row>['onOrder'] }

const HeadCell = <Row,>({ column, onOrder }: HeadCellProps<Row>) => {
  const { key, title, align, order } = column
  const className = align === 'right' ? 'al-figure' : undefined
  if (order === undefined) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    )
  }
  const next = order === null ? 'ascending' : order === 'ascending' ? 'descending' : null
  return (
    <th scope="col" className={className} aria-sort={order ?? 'none'}>
      <button
        type="button"
        className={order === null ? 'al-grid-order' : 'al-grid-order al-grid-ordered'}
        onClick={() => onOrder?.(key, next)}
      >
        {title}
        <Icon name={order === null ? 'sort' : order === 'ascending' ? 'arrowUp' : 'arrowDown'} size={12} />
      </button>
    </th>
  )
}
