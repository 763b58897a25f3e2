import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Tag } from '../../../../ui/Button.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { outcomeNames, rewardStateNames, stateNames, topicNames } from '../../contract/names.ts'
import type { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'

export type TipLine = RouteOutput<typeof routes.tips>['rows'][number]

/** `2026-J0007`: within one county its code says nothing. */
export const shortNumber = (number: string): string => number.slice(7)

export const useTopicText = (): ((line: Pick<TipLine, 'topics'>) => string) => {
  const { language } = useLanguage()
  return ({ topics }) => topics.map((topic) => topicNames[topic][language]).join(language === 'zh' ? '、' : ', ')
}

/** The columns of the list; on a phone those alone that tell what it is, where, and how long is left. */
export const useTipColumns = (order: string, phone: boolean): readonly Column<TipLine>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const topicText = useTopicText()
  return useMemo(() => {
    const { columns } = m
    const roomy = language === 'en'
    const number: Column<TipLine> = {
      key: 'number',
      title: columns.number,
      width: phone ? undefined : 92,
      leading: true,
      render: (line) => <span title={line.number}>{shortNumber(line.number)}</span>,
    }
    const state: Column<TipLine> = {
      key: 'state',
      title: columns.state,
      width: roomy ? 118 : 84,
      leading: true,
      render: (line) => stateNames[line.state][language],
    }
    const what: Column<TipLine> = {
      key: 'what',
      title: columns.what,
      render: (line) => (
        <span className="tips-what" title={line.words}>
          {line.awaitsReply ? <Tag tone="accent">{m.awaitsReply}</Tag> : null}
          {line.named ? <Tag>{m.named}</Tag> : null}
          {line.insider ? <Tag>{m.insider}</Tag> : null}
          {line.words === '' ? topicText(line) : line.words}
        </span>
      ),
    }
    const due: Column<TipLine> = {
      key: 'due',
      title: columns.due,
      width: 118,
      align: 'right',
      order: order === 'due' ? 'ascending' : null,
      render: (line) => (line.dueAt === null ? '' : <RemainingText dueAt={line.dueAt} />),
    }
    if (phone)
      return [number, state, what, { key: 'place', title: columns.place, render: (line) => line.place || line.regionName[language] }, due]
    return [
      number,
      {
        key: 'received',
        title: columns.received,
        width: 96,
        order: order === 'received' ? 'descending' : null,
        render: (line) => dayMinuteText(line.receivedAt),
      },
      what,
      { key: 'place', title: columns.place, width: roomy ? 130 : 180, render: (line) => line.place || (line.posterTitle ?? '') },
      { key: 'region', title: columns.region, width: roomy ? 128 : 96, render: (line) => line.regionName[language] },
      state,
      {
        key: 'outcome',
        title: columns.outcome,
        width: roomy ? 144 : 116,
        render: (line) => (line.outcome === null ? '' : outcomeNames[line.outcome][language]),
      },
      due,
      {
        key: 'reward',
        title: columns.reward,
        width: roomy ? 104 : 84,
        align: 'right',
        render: (line) =>
          line.reward === 'none' || line.reward === 'refused'
            ? ''
            : line.rewardYuan
              ? m.yuan(line.rewardYuan.toLocaleString('en'))
              : rewardStateNames[line.reward][language],
      },
      { key: 'photos', title: columns.photos, width: roomy ? 60 : 48, align: 'right', render: (line) => String(line.photos) },
    ]
  }, [m, language, order, phone, topicText])
}
