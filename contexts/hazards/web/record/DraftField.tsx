import type { ReactNode } from 'react'
import { Checkbox, Choice, Field, SelectInput, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { EvidenceInput } from '../../../../ui/evidence/EvidenceInput.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Strata } from '../../../../ui/LevelChip.tsx'
import { levelNames } from '../../contract/names.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { levels, staffMeans, type Fix } from '../../rules/hazard.ts'
import { AuthorityPicker, EarlierPicker } from './OtherPickers.tsx'
import type { ChosenPerson, Draft, FieldName } from './drafts.ts'
import { messages, type RecordWords } from './messages.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import { PositionField } from './PositionField.tsx'
import type { HazardRecord } from './record.ts'

export type DraftFieldProps = {
  readonly field: FieldName
  readonly kind: ActionKind
  readonly draft: Draft
  readonly set: <Name extends keyof Draft>(name: Name, value: Draft[Name]) => void
  readonly record: HazardRecord
  readonly self: ChosenPerson | null
  readonly error: string | undefined
  readonly position: Fix | null
  readonly onPosition: (position: Fix | null) => void
  readonly onPending: (count: number) => void
}

const days: readonly FieldName[] = ['dueOn', 'toOn', 'redoOn']
const lines: readonly FieldName[] = ['body', 'documentNo', 'fundsYuan', 'costYuan', 'responsibility']
const answersOf = (kind: ActionKind, m: RecordWords) =>
  kind === 'review' || kind === 'evaluate' ? { yes: m.form.passed, no: m.form.failed } : { yes: m.form.yes, no: m.form.no }

/** Which fields of which actions may stay blank. */
const isOptional = (field: FieldName, kind: ActionKind, { answer, level }: Draft): boolean =>
  ['redoOn', 'costYuan', 'longerReason', 'noPositionReason'].includes(field) ||
  (field === 'people' && kind === 'evaluate') ||
  (field === 'reason' &&
    ((kind === 'classify' && level !== 'general') || kind === 'lift' || (kind.startsWith('decide') && answer === 'yes')))

/** One field of a draft: the control that suits it, with its label, its help and what is wrong with it. */
export const DraftField = (props: DraftFieldProps) => {
  const { field, kind, draft, set, record, self, error, position, onPosition, onPending } = props
  const m = useMessages(messages)
  const { language } = useLanguage()
  const optional = isOptional(field, kind, draft)
  const help = field in m.help ? m.help[field as keyof RecordWords['help']] : undefined
  switch (field) {
    case 'position':
      return <PositionField value={position} onChange={onPosition} place={record.hazard.found.place} />
    case 'level':
      return (
        <Labelled label={m.fields.level} error={error}>
          <Choice
            label={m.fields.level}
            value={draft.level}
            onChange={(level) => set('level', level)}
            options={levels.map((level) => ({
              value: level,
              label: levelNames[level][language],
              mark: <Strata level={level === 'major' ? 1 : 3} />,
            }))}
          />
        </Labelled>
      )
    case 'answer': {
      const answers = answersOf(kind, m)
      return (
        <Labelled label={m.fields.answer} error={error}>
          <Choice
            label={m.fields.answer}
            value={draft.answer}
            onChange={(answer) => set('answer', answer)}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: answers[value] }))}
          />
        </Labelled>
      )
    }
    case 'to':
      return (
        <Labelled label={m.fields.to} error={error}>
          <Choice
            label={m.fields.to}
            value={draft.to}
            onChange={(to) => set('to', to)}
            options={(['authority', 'staff'] as const).map((value) => ({ value, label: m.side[value] }))}
          />
        </Labelled>
      )
    case 'means':
      return (
        <Field label={m.fields.means}>
          <SelectInput
            value={draft.means}
            onChange={(means) => set('means', means)}
            options={staffMeans.map((value) => ({ value, label: m.story.means[value] }))}
          />
        </Field>
      )
    case 'evaluatedBy':
      return (
        <Field label={m.fields.evaluatedBy}>
          <SelectInput
            value={draft.evaluatedBy}
            onChange={(by) => set('evaluatedBy', by)}
            options={(['ownExperts', 'qualifiedBody'] as const).map((value) => ({ value, label: m.story.evaluatedBy[value] }))}
          />
        </Field>
      )
    case 'suspend':
      return <Checkbox label={m.fields.suspend} checked={draft.suspend} onChange={(suspend) => set('suspend', suspend)} />
    case 'evidence':
      return (
        <EvidenceInput
          label={kind === 'selfCheck' ? m.fields.photosAfter : kind === 'review' ? m.fields.photosSpot : m.fields.evidence}
          value={draft.evidence}
          onChange={(evidence) => set('evidence', evidence)}
          onPending={onPending}
          error={error}
        />
      )
    case 'assignee':
      return (
        <PeoplePicker
          label={m.fields.assignee}
          value={draft.assignee === null ? [] : [draft.assignee]}
          onChange={(people) => set('assignee', people[0] ?? null)}
          most={1}
          record={record}
          self={self}
          error={error}
          mayBeOther={kind === 'transfer' || record.hazard.organisationId === null}
        />
      )
    case 'people':
      return (
        <PeoplePicker
          label={kind === 'evaluate' ? m.fields.evaluators : m.fields.people}
          value={draft.people}
          onChange={(people) => set('people', people)}
          record={record}
          self={self}
          error={error}
          optional={optional}
          mayBeOther={kind === 'evaluate'}
        />
      )
    case 'authority':
      return (
        <AuthorityPicker
          label={m.fields.authority}
          value={draft.authority}
          onChange={(authority) => set('authority', authority)}
          error={error}
        />
      )
    case 'earlier':
      return (
        <EarlierPicker
          label={m.fields.earlier}
          value={draft.earlier}
          onChange={(earlier) => set('earlier', earlier)}
          record={record}
          error={error}
        />
      )
    default: {
      const value = draft[field]
      if (days.includes(field)) {
        return (
          <Field label={m.fields[field]} error={error} help={help} optional={optional}>
            <TextInput type="date" value={value} onChange={(day) => set(field, day)} />
          </Field>
        )
      }
      if (lines.includes(field)) {
        const number = field === 'fundsYuan' || field === 'costYuan'
        return (
          <Field label={m.fields[field]} error={error} help={help} optional={optional}>
            <TextInput
              value={value}
              onChange={(text) => set(field, text)}
              inputMode={number ? 'decimal' : 'text'}
              maxLength={number ? 20 : 200}
            />
          </Field>
        )
      }
      return (
        <Field label={m.fields[field]} error={error} help={help} optional={optional}>
          <TextArea value={value} onChange={(text) => set(field, text)} maxLength={2000} rows={3} />
        </Field>
      )
    }
  }
}

/** A group of choices under one label, which a label of one control cannot name. */
const Labelled = ({ label, error, children }: { label: string; error: string | undefined; children: ReactNode }) => (
  <div className={error === undefined ? 'al-field' : 'al-field al-field-wrong'}>
    <span className="hazard-label">{label}</span>
    {children}
    {error === undefined ? null : (
      <p className="al-field-said">
        <span className="al-field-error">{error}</span>
      </p>
    )}
  </div>
)
