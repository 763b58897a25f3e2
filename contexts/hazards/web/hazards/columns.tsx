import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Tag } from '../../../../ui/Button.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { remaining } from '../../../../ui/remaining.ts'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { useNow } from '../../../../ui/serverClock.ts'
import { StateDots } from '../../../../ui/StateTrack.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import type { routes } from '../../contract/index.ts'
import type { Level } from '../../rules/hazard.ts'
import { shortNumber } from '../../rules/hazardNumber.ts'
import { daysFrom } from './dueDays.ts'
import { dotsOf, type Order } from './listFilters.ts'
import { messages } from './messages.ts'

export type HazardLine = RouteOutput<typeof routes.hazards>['rows'][number]

/** The level of a hazard by its chip, 重大 as the first of the four, 一般 as the third; none before it is classified. */
export const HazardLevel = ({ level }: { level: Level | null }) => {
  const m = useMessages(messages)
  if (level === null) return <span className="hazards-unclassified">{m.unclassified}</span>
  return <LevelChip level={level === 'major' ? 1 : 3} word={m.levels[level]} />
}

const Description = ({ line }: { line: HazardLine }) => {
  const { tags: m } = useMessages(messages)
  return (
    <span className="hazards-description" title={line.description}>
      {line.listed ? <Tag tone="accent">{m.listed}</Tag> : null}
      {line.round > 1 ? <Tag>{m.round(line.round)}</Tag> : null}
      {line.falselyClosed ? <Tag>{m.falselyClosed}</Tag> : null}
      {line.withdrawn ? <Tag tone="silent">{m.withdrawn}</Tag> : null}
      {line.description}
    </span>
  )
}

/** What is left by the clock that law started: whole days, and hours on the last one; work that is done has no clock any more. */
const LegalLeft = ({ line }: { line: HazardLine }) => {
  const { legal: m } = useMessages(messages)
  const { language } = useLanguage()
  const now = useNow(60_000)
  if (line.dueOn === null || line.lawDueAt === null) return null
  const days = daysFrom(dateText(now), line.dueOn)
  if (days < 0) return <b className="hazards-over">{m.over(-days)}</b>
  return days === 0 ? <b>{remaining(line.lawDueAt, now, language).text}</b> : m.left(days)
}

const dayOf = (day: string | null, thisYear: string): string => (day === null ? '' : day.startsWith(thisYear) ? day.slice(5) : day)

const Step = ({ line }: { line: HazardLine }) => (line.stepDueAt === null ? null : <RemainingText dueAt={line.stepDueAt} />)

// On less than this the text of the hazard needs the room; its record tells the basis.
const useWide = createMediaFollower('(min-width: 1560px)')

/** The columns of the list; on a phone those alone that tell what it is, where, and how long is left. */
export const useHazardColumns = (order: Order, phone: boolean): readonly Column<HazardLine>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const wide = useWide()
  const thisYear = dateText(useNow(60_000)).slice(0, 4)
  return useMemo(() => {
    const { columns } = m
    // English words are longer.
    const roomy = language === 'en'
    const number: Column<HazardLine> = {
      key: 'found',
      title: columns.number,
      width: 74,
      leading: true,
      order: order === 'found' ? 'descending' : null,
      render: (line) => <span title={line.number}>{shortNumber(line.number)}</span>,
    }
    const level: Column<HazardLine> = {
      key: 'level',
      title: columns.level,
      width: roomy ? 84 : 72,
      leading: true,
      render: (line) => <HazardLevel level={line.level} />,
    }
    const step: Column<HazardLine> = {
      key: 'stepDue',
      title: columns.step,
      width: 112,
      align: 'right',
      order: order === 'stepDue' ? 'ascending' : null,
      render: (line) => <Step line={line} />,
    }
    const basis: Column<HazardLine> = {
      key: 'basis',
      title: columns.basis,
      width: 150,
      render: (line) => line.basis?.[language] ?? '',
    }
    if (phone) {
      return [
        { ...number, width: undefined },
        level,
        { key: 'state', title: columns.state, leading: true, render: (line) => m.states[line.state] },
        { key: 'description', title: columns.description, render: (line) => <Description line={line} /> },
        { key: 'unit', title: columns.unit, render: (line) => line.unitName },
        { ...step, title: columns.left, render: (line) => (line.stepDueAt === null ? <LegalLeft line={line} /> : <Step line={line} />) },
      ]
    }
    return [
      number,
      level,
      { key: 'description', title: columns.description, render: (line) => <Description line={line} /> },
      ...(wide ? [basis] : []),
      { key: 'unit', title: columns.unit, width: 126, render: (line) => line.unitName },
      {
        key: 'loop',
        title: columns.loop,
        width: roomy ? 178 : 152,
        render: (line) => <StateDots {...dotsOf(line.level, line.state)} name={m.states[line.state]} />,
      },
      step,
      {
        key: 'lawDue',
        title: columns.dueOn,
        width: 86,
        align: 'right',
        order: order === 'lawDue' ? 'ascending' : null,
        render: (line) => dayOf(line.dueOn, thisYear),
      },
      { key: 'legal', title: columns.legal, width: 74, align: 'right', render: (line) => <LegalLeft line={line} /> },
      {
        key: 'assignee',
        title: columns.assignee,
        width: 64,
        render: (line) =>
          line.assigneeName ??
          (line.state === 'found' || line.state === 'classified' ? <span className="al-quiet">{m.noAssignee}</span> : ''),
      },
      { key: 'how', title: columns.source, width: roomy ? 84 : 74, render: (line) => m.how[line.how] },
      { key: 'evidence', title: columns.evidence, width: 46, align: 'right', render: (line) => String(line.evidence) },
    ]
  }, [m, language, order, phone, wide, thisYear])
}
