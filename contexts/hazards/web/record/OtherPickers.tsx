import { useState } from 'react'
import { SearchInput } from '../../../../ui/fields.tsx'
import { dayMinuteText, milliseconds } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { routes } from '../../contract/index.ts'
import { tierNames } from '../../contract/names.ts'
import type { ChosenAuthority, ChosenHazard } from './drafts.ts'
import { tierOf } from './me.ts'
import { messages } from './messages.ts'
import { Picked, PickerFrame, PickerRows } from './pickerParts.tsx'
import type { HazardRecord } from './record.ts'

const mostListed = 20

/** Kinds of organisations that can have a hazard in their charge. */
const inCharge: ReadonlySet<string> = new Set(['government', 'department', 'townOffice', 'park'])

/** The authority that is competent, by a part of its name. */
export const AuthorityPicker = ({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: string
  readonly value: ChosenAuthority | null
  readonly onChange: (authority: ChosenAuthority | null) => void
  readonly error: string | undefined
}) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(
    identity.organisations,
    { query: { limit: mostListed, ...(text.length < 2 ? { kind: 'department' as const } : { find: text }) } },
    { keepFormer: true },
  )
  return (
    <PickerFrame label={label} error={error}>
      <Picked chosen={value === null ? [] : [{ key: value.organisationId, name: value.name }]} onRemove={() => onChange(null)} />
      <SearchInput label={label} value={find} onChange={setFind} placeholder={m.form.organisationFind} />
      <Read query={query} rows={3}>
        {({ rows }) => (
          <PickerRows
            none={m.form.organisationNone}
            rows={rows
              .filter(({ kind }) => inCharge.has(kind))
              .map(({ id, name, regionCode }) => {
                const tier = tierOf(regionCode)
                return {
                  key: id,
                  name,
                  detail: tierNames[tier][language],
                  chosen: value?.organisationId === id,
                  pick: () => onChange({ organisationId: id, name, tier }),
                }
              })}
          />
        )}
      </Read>
    </PickerFrame>
  )
}

/** An earlier hazard of the same unit, which this one may repeat. */
export const EarlierPicker = ({
  label,
  value,
  onChange,
  record,
  error,
}: {
  readonly label: string
  readonly value: ChosenHazard | null
  readonly onChange: (hazard: ChosenHazard | null) => void
  readonly record: HazardRecord
  readonly error: string | undefined
}) => {
  const m = useMessages(messages)
  const { unitId, hazardId, foundAt } = record.line
  const query = useRead(routes.hazards, { query: { unitId, limit: 50 } })
  return (
    <PickerFrame label={label} error={error}>
      <Picked chosen={value === null ? [] : [{ key: value.hazardId, name: value.name }]} onRemove={() => onChange(null)} />
      <Read query={query} rows={3}>
        {({ rows }) => (
          <PickerRows
            none={m.form.earlierNone}
            rows={rows
              .filter((row) => row.hazardId !== hazardId && milliseconds(row.foundAt) < milliseconds(foundAt))
              .map((row) => ({
                key: row.hazardId,
                name: `${row.number} ${row.description}`,
                detail: dayMinuteText(row.foundAt),
                chosen: value?.hazardId === row.hazardId,
                pick: () => onChange({ hazardId: row.hazardId, foundAt: row.foundAt, name: row.number }),
              }))}
          />
        )}
      </Read>
    </PickerFrame>
  )
}
