import { useState, type ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '../../../../ui/Button.tsx'
import { SearchInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { routes } from '../../contract/index.ts'
import { FieldGroup, type FieldGroupProps } from './FieldGroup.tsx'
import { pickMessages } from './pickMessages.ts'
import { usePickerKeys } from './pickerKeys.ts'

/** What was chosen, as the form keeps it. */
export type Chosen = { readonly id: string; readonly name: string }

type Found = Chosen & { readonly note?: ReactNode }
type What = 'industry' | 'organisation' | 'person'

const mostFound = 10
const fewest = { industry: 1, organisation: 2, person: 2 } as const

type FinderProps = {
  readonly onPick: (chosen: Chosen) => void
  /** Of whom people are looked for first. */
  readonly within?: string | undefined
}

const Box = ({
  what,
  find,
  onFind,
  query,
  onPick,
}: {
  what: What
  find: string
  onFind: (text: string) => void
  query: UseQueryResult<readonly Found[]>
  onPick: (chosen: Chosen) => void
}) => {
  const m = useMessages(pickMessages)
  const keys = usePickerKeys()
  const text = find.trim()
  return (
    <div className="hazards-unit-picker" {...keys}>
      <SearchInput value={find} onChange={onFind} label={m[what].label} placeholder={m[what].find} />
      {text.length < fewest[what] ? (
        what === 'industry' ? null : (
          <p className="hazards-unit-picker-none">{m.typeMore}</p>
        )
      ) : (
        <div className="hazards-unit-picker-rows">
          <Read query={query} rows={3} what={m.results}>
            {(rows) =>
              rows.length === 0 ? (
                <p className="hazards-unit-picker-none">{m.nothingFound(text)}</p>
              ) : (
                <ul>
                  {rows.map(({ id, name, note }) => (
                    <li key={id}>
                      <button type="button" className="hazards-unit-pick" data-pick onClick={() => onPick({ id, name })}>
                        {name}
                        <span className="al-quiet">{note}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )
            }
          </Read>
        </div>
      )}
    </div>
  )
}

/** What a query answers, as rows to choose from. */
const asRows = <Answer,>(query: UseQueryResult<Answer>, rowsOf: (answer: Answer) => readonly Found[]): UseQueryResult<readonly Found[]> =>
  ({ ...query, data: query.data === undefined ? undefined : rowsOf(query.data) }) as UseQueryResult<readonly Found[]>

/** Industries of GB/T 4754 by code or word; the table itself stays on the server. */
export const IndustryFinder = ({ onPick }: FinderProps) => {
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const query = useRead(
    routes.industries,
    { query: { find: find.trim(), limit: mostFound } },
    { enabled: find.trim() !== '', keepFormer: true },
  )
  const rows = asRows(query, (found) =>
    found.map(({ code, name, nameEn, path }) => ({
      id: code,
      name: `${code} ${language === 'zh' ? name : (nameEn ?? name)}`,
      note: path,
    })),
  )
  return <Box what="industry" find={find} onFind={setFind} query={rows} onPick={onPick} />
}

/** Organisations in scope by a part of their name. */
export const OrganisationFinder = ({ onPick }: FinderProps) => {
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(
    identity.organisations,
    { query: { find: text, limit: mostFound } },
    { enabled: text.length >= fewest.organisation, keepFormer: true },
  )
  const rows = asRows(query, (found) =>
    found.rows.map(({ id, name, regionName, regionNameEn }) => ({ id, name, note: language === 'zh' ? regionName : regionNameEn })),
  )
  return <Box what="organisation" find={find} onFind={setFind} query={rows} onPick={onPick} />
}

/** People in scope by a part of their name, of one organisation where it is known. */
export const PersonFinder = ({ onPick, within }: FinderProps) => {
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(
    identity.people,
    { query: { find: text, limit: mostFound, ...(within === undefined ? {} : { organisationId: within }) } },
    { enabled: text.length >= fewest.person, keepFormer: true },
  )
  const rows = asRows(query, (found) => found.rows.map(({ id, name, organisationName }) => ({ id, name, note: organisationName })))
  return <Box what="person" find={find} onFind={setFind} query={rows} onPick={onPick} />
}

const finders = { industry: IndustryFinder, organisation: OrganisationFinder, person: PersonFinder } as const

/** Something found and chosen as a field of a form. */
export const FoundField = ({
  what,
  value,
  onChange,
  within,
  ...group
}: Omit<FieldGroupProps, 'children'> & {
  readonly what: What
  readonly value: Chosen | null
  readonly onChange: (chosen: Chosen | null) => void
  readonly within?: string | undefined
}) => {
  const m = useMessages(pickMessages)
  const [open, setOpen] = useState(false)
  const searching = open || (value === null && group.optional !== true)
  const Finder = finders[what]
  return (
    <FieldGroup {...group}>
      <div className="hazards-unit-chosen">
        <span className={value === null ? 'al-quiet' : ''}>{value?.name ?? m.notChosen}</span>
        {value !== null && group.optional === true ? (
          <Button kind="bare" onClick={() => onChange(null)}>
            {m.takeOff}
            <span className="al-unseen"> {group.label}</span>
          </Button>
        ) : null}
        {value === null && group.optional !== true ? null : (
          <Button kind="bare" aria-expanded={searching} onClick={() => setOpen(!open)}>
            {open ? m.cancel : value === null ? m.choose : m.change}
            <span className="al-unseen"> {group.label}</span>
          </Button>
        )}
      </div>
      {searching ? (
        <Finder
          within={within}
          onPick={(chosen) => {
            onChange(chosen)
            setOpen(false)
          }}
        />
      ) : null}
    </FieldGroup>
  )
}
