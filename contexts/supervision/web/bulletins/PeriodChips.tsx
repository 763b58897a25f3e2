import type { ReactNode } from 'react'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { Filters, type Filter } from '../../../../ui/Filters.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { messages } from './messages.ts'
import { firstOfMonth, mondayOf, monthOptions, weekOptions, type PeriodValues } from './periodOptions.ts'

const kinds = ['week', 'month', 'yearToDate', 'own'] as const

type PeriodChipsProps = {
  readonly values: PeriodValues
  /** The kind that stands where none is named. */
  readonly standing: (typeof kinds)[number]
  readonly today: string
  /** Further filters of the same line. */
  readonly more?: readonly Filter[] | undefined
  readonly onChange: (next: Partial<Record<string, string>>) => void
  readonly children?: ReactNode
}

/** Which days: a week, a month, the year to a day, or one's own. */
export const PeriodChips = ({ values, standing, today, more = [], onChange, children }: PeriodChipsProps) => {
  const m = useMessages(messages)
  const { kind, on } = values
  const present = on === '' ? today : on
  const days: readonly Filter[] =
    kind === 'month'
      ? [{ name: 'on', label: m.period.month, value: firstOfMonth(present), standing: firstOfMonth(today), options: monthOptions(today) }]
      : kind === 'week'
        ? [{ name: 'on', label: m.period.week, value: mondayOf(present), standing: mondayOf(today), options: weekOptions(today) }]
        : []
  return (
    <Filters
      filters={[
        {
          name: 'kind',
          label: m.period.label,
          value: kind,
          standing,
          options: kinds.map((value) => ({ value, label: m.period.kinds[value] })),
        },
        ...days,
        ...more,
      ]}
      onChange={(name, value) => onChange(name === 'kind' ? { kind: value, on: '', from: '', to: '' } : { [name]: value })}
    >
      {children}
      {kind === 'yearToDate' ? (
        <DayChip label={m.period.until} value={on} face={today} max={today} onChange={(day) => onChange({ on: day })} />
      ) : null}
      {kind === 'own' ? (
        <>
          <DayChip label={m.period.from} value={values.from} max={today} onChange={(from) => onChange({ from })} />
          <DayChip label={m.period.to} value={values.to} max={today} onChange={(to) => onChange({ to })} />
        </>
      ) : null}
    </Filters>
  )
}
