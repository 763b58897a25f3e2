import { EvidenceInput } from '../../../../ui/evidence/EvidenceInput.tsx'
import { Checkbox, Choice, Field, FieldGroup, SelectInput, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { remedyNames, resultNames, wayNames } from '../../contract/names.ts'
import { routes } from '../../contract/routes.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { results, serviceWays } from '../../rules/case.ts'
import { messages } from '../messages.ts'
import { OfficerField, useEnforcers } from '../OfficerFields.tsx'
import { PenaltyFields } from '../PenaltyFields.tsx'
import { titled } from '../text.ts'
import { optional, type Draft, type FieldName } from './drafts.ts'
import { heldOf, type AnyRecord } from './record.ts'

export type ActionFieldProps = {
  readonly field: FieldName
  readonly kind: ActionKind
  readonly draft: Draft
  readonly set: <Name extends keyof Draft>(name: Name, value: Draft[Name]) => void
  readonly record: AnyRecord
  readonly error: string | undefined
  readonly onPending: (count: number) => void
}

const days: readonly FieldName[] = ['happenedOn', 'heldOn', 'toOn', 'rectifyBy', 'servedOn', 'paidOn', 'dueOn', 'filedOn', 'endedOn']
const lines: readonly FieldName[] = ['place', 'receiver', 'witness', 'receiptNo', 'yuan']

/** One field of a draft: the control that suits it, with its label and what is wrong with it. */
export const ActionField = ({ field, kind, draft, set, record, error, onPending }: ActionFieldProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const held = heldOf(record)
  const asksPeople = ['officers', 'replacement', 'presiderId', 'attendees'].includes(field)
  const enforcers = useEnforcers(asksPeople)
  const unit = useRead(routes.unitForCase, { params: { unitId: record.line.unitId } }, { enabled: field === 'hazardId' }).data
  const label = m.fields[field as keyof typeof m.fields]
  const common = { label, error, optional: optional.has(field) }
  const people = enforcers.map(({ personId, name, title }) => ({ value: personId, label: `${name} · ${title}` }))
  const answers = kind === 'answerStatement' || kind === 'reviewLegally' ? m.answers[kind] : m.answers.plain
  switch (field) {
    case 'evidence':
    case 'record':
      return (
        <EvidenceInput
          label={label}
          value={draft[field]}
          onChange={(ids) => set(field, ids)}
          onPending={onPending}
          error={error}
          optional={kind !== 'recordRectified' && field === 'evidence'}
        />
      )
    case 'answer':
      return (
        <FieldGroup {...common}>
          <Choice
            label={label}
            value={draft.answer}
            onChange={(answer) => set('answer', answer)}
            options={[
              { value: 'yes', label: answers.yes },
              { value: 'no', label: answers.no },
            ]}
          />
        </FieldGroup>
      )
    case 'way':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.way}
            onChange={(way) => set('way', way)}
            options={serviceWays.map((value) => ({ value, label: titled(wayNames[value][language], language) }))}
          />
        </Field>
      )
    case 'result':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.result}
            onChange={(result) => set('result', result)}
            options={results
              .filter((value) => value !== 'penalty' || held?.state === 'weighing')
              .map((value) => ({ value, label: titled(resultNames[value][language], language) }))}
          />
        </Field>
      )
    case 'remedy':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.remedy}
            onChange={(remedy) => set('remedy', remedy)}
            options={(['reconsideration', 'lawsuit'] as const).map((value) => ({
              value,
              label: titled(remedyNames[value][language], language),
            }))}
          />
        </Field>
      )
    case 'outcome':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.outcome}
            onChange={(outcome) => set('outcome', outcome)}
            options={(['upheld', 'revoked'] as const).map((value) => ({ value, label: titled(m.remedyOutcomes[value], language) }))}
          />
        </Field>
      )
    case 'penalty':
      return (
        <PenaltyFields
          value={draft.penalty}
          onChange={(penalty) => set('penalty', penalty)}
          party={record.line.party.kind}
          cause={record.line.cause}
          fixed={kind === 'decide'}
          error={error}
        />
      )
    case 'hazardId':
      return (
        <Field {...common} help={m.begin.hazardHelp}>
          <SelectInput
            value={draft.hazardId}
            onChange={(hazardId) => set('hazardId', hazardId)}
            options={[
              { value: '', label: m.begin.noHazard },
              ...(unit?.hazards ?? []).map(({ hazardId, number, description }) => ({ value: hazardId, label: `${number} ${description}` })),
            ]}
          />
        </Field>
      )
    case 'presiderId':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.presiderId}
            onChange={(presiderId) => set('presiderId', presiderId)}
            placeholder={m.form.choose}
            options={people}
          />
        </Field>
      )
    case 'officerId': {
      const officers = held?.officers ?? ('officers' in record ? record.officers : [])
      return (
        <Field {...common}>
          <SelectInput
            value={draft.officerId}
            onChange={(officerId) => set('officerId', officerId)}
            placeholder={m.form.choose}
            options={officers.map(({ personId }) => ({ value: personId, label: record.people[personId] ?? personId }))}
          />
        </Field>
      )
    }
    case 'fact':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.fact}
            onChange={(fact) => set('fact', fact)}
            placeholder={m.form.choose}
            options={(held?.facts ?? [])
              .filter(({ struck }) => struck === null)
              .map(({ place, text }) => ({ value: String(place), label: `${place} ${text}` }))}
          />
        </Field>
      )
    case 'statement':
      return (
        <Field {...common}>
          <SelectInput
            value={draft.statement}
            onChange={(statement) => set('statement', statement)}
            placeholder={m.form.choose}
            options={(held !== null && 'statements' in held ? held.statements : [])
              .filter(({ answer }) => answer === null)
              .map(({ place, text }) => ({ value: String(place), label: `${place} ${text}` }))}
          />
        </Field>
      )
    case 'attendees':
      return (
        <FieldGroup {...common}>
          <div className="case-checks">
            {people.map((person) => (
              <Checkbox
                key={person.value}
                label={person.label}
                checked={draft.attendees.includes(person.value)}
                onChange={(on) =>
                  set('attendees', on ? [...draft.attendees, person.value] : draft.attendees.filter((each) => each !== person.value))
                }
              />
            ))}
          </div>
        </FieldGroup>
      )
    case 'officers':
      return (
        <FieldGroup {...common}>
          {draft.officers.map((officer, at) => (
            <OfficerField
              key={at}
              place={at + 1}
              value={officer}
              onChange={(next) =>
                set(
                  'officers',
                  draft.officers.map((each, place) => (place === at ? next : each)),
                )
              }
              enforcers={enforcers}
              taken={draft.officers.map(({ personId }) => personId)}
            />
          ))}
        </FieldGroup>
      )
    case 'replacement':
      return (
        <FieldGroup {...common}>
          <OfficerField
            place={1}
            value={draft.replacement}
            onChange={(next) => set('replacement', next)}
            enforcers={enforcers}
            taken={(held?.officers ?? []).map(({ personId }) => personId)}
          />
        </FieldGroup>
      )
    default: {
      const value = draft[field]
      const type = field === 'heldAt' ? 'time' : days.includes(field) ? 'date' : lines.includes(field) ? 'text' : null
      return (
        <Field {...common}>
          {type === null ? (
            <TextArea value={value} onChange={(text) => set(field, text)} maxLength={2000} rows={3} />
          ) : (
            <TextInput
              type={type}
              value={value}
              onChange={(text) => set(field, text)}
              maxLength={200}
              inputMode={field === 'yuan' ? 'numeric' : undefined}
            />
          )}
        </Field>
      )
    }
  }
}
