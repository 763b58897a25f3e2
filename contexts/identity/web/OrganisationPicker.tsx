import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { SearchInput } from '../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useRead } from '../../../ui/query.ts'
import { Read } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { FieldGroup } from './parts.tsx'
import { usePickerKeys } from './pickerKeys.ts'

/** As much of an organisation as choosing it needs. */
export type ChosenOrganisation = { readonly id: string; readonly name: string }

const fewestCharacters = 2
const mostFound = 8

/** Organisations in scope by a part of their name. */
export const OrganisationSearch = ({ onPick }: { onPick: (organisation: ChosenOrganisation) => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const text = find.trim()
  const keys = usePickerKeys()
  const found = useRead(
    routes.organisations,
    { query: { find: text, limit: mostFound } },
    { enabled: text.length >= fewestCharacters, keepFormer: true },
  )
  return (
    <div className="identity-picker" {...keys}>
      <SearchInput value={find} onChange={setFind} label={m.organisation.search} placeholder={m.find.organisation} />
      {text.length < fewestCharacters ? (
        <p className="identity-picker-none">{m.organisation.typeMore}</p>
      ) : (
        <div className="identity-picker-rows">
          <Read query={found} rows={3} what={m.organisation.title}>
            {({ rows }) =>
              rows.length === 0 ? (
                <p className="identity-picker-none">{m.organisation.notFound(text)}</p>
              ) : (
                <ul>
                  {rows.map((organisation) => (
                    <li key={organisation.id} className="identity-region-row">
                      <button
                        type="button"
                        className="identity-region-name"
                        data-pick
                        onClick={() => onPick({ id: organisation.id, name: organisation.name })}
                      >
                        {organisation.name}
                        <span className="al-quiet">
                          {m.kinds[organisation.kind]} · {language === 'zh' ? organisation.regionName : organisation.regionNameEn}
                        </span>
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

export type OrganisationFieldProps = {
  readonly label: string
  readonly value: ChosenOrganisation | null
  readonly onChange: (organisation: ChosenOrganisation | null) => void
  readonly help?: string | undefined
  readonly error?: string | undefined
  /** The word for it, where the field may be left empty. */
  readonly optional?: string | undefined
}

/** An organisation as a field of a form. */
export const OrganisationField = ({ label, value, onChange, help, error, optional }: OrganisationFieldProps) => {
  const m = useMessages(messages)
  const [open, setOpen] = useState(false)
  const searching = open || (value === null && optional === undefined)
  return (
    <FieldGroup label={label} help={help} error={error} optional={value === null ? optional : undefined}>
      <div className="identity-chosen">
        <span className={value === null ? 'al-quiet' : ''}>
          {value?.name ?? (optional === undefined ? m.region.notChosen : m.words.none)}
        </span>
        {optional !== undefined && value !== null ? (
          <Button kind="bare" onClick={() => onChange(null)}>
            {m.words.takeOff}
            <span className="al-unseen"> {label}</span>
          </Button>
        ) : null}
        {value === null && optional === undefined ? null : (
          <Button kind="bare" aria-expanded={searching} onClick={() => setOpen(!open)}>
            {open ? m.words.cancel : value === null ? m.organisation.search : m.words.change}
            <span className="al-unseen"> {label}</span>
          </Button>
        )}
      </div>
      {searching ? (
        <OrganisationSearch
          onPick={(organisation) => {
            onChange(organisation)
            setOpen(false)
          }}
        />
      ) : null}
    </FieldGroup>
  )
}
