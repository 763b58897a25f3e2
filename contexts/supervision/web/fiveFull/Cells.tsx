import { Link } from '../../../../ui/address.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import type { Cell, Told } from '../../rules/fiveFull/cell.ts'
import type { Measure } from '../../rules/fiveFull/measures.ts'
import { messages } from './messages.ts'

type CellProps = { readonly measure: Measure; readonly cell: Cell; readonly place: string }

const Opened = ({ told: { text, address }, aloud }: { told: Told; aloud: string }) =>
  address === null ? (
    <span>{text}</span>
  ) : (
    <Link to={address} aria-label={aloud}>
      {text}
    </Link>
  )

/** The number of a measure; without a rate the words that say why. */
export const Value = ({ measure, cell, place }: CellProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { text, without, numerator, small } = cell
  const quiet = small ? 'supervision-value supervision-value-quiet' : 'supervision-value'
  if (text === null)
    return (
      <span
        className="supervision-value supervision-value-quiet supervision-value-none"
        title={without === null ? undefined : m.withoutNote[without]}
      >
        {without === null ? '–' : m.without[without]}
      </span>
    )
  const aloud = m.openPart(say(measure.title), place, text)
  return (
    <span className={quiet} title={small ? m.smallNote : undefined}>
      {numerator.address === null ? (
        text
      ) : (
        <Link to={numerator.address} aria-label={aloud}>
          {text}
        </Link>
      )}
    </span>
  )
}

/** Numerator and denominator, each opening its records. */
export const Made = ({ measure, cell: { numerator, denominator, small }, place }: CellProps) => {
  const m = useMessages(messages)
  const say = useSay()
  if (denominator === null) return null
  const aloud = (told: Told): string => m.openPart(say(measure.title), place, told.text)
  return (
    <span className="supervision-made">
      <Opened told={numerator} aloud={aloud(numerator)} /> / <Opened told={denominator} aloud={aloud(denominator)} />
      {small ? <span title={m.smallNote}> · {m.small}</span> : null}
    </span>
  )
}

/** Against the period before; what stands now says that it does. */
export const Change = ({ measure, cell: { change } }: Omit<CellProps, 'place'>) => {
  const m = useMessages(messages)
  if (measure.when === 'now') return <span className="supervision-change">{m.nowMark}</span>
  if (measure.when === 'campaign') return <span className="supervision-change">{m.campaignMark}</span>
  if (change === null) return null
  const said = { up: m.up(change.text), down: m.down(change.text), same: m.same }[change.way]
  return (
    <span className="supervision-change">
      {said}
      {change.small && change.way !== 'same' ? m.changeSmall : ''}
    </span>
  )
}
