import { useState, type ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { useMessages } from '../language.tsx'
import { words } from '../words.ts'
import type { DataTableProps } from './columns.ts'

/** A phone draws so many rows at once. */
const drawnAtOnce = 50

const isEmpty = (content: ReactNode): boolean => content === '' || content === null || content === undefined || content === false

/** The rows of a table where the screen is too narrow for columns: what leads, and the rest with its names below. */
export const RowList = <Row,>({ rows, columns, rowKey, label, onOpen, chosen, onChoose }: DataTableProps<Row>) => {
  const m = useMessages(words)
  const [drawn, setDrawn] = useState(drawnAtOnce)
  const leading = columns.filter((column) => column.leading === true)
  const first = leading.length > 0 ? leading : columns.slice(0, 1)
  const rest = columns.filter((column) => !first.includes(column))
  return (
    <ul className="al-rows" aria-label={label}>
      {rows.slice(0, drawn).map((row) => {
        const key = rowKey(row)
        const isChosen = chosen?.includes(key) ?? false
        const head = first.map((column) => <span key={column.key}>{column.render(row)}</span>)
        return (
          <li key={key}>
            {onChoose ? (
              <label className="al-rows-choose">
                <input
                  type="checkbox"
                  checked={isChosen}
                  aria-label={`${m.table.choose} ${key}`}
                  onChange={() => onChoose(isChosen ? (chosen ?? []).filter((other) => other !== key) : [...(chosen ?? []), key])}
                />
              </label>
            ) : null}
            <div>
              {onOpen ? (
                <button type="button" className="al-rows-lead" onClick={() => onOpen(row)}>
                  {head}
                </button>
              ) : (
                <div className="al-rows-lead">{head}</div>
              )}
              <dl>
                {rest
                  .map((column) => ({ column, content: column.render(row) }))
                  .filter(({ content }) => !isEmpty(content))
                  .map(({ column, content }) => (
                    <div key={column.key}>
                      <dt>{column.title}</dt>
                      <dd>{content}</dd>
                    </div>
                  ))}
              </dl>
            </div>
          </li>
        )
      })}
      {drawn < rows.length ? (
        <li>
          <Button wide icon="down" onClick={() => setDrawn(drawn + drawnAtOnce)}>
            {m.table.more}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}
