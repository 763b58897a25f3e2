import { useMessages } from '../../../../ui/language.tsx'
import type { ImportView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'
import { Bar } from './parts.tsx'
import { useSpeed } from './useSpeed.ts'

/** A check under way. How many rows a file has is known at its end alone, so the bar counts its sheets. */
export const CheckingPanel = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const rows = view.check?.rows ?? 0
  const speed = useSpeed(rows, true)
  const sheets = view.sheets.filter(({ taken }) => taken).length
  const at = Math.max(1, view.check?.sheets.length ?? 0)
  return (
    <div className="ledgers-panel">
      <Bar label={m.checking.progress} text={m.rowsSoFar(rows)} done={at - 1} total={sheets > 1 ? sheets : null}>
        {sheets > 1 ? <span>{m.checking.sheet(at, sheets)}</span> : null}
        {speed === null ? null : <span>{m.speed(Math.round(speed))}</span>}
        {view.check === null ? null : <span>{m.soFar(view.check.taken, view.check.refused)}</span>}
      </Bar>
      <p className="al-quiet">{m.checking.text}</p>
    </div>
  )
}
