import { useState } from 'react'
import { ChosenField } from '../../../ui/choosing/ChosenField.tsx'
import { FindingChip } from '../../../ui/choosing/FindingChip.tsx'
import { FoundList } from '../../../ui/choosing/FoundList.tsx'
import { regionName } from '../../../ui/choosing/regionText.ts'
import type { FieldProps } from '../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useRead } from '../../../ui/query.ts'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'

/** As much of an organisation as choosing it needs. */
export type ChosenOrganisation = { readonly id: string; readonly name: string }

const fewestCharacters = 2
const mostFound = 8

/** Organisations in scope by a part of their name. */
const OrganisationSearch = ({ onPick }: { onPick: (organisation: ChosenOrganisation) => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(
    routes.organisations,
    { query: { find: text, limit: mostFound } },
    { enabled: text.length >= fewestCharacters, keepFormer: true },
  )
  return (
    <FoundList
      label={m.organisation.search}
      placeholder={m.find.organisation}
      find={find}
      onFind={setFind}
      query={query}
      fewest={fewestCharacters}
      rowsOf={({ rows }) =>
        rows.map(({ id, name, kind, regionName: zh, regionNameEn: en }) => ({
          key: id,
          face: name,
          note: `${m.kinds[kind]} · ${regionName({ name: zh, nameEn: en }, language)}`,
          pick: () => onPick({ id, name }),
        }))
      }
    />
  )
}

export type OrganisationFieldProps = Omit<FieldProps, 'children'> & {
  readonly value: ChosenOrganisation | null
  readonly onChange: (organisation: ChosenOrganisation | null) => void
}

/** An organisation as a field of a form. */
export const OrganisationField = ({ value, onChange, ...group }: OrganisationFieldProps) => (
  <ChosenField {...group} face={value?.name ?? null} onTakeOff={() => onChange(null)}>
    {(close) => (
      <OrganisationSearch
        onPick={(organisation) => {
          onChange(organisation)
          close()
        }}
      />
    )}
  </ChosenField>
)

/** The filter of a list by organisation. */
export const OrganisationChip = ({ value, onChange }: { value: string; onChange: (id: string) => void }) => {
  const m = useMessages(messages)
  const { data } = useRead(routes.organisation, { params: { id: value } }, { enabled: value !== '' })
  return (
    <FindingChip
      label={m.organisation.one}
      face={value === '' ? null : (data?.organisation.shortName ?? value.slice(0, 8))}
      onTakeOff={() => onChange('')}
    >
      {(close) => (
        <OrganisationSearch
          onPick={({ id }) => {
            onChange(id)
            close()
          }}
        />
      )}
    </FindingChip>
  )
}
