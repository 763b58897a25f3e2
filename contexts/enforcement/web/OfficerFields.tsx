import type { RouteOutput } from '../../../kernel/contract.ts'
import { Field, SelectInput, TextInput } from '../../../ui/fields.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useRead } from '../../../ui/query.ts'
import { routes } from '../contract/routes.ts'
import type { Officer } from '../rules/case.ts'
import { messages } from './messages.ts'

export type Enforcer = RouteOutput<typeof routes.enforcers>['rows'][number]

/** Who enforces for the reader's own authority; none while it is not known. */
export const useEnforcers = (enabled = true): readonly Enforcer[] => useRead(routes.enforcers, {}, { enabled }).data?.rows ?? []

export const noOfficer: Officer = { personId: '', certificateNo: '', validTo: '' }

/** One officer: who, with which certificate, valid until when; what was last stated stands there at once. */
export const OfficerField = ({
  place,
  value,
  onChange,
  enforcers,
  taken,
}: {
  place: number
  value: Officer
  onChange: (officer: Officer) => void
  enforcers: readonly Enforcer[]
  taken: readonly string[]
}) => {
  const { begin: m, form } = useMessages(messages)
  const choose = (personId: string): void => {
    const known = enforcers.find((each) => each.personId === personId)
    onChange({ personId, certificateNo: known?.certificateNo ?? '', validTo: known?.validTo ?? '' })
  }
  const options = enforcers
    .filter(({ personId }) => personId === value.personId || !taken.includes(personId))
    .map(({ personId, name, title }) => ({ value: personId, label: `${name} · ${title}` }))
  return (
    <div className="case-officer">
      <Field label={m.officer(place)}>
        <SelectInput value={value.personId} onChange={choose} placeholder={form.choose} options={options} />
      </Field>
      <Field label={m.certificate(place)}>
        <TextInput value={value.certificateNo} onChange={(certificateNo) => onChange({ ...value, certificateNo })} maxLength={40} />
      </Field>
      <Field label={m.validTo(place)}>
        <TextInput type="date" value={value.validTo} onChange={(validTo) => onChange({ ...value, validTo })} />
      </Field>
    </div>
  )
}

/** Those who are wholly filled in, as they are sent. */
export const officersOf = (officers: readonly Officer[]): Officer[] =>
  officers.filter(({ personId, validTo }) => personId !== '' && validTo !== '')
