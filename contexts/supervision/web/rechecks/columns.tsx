import { useMemo } from 'react'
import { Tag } from '../../../../ui/Button.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { outcomeNames, stateNames } from '../../contract/inspectionNames.ts'
import { messages } from './messages.ts'
import type { RecheckLine } from './records.ts'

/** How far a recheck has come, and what it came to. */
export const RecheckState = ({ row: { state, outcome } }: { row: Pick<RecheckLine, 'state' | 'outcome'> }) => {
  const { language } = useLanguage()
  if (outcome !== null) return <Tag tone={outcome === 'false' ? 'accent' : 'plain'}>{outcomeNames[outcome][language]}</Tag>
  return <Tag tone={state === 'cancelled' ? 'silent' : 'plain'}>{stateNames[state][language]}</Tag>
}

/** The columns of a list of rechecks. */
export const useRecheckColumns = (): readonly Column<RecheckLine>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(
    (): readonly Column<RecheckLine>[] => [
      {
        key: 'description',
        title: m.hazard,
        leading: true,
        render: (row) => (
          <span className="rechecks-hazard" title={row.description}>
            {row.description}
          </span>
        ),
      },
      { key: 'unit', title: m.unit, width: 190, render: ({ unitName }) => unitName },
      { key: 'region', title: m.region, width: language === 'zh' ? 112 : 150, render: ({ regionName }) => regionName[language] },
      {
        key: 'level',
        title: m.level,
        width: 84,
        render: ({ level }) => <LevelChip level={level === 'major' ? 1 : 3} word={m.levels[level]} />,
      },
      { key: 'closed', title: m.closedOn, width: 96, render: ({ closedAt }) => dateText(closedAt) },
      { key: 'closer', title: m.closer, width: 96, render: ({ closerName }) => closerName },
      {
        key: 'assignee',
        title: m.assignee,
        width: 96,
        render: ({ assigneeName }) => assigneeName ?? <span className="al-quiet">{m.nobody}</span>,
      },
      {
        key: 'due',
        title: m.due,
        width: 110,
        align: 'right',
        render: ({ state, dueAt, settledAt }) =>
          settledAt === null ? state === 'cancelled' ? '' : <RemainingText dueAt={dueAt} /> : dateText(settledAt),
      },
      { key: 'state', title: m.state, width: language === 'zh' ? 112 : 190, render: (row) => <RecheckState row={row} /> },
    ],
    [m, language],
  )
}
