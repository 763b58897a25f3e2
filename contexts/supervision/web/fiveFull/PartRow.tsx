import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import type { PartName } from '../../rules/fiveFull/measures.ts'
import { cellAt, measuresOf, type Board, type BoardRow } from './board.ts'
import { Change, Made, Value } from './Cells.tsx'
import { Defined } from './Defined.tsx'
import { messages } from './messages.ts'

/** One of the five for the whole region: its question, and its measures side by side. */
export const PartRow = ({ part, board, whole }: { part: PartName; board: Board; whole: BoardRow }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const place = say(whole.regionName)
  const told = measuresOf(part, board)
  return (
    <section className="supervision-part" aria-label={m.parts[part]}>
      <header>
        <h2>{m.parts[part]}</h2>
        <p>{m.asks[part]}</p>
      </header>
      {told.length === 0 ? (
        <p className="al-quiet">{m.notKept}</p>
      ) : (
        <ul>
          {told.map((measure) => {
            const cell = cellAt(measure, whole, board, language)
            return (
              <li key={measure.name}>
                <Defined word={say(measure.title)} label={m.define(say(measure.title))} definition={say(measure.definition)} />
                <Value measure={measure} cell={cell} place={place} />
                <Made measure={measure} cell={cell} place={place} />
                <Change measure={measure} cell={cell} />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
