import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Tag } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { causeNames, outcomeNames, stateNames } from '../../contract/names.ts'
import type { routes } from '../../contract/routes.ts'
import { messages } from '../messages.ts'
import { amount, titled } from '../text.ts'

export type CaseLine = RouteOutput<typeof routes.cases>['rows'][number]

/** The clock that ends first; null where none runs. */
const dueOf = ({ stepDueAt, lawDueAt, state }: CaseLine): string | null => {
  if (state === 'closed') return null
  const due = [stepDueAt, lawDueAt].filter((each) => each !== null).toSorted()
  return due[0] ?? null
}

/** The columns of a list of cases; on a phone what it is, against whom, where it stands, and how long is left. */
export const useCaseColumns = (order: 'newest' | 'due', phone: boolean, own: boolean): readonly Column<CaseLine>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(() => {
    const { columns: c } = m
    const roomy = language === 'en'
    const number: Column<CaseLine> = {
      key: 'newest',
      title: c.number,
      width: 190,
      leading: true,
      order: order === 'newest' ? 'descending' : null,
      render: (line) => line.number,
    }
    const matter: Column<CaseLine> = {
      key: 'matter',
      title: c.matter,
      render: (line) => (
        <span className="case-matter" title={line.matter}>
          {line.procedure === 'simple' ? <Tag tone="silent">{m.record.simple}</Tag> : null}
          {line.late ? <Tag>{m.record.late}</Tag> : null}
          {line.matter}
        </span>
      ),
    }
    const party: Column<CaseLine> = {
      key: 'party',
      title: c.party,
      width: 200,
      render: (line) => (
        <span className="case-one-line">{line.party.title === null ? line.party.name : `${line.party.name} · ${line.party.title}`}</span>
      ),
    }
    const state: Column<CaseLine> = {
      key: 'state',
      title: c.state,
      width: roomy ? 130 : 104,
      render: (line) => titled((line.outcome === null ? stateNames[line.state] : outcomeNames[line.outcome])[language], language),
    }
    const cause: Column<CaseLine> = {
      key: 'cause',
      title: c.cause,
      width: roomy ? 200 : 150,
      render: (line) => <span className="case-one-line">{titled(causeNames[line.cause][language], language)}</span>,
    }
    const fine: Column<CaseLine> = {
      key: 'fine',
      title: c.fine,
      width: 90,
      align: 'right',
      render: (line) => (line.fineYuan === null ? '' : amount(line.fineYuan)),
    }
    const due: Column<CaseLine> = {
      key: 'due',
      title: c.due,
      width: 116,
      align: 'right',
      order: order === 'due' ? 'ascending' : null,
      render: (line) => {
        const at = dueOf(line)
        return at === null ? '' : <RemainingText dueAt={at} />
      },
    }
    if (phone) return [number, matter, state, due]
    const place: Column<CaseLine> = { key: 'place', title: c.place, width: roomy ? 120 : 92, render: (line) => line.regionName[language] }
    const authority: Column<CaseLine> = { key: 'authority', title: c.authority, width: 150, render: (line) => line.authorityName }
    return own ? [number, matter, authority, state, fine, due] : [number, matter, party, cause, place, state, fine, due]
  }, [m, language, order, phone, own])
}
