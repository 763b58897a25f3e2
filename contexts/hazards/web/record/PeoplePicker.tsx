import { useState } from 'react'
import { Checkbox, SearchInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import type { ChosenPerson } from './drafts.ts'
import { messages } from './messages.ts'
import { Picked, PickerFrame, PickerRows } from './pickerParts.tsx'
import type { HazardRecord } from './record.ts'

export type PeoplePickerProps = {
  readonly label: string
  readonly value: readonly ChosenPerson[]
  readonly onChange: (people: readonly ChosenPerson[]) => void
  readonly most?: number | undefined
  readonly record: HazardRecord
  readonly self: ChosenPerson | null
  readonly error: string | undefined
  readonly optional?: boolean | undefined
  /** People of other organisations may be chosen too. */
  readonly mayBeOther?: boolean | undefined
}

const mostListed = 8

/** People of the unit's organisation, by name; who may not read the list of people chooses among those who had a part in it. */
export const PeoplePicker = (props: PeoplePickerProps) => {
  const { label, value, onChange, most = 20, record, error, optional, mayBeOther } = props
  const m = useMessages(messages)
  const may = useMay('person.read')
  const [find, setFind] = useState('')
  const [others, setOthers] = useState(false)
  const { organisationId } = record.hazard
  const pick = (person: ChosenPerson): void => {
    if (value.some(({ personId }) => personId === person.personId)) onChange(value.filter(({ personId }) => personId !== person.personId))
    else onChange([...value, person].slice(-most))
  }
  return (
    <PickerFrame label={label} error={error} optional={optional}>
      <Picked
        chosen={value.map(({ personId, name }) => ({ key: personId, name }))}
        onRemove={(key) => onChange(value.filter(({ personId }) => personId !== key))}
      />
      {may ? (
        <>
          <SearchInput label={`${m.form.choosePerson} ${label}`} value={find} onChange={setFind} placeholder={m.form.personFind} />
          {mayBeOther === true && organisationId !== null ? (
            <Checkbox label={m.form.anyOrganisation} checked={others} onChange={setOthers} />
          ) : null}
          <Found find={find} organisationId={others ? null : organisationId} value={value} onPick={pick} />
        </>
      ) : (
        <Known {...props} onPick={pick} />
      )}
    </PickerFrame>
  )
}

const Found = ({
  find,
  organisationId,
  value,
  onPick,
}: {
  find: string
  organisationId: string | null
  value: readonly ChosenPerson[]
  onPick: (person: ChosenPerson) => void
}) => {
  const m = useMessages(messages)
  const text = find.trim()
  const query = useRead(
    identity.people,
    { query: { limit: mostListed, ...(text === '' ? {} : { find: text }), ...(organisationId === null ? {} : { organisationId }) } },
    { keepFormer: true },
  )
  return (
    <Read query={query} rows={3}>
      {({ rows }) => (
        <PickerRows
          none={m.form.personNone}
          rows={rows.map((person) => ({
            key: person.id,
            name: person.name,
            detail: organisationId === null ? person.organisationName : (person.posts[0]?.title ?? ''),
            chosen: value.some(({ personId }) => personId === person.id),
            pick: () => onPick({ personId: person.id, organisationId: person.organisationId, name: person.name }),
          }))}
        />
      )}
    </Read>
  )
}

/** Oneself, and whoever of the same organisation stands in the history. */
const Known = ({ record, self, value, onPick }: PeoplePickerProps & { readonly onPick: (person: ChosenPerson) => void }) => {
  const m = useMessages(messages)
  const hands = record.history.flatMap((event) => (event.kind === 'escalated' || event.step.by.side !== 'unit' ? [] : [event.step.by]))
  const assignee = 'assignee' in record.hazard && record.hazard.assignee !== null ? [record.hazard.assignee] : []
  const known = [...assignee, ...hands].map(({ personId, organisationId }) => ({
    personId,
    organisationId,
    name: record.people[personId] ?? '',
  }))
  const all = [...(self === null ? [] : [self]), ...known].filter(
    (person, index, list) => list.findIndex(({ personId }) => personId === person.personId) === index,
  )
  return (
    <>
      <PickerRows
        none={m.form.personNone}
        rows={all.map((person) => ({
          key: person.personId,
          name: person.name,
          detail: '',
          chosen: value.some(({ personId }) => personId === person.personId),
          pick: () => onPick(person),
        }))}
      />
      <p className="hazard-still">{m.form.personNotSeen}</p>
    </>
  )
}
