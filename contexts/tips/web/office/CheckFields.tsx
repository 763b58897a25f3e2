import { useState } from 'react'
import { ChosenField } from '../../../../ui/choosing/ChosenField.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { EvidenceInput } from '../../../../ui/evidence/EvidenceInput.tsx'
import { Choice, Field, FieldGroup, SelectInput, TextArea } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes as hazards } from '../../../hazards/contract/index.ts'
import { outcomeNames } from '../../contract/names.ts'
import type { SentAction } from '../../contract/tipRoutes.ts'
import { outcomes, type Outcome } from '../../rules/tip.ts'
import { messages } from './messages.ts'
import type { TipRecord } from './record.ts'

export type CheckDraft = {
  readonly outcome: Outcome | ''
  readonly unit: { readonly unitId: string; readonly name: string } | null
  readonly hazard: { readonly unitId: string; readonly hazardId: string; readonly name: string } | null
  readonly description: string
  readonly level: 'general' | 'major'
  readonly evidence: readonly string[]
}

/** A tip from a gate is probably about the unit behind it. */
export const noCheck = ({ posterUnit, line }: TipRecord): CheckDraft => ({
  outcome: '',
  unit: posterUnit,
  hazard: null,
  description: line.words.slice(0, 2000),
  level: 'general',
  evidence: [],
})

/** What the check sends; null while something is missing. */
export const checkedOf = ({ outcome, unit, hazard, description, level, evidence }: CheckDraft, opinion: string): SentAction | null => {
  switch (outcome) {
    case '':
      return null
    case 'true':
      return unit === null || description.trim() === ''
        ? null
        : {
            kind: 'check',
            outcome,
            opinion,
            found: { unitId: unit.unitId, description: description.trim(), proposedLevel: level, evidence: [...evidence] },
          }
    case 'known':
      return hazard === null ? null : { kind: 'check', outcome, opinion, known: { unitId: hazard.unitId, hazardId: hazard.hazardId } }
    default:
      return { kind: 'check', outcome, opinion }
  }
}

type CheckFieldsProps = { readonly draft: CheckDraft; readonly onChange: (draft: CheckDraft) => void; readonly tried: boolean }

/** What a check came to: a hazard now, one on record, or nothing. */
export const CheckFields = ({ draft, onChange, tried }: CheckFieldsProps) => {
  const { form: m } = useMessages(messages)
  const { language } = useLanguage()
  const change = (part: Partial<CheckDraft>): void => onChange({ ...draft, ...part })
  const { outcome } = draft
  return (
    <>
      <Field label={m.outcome} error={tried && outcome === '' ? m.choose : undefined}>
        <SelectInput
          placeholder={m.choose}
          value={outcome}
          onChange={(next) => change({ outcome: next })}
          options={outcomes.map((value) => ({ value, label: outcomeNames[value][language] }))}
        />
      </Field>
      {outcome === 'true' ? (
        <>
          <ChosenField label={m.unit} error={tried && draft.unit === null ? m.choose : undefined} face={draft.unit?.name ?? null}>
            {(close) => (
              <UnitFinder
                onPick={(unit) => {
                  change({ unit })
                  close()
                }}
              />
            )}
          </ChosenField>
          <Field label={m.description} error={tried && draft.description.trim() === '' ? m.missing : undefined}>
            <TextArea rows={3} maxLength={2000} value={draft.description} onChange={(description) => change({ description })} />
          </Field>
          <FieldGroup label={m.level}>
            <Choice
              label={m.level}
              value={draft.level}
              onChange={(level) => change({ level })}
              options={[
                { value: 'general', label: m.general },
                { value: 'major', label: m.major },
              ]}
            />
          </FieldGroup>
          <EvidenceInput label={m.evidence} optional mayTakePhoto value={draft.evidence} onChange={(evidence) => change({ evidence })} />
        </>
      ) : null}
      {outcome === 'known' ? (
        <ChosenField label={m.hazard} error={tried && draft.hazard === null ? m.choose : undefined} face={draft.hazard?.name ?? null}>
          {(close) => (
            <HazardFinder
              onPick={(hazard) => {
                change({ hazard })
                close()
              }}
            />
          )}
        </ChosenField>
      ) : null}
    </>
  )
}

const [fewest, mostFound] = [2, 8]

const UnitFinder = ({ onPick }: { onPick: (unit: NonNullable<CheckDraft['unit']>) => void }) => {
  const { form: m } = useMessages(messages)
  const say = useSay()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(hazards.units, { query: { find: text, limit: mostFound } }, { enabled: text.length >= fewest, keepFormer: true })
  return (
    <FoundList
      label={m.findUnit}
      placeholder={m.unitName}
      find={find}
      onFind={setFind}
      query={query}
      fewest={fewest}
      rowsOf={({ rows }) =>
        rows.map(({ unitId, name, regionName }) => ({
          key: unitId,
          face: name,
          note: say(regionName),
          pick: () => onPick({ unitId, name }),
        }))
      }
    />
  )
}

const HazardFinder = ({ onPick }: { onPick: (hazard: NonNullable<CheckDraft['hazard']>) => void }) => {
  const { form: m } = useMessages(messages)
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(hazards.hazards, { query: { find: text, limit: mostFound } }, { enabled: text.length >= fewest, keepFormer: true })
  return (
    <FoundList
      label={m.findHazard}
      placeholder={m.hazardText}
      find={find}
      onFind={setFind}
      query={query}
      fewest={fewest}
      tall
      rowsOf={({ rows }) =>
        rows.map(({ unitId, hazardId, description, number, unitName }) => ({
          key: hazardId,
          face: description,
          note: `${number} · ${unitName}`,
          pick: () => onPick({ unitId, hazardId, name: description }),
        }))
      }
    />
  )
}
