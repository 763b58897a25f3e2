import { useMessages } from '../../../../ui/language.tsx'
import type { DueDay } from './dueDays.ts'
import { messages } from './messages.ts'

/** The strip as a table, for whoever cannot see it. */
export const StripTable = ({ days }: { days: readonly DueDay[] }) => {
  const { strip: m } = useMessages(messages)
  return (
    <table className="al-unseen">
      <caption>{m.label}</caption>
      <thead>
        <tr>
          <th scope="col">{m.dueOn}</th>
          <th scope="col">{m.total}</th>
          <th scope="col">{m.late}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ dueOn, total, stepLate }) => (
          <tr key={dueOn}>
            <th scope="row">{dueOn}</th>
            <td>{total}</td>
            <td>{stepLate}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
