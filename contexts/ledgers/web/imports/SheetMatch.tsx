import { Checkbox, SelectInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import type { ImportView, KindView, SheetView } from '../../contract/importShapes.ts'
import { alsoNamed, headLengths, toggledHead, wantedOf, withHead, withKey } from './matchDraft.ts'
import { MatchGrid, type StartRow } from './MatchGrid.tsx'
import { messages } from './messages.ts'
import { Strip, useLabelOf } from './parts.tsx'
import type { Change } from './useMatching.ts'

export type SheetMatchProps = {
  readonly view: ImportView
  readonly sheet: SheetView
  readonly sheets: readonly SheetView[]
  readonly kind: KindView
  readonly onChange: (change: Change) => void
}

/** Enough to see what a column holds; the server keeps 60. */
const rowsShown = (lastHead: number): number => Math.min(60, Math.max(14, lastHead + 10))

/** One sheet: whether it is taken, where its head is, and what each of its columns is. */
export const SheetMatch = ({ view, sheet, sheets, kind, onChange }: SheetMatchProps) => {
  const m = useMessages(messages)
  const labelOf = useLabelOf(kind)
  const lastHead = Math.max(0, ...sheet.headRows)
  const start = useRead(
    routes.sheetStart,
    { params: { importId: view.id, sheet: sheet.index }, query: { rows: rowsShown(lastHead) } },
    { keepFormer: true },
  )
  const onKey = (place: number, key: string | null): void => {
    const heading = sheet.columns.find((column) => column.place === place)?.heading ?? ''
    const also = key === null ? [] : alsoNamed(sheets, sheet.index, heading, key)
    onChange({ sheets: [withKey(wantedOf(sheet), place, key), ...also] })
    if (also.length === 0) return
    const former = sheets.filter(({ index }) => also.some((each) => each.index === index)).map(wantedOf)
    tell({ text: m.match.also(also.length, heading), undo: async () => onChange({ sheets: former }) })
  }
  const onHead = (headRows: readonly number[]): void => onChange({ sheets: [withHead(wantedOf(sheet), headRows)] })
  return (
    <Read query={start} rows={10}>
      {({ rows }) => (
        <>
          <div className="ledgers-sheet">
            <Checkbox
              label={m.match.takeSheet}
              checked={sheet.taken}
              onChange={(taken) => onChange({ sheets: [{ ...wantedOf(sheet), taken }] })}
            />
            <HeadChoice sheet={sheet} rows={rows} onHead={onHead} />
            {sheet.remembered ? <span>{m.match.remembered}</span> : null}
            {sheet.hidden ? <span className="al-quiet">{m.match.hidden}</span> : null}
            <span className="al-quiet">{m.match.legend}</span>
          </div>
          {sheet.taken && sheet.headRows.length === 0 ? <Strip icon="question" title={m.match.headNone} /> : null}
          {sheet.taken && sheet.headRows.length > 0 && sheet.missing.length > 0 ? (
            <Strip icon="question" title={m.match.missing(sheet.missing.map(labelOf).join(m.kinds.between))} />
          ) : null}
          <MatchGrid
            sheet={sheet}
            rows={rows}
            kind={kind}
            onKey={onKey}
            onRow={(row) => {
              const next = toggledHead(sheet.headRows, row)
              if (next.join() !== sheet.headRows.join()) onHead(next)
            }}
          />
        </>
      )}
    </Read>
  )
}

type HeadChoiceProps = {
  readonly sheet: SheetView
  readonly rows: readonly StartRow[]
  readonly onHead: (headRows: readonly number[]) => void
}

/** Where the head is, by the keyboard; a press on a row number does the same. */
const HeadChoice = ({ sheet, rows, onHead }: HeadChoiceProps) => {
  const m = useMessages(messages)
  const numbers = rows.map(({ row }) => row)
  const first = sheet.headRows.length === 0 ? null : Math.min(...sheet.headRows)
  const from = (row: number, length: number): readonly number[] => Array.from({ length }, (_, more) => row + more)
  return (
    <span className="ledgers-head-choice">
      {m.match.head}
      <SelectInput
        label={m.match.headFrom}
        value={first === null ? '' : String(first)}
        placeholder={m.match.chooseKind}
        required
        options={numbers.map((row) => ({ value: String(row), label: m.match.row(row) }))}
        onChange={(row) => {
          const lengths = headLengths(numbers, Number(row))
          const length = lengths.includes(sheet.headRows.length) ? sheet.headRows.length : 1
          onHead(from(Number(row), length))
        }}
      />
      {first === null ? null : (
        <SelectInput
          label={m.match.headRows}
          value={String(sheet.headRows.length)}
          options={headLengths(numbers, first).map((length) => ({ value: String(length), label: m.match.rowCount(length) }))}
          onChange={(length) => onHead(from(first, Number(length)))}
        />
      )}
    </span>
  )
}
