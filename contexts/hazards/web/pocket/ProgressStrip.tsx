import { useMessages } from '../../../../ui/language.tsx'
import { messages } from './messages.ts'
import type { VisitContent } from './visitContent.ts'

/** Most people answer an item in so many minutes; 28 items are about 22 minutes. */
const minutesAnItem = 0.8

const classOf = ({ answers, at }: VisitContent, key: string, index: number): string => {
  const given = answers[key]?.answer
  const state = given === undefined ? 'open' : given
  return `hazards-strip-${state}${index === at ? ' hazards-strip-now' : ''}`
}

/** How far the questions have come: one bar each, a long one for what is not in order. */
export const ProgressStrip = ({ visit }: { visit: VisitContent }) => {
  const m = useMessages(messages).visit
  const { items, answers, at } = visit
  const wrong = items.filter((key) => answers[key]?.answer === 'no').length
  const left = items.filter((key) => answers[key] === undefined).length
  return (
    <div className="hazards-progress">
      <div className="hazards-strip" role="img" aria-label={m.strip(Math.min(at + 1, items.length), items.length)}>
        {items.map((key, index) => (
          <span key={key} className={classOf(visit, key, index)} />
        ))}
      </div>
      <p>
        <span>{m.longBars(wrong)}</span>
        <span>{left === 0 ? m.allAnswered : m.left(left, Math.ceil(left * minutesAnItem))}</span>
      </p>
    </div>
  )
}
