import { useState } from 'react'
import { ChosenField } from '../../../../ui/choosing/ChosenField.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { regionName } from '../../../../ui/choosing/regionText.ts'
import type { FieldProps } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes as identity } from '../../../identity/contract/index.ts'
import { IndustryFinder as IndustriesFound } from '../choosing/industries.tsx'
import { finderMessages } from '../choosing/messages.ts'

/** What was chosen, as the form keeps it. */
export type Chosen = { readonly id: string; readonly name: string }

const mostFound = 10
const fewest = 2

type FinderProps = {
  readonly onPick: (chosen: Chosen) => void
  /** Of whom people are looked for first. */
  readonly within?: string | undefined
}

const IndustryFinder = ({ onPick }: FinderProps) => (
  <IndustriesFound onPick={({ code, name }) => onPick({ id: code, name: `${code} ${name}` })} />
)

/** Organisations in scope by a part of their name. */
const OrganisationFinder = ({ onPick }: FinderProps) => {
  const m = useMessages(finderMessages)
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(
    identity.organisations,
    { query: { find: text, limit: mostFound } },
    { enabled: text.length >= fewest, keepFormer: true },
  )
  return (
    <FoundList
      label={m.organisation.label}
      placeholder={m.organisation.find}
      find={find}
      onFind={setFind}
      query={query}
      fewest={fewest}
      rowsOf={({ rows }) =>
        rows.map(({ id, name, regionName: zh, regionNameEn: en }) => ({
          key: id,
          face: name,
          note: regionName({ name: zh, nameEn: en }, language),
          pick: () => onPick({ id, name }),
        }))
      }
    />
  )
}

/** People in scope by a part of their name, of one organisation where it is known. */
const PersonFinder = ({ onPick, within }: FinderProps) => {
  const m = useMessages(finderMessages)
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(
    identity.people,
    { query: { find: text, limit: mostFound, ...(within === undefined ? {} : { organisationId: within }) } },
    { enabled: text.length >= fewest, keepFormer: true },
  )
  return (
    <FoundList
      label={m.person.label}
      placeholder={m.person.find}
      find={find}
      onFind={setFind}
      query={query}
      fewest={fewest}
      rowsOf={({ rows }) =>
        rows.map(({ id, name, organisationName }) => ({ key: id, face: name, note: organisationName, pick: () => onPick({ id, name }) }))
      }
    />
  )
}

const finders = { industry: IndustryFinder, organisation: OrganisationFinder, person: PersonFinder } as const

type FoundFieldProps = Omit<FieldProps, 'children'> & {
  readonly what: keyof typeof finders
  readonly value: Chosen | null
  readonly onChange: (chosen: Chosen | null) => void
  readonly within?: string | undefined
}

/** An industry, an organisation or a person as a field of a form. */
export const FoundField = ({ what, value, onChange, within, ...group }: FoundFieldProps) => {
  const Finder = finders[what]
  return (
    <ChosenField {...group} face={value?.name ?? null} onTakeOff={() => onChange(null)}>
      {(close) => (
        <Finder
          within={within}
          onPick={(chosen) => {
            onChange(chosen)
            close()
          }}
        />
      )}
    </ChosenField>
  )
}
