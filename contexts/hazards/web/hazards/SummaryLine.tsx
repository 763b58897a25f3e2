import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Link } from '../../../../ui/address.tsx'
import { secondText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import type { routes } from '../../contract/index.ts'
import { addressOf, type SomeFilters } from './listFilters.ts'
import { messages } from './messages.ts'

type SummaryLineProps = {
  readonly summary: RouteOutput<typeof routes.hazardSummary>
  readonly values: SomeFilters
  /** When the server counted. */
  readonly countedAt: number
}

/** What the list comes to; each number leads to the hazards it counts. */
export const SummaryLine = ({ summary, values, countedAt }: SummaryLineProps) => {
  const m = useMessages(messages)
  const parts: readonly { readonly name: string; readonly count: number; readonly filters: SomeFilters }[] = [
    { name: m.levels.major, count: summary.major, filters: { level: 'major' } },
    { name: m.levels.general, count: summary.general, filters: { level: 'general' } },
    { name: m.unclassified, count: summary.unclassified, filters: { level: 'unclassified' } },
    { name: m.sum.stepLate, count: summary.stepLate, filters: { stepLate: 'true' } },
    { name: m.sum.overdue, count: summary.overdue, filters: { overdue: 'true' } },
  ]
  return (
    <section className="hazards-sum" aria-label={m.sum.label}>
      <span>
        <b>{summary.total.toLocaleString('en')}</b> {m.sum.hazards}
      </span>
      <span>{m.sum.units(summary.units.toLocaleString('en'))}</span>
      {parts.map(({ name, count, filters }) => (
        <Link key={name} to={addressOf({ ...values, ...filters })}>
          {name} <b>{count.toLocaleString('en')}</b>
        </Link>
      ))}
      <span className="hazards-sum-note">
        <span className="hazards-sum-strip">{m.strip.note}</span> {m.strip.exact(secondText(countedAt))}
      </span>
    </section>
  )
}
