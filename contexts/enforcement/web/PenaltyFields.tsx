import { Checkbox, Field, FieldGroup, SelectInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { branchNames, discretionNames, otherPenaltyNames } from '../contract/names.ts'
import type { Cause } from '../rules/causes.ts'
import { discretions } from '../rules/case.ts'
import { limits } from '../rules/limits.ts'
import { fineRange, otherPenalties, penaltyRow, type PartyKind, type PenaltyRow } from '../rules/penalties.ts'
import { messages } from './messages.ts'
import { rowsFor, yuanOf, type PenaltyDraft } from './penaltyDraft.ts'
import { amount, titled } from './text.ts'

type PenaltyFieldsProps = {
  readonly value: PenaltyDraft
  readonly onChange: (next: PenaltyDraft) => void
  readonly party: PartyKind
  readonly cause: Cause
  /** A clause that cannot be changed any more: the notice rests on it. */
  readonly fixed?: boolean
  readonly error?: string | undefined
}

/** The clause with its amounts, the fine within them, and why it is so much. */
export const PenaltyFields = ({ value, onChange, party, cause, fixed = false, error }: PenaltyFieldsProps) => {
  const m = useMessages(messages)
  const { penalty: p } = m
  const { language } = useLanguage()
  const row = penaltyRow(value.penaltyKey)
  const set = (next: Partial<PenaltyDraft>): void => onChange({ ...value, ...next })
  const nameOf = (each: PenaltyRow): string =>
    language === 'zh'
      ? `${each.clause}（${branchNames[each.branch].zh}）${each.zh}${each.causes.includes(cause) ? ` · ${p.suits}` : ''}`
      : `Art. ${each.article} (${branchNames[each.branch].en}): ${each.en}${each.causes.includes(cause) ? ` · ${p.suits}` : ''}`
  const options = (fixed && row !== undefined ? [row] : rowsFor(party, cause)).map((each) => ({ value: each.key, label: nameOf(each) }))
  const others = otherPenalties.filter((each) => each === 'warning' || row?.others.includes(each) === true)
  const least = party === 'unit' ? limits.hearingUnitYuan.value : limits.hearingPersonYuan.value
  const heard = (yuanOf(value.fine) ?? 0) >= least || value.others.some((each) => each !== 'warning')
  return (
    <>
      <Field label={p.clause} error={error} help={row === undefined ? undefined : p.violated(row.violated)}>
        <SelectInput
          value={value.penaltyKey}
          onChange={(penaltyKey) => set({ penaltyKey, others: [] })}
          placeholder={p.choose}
          options={options}
        />
      </Field>
      {row === undefined ? null : (
        <>
          {row.measure === 'incomePercent' ? (
            <Field label={p.income} help={p.rangeIncome(row.lowest, row.highest)}>
              <TextInput value={value.income} onChange={(income) => set({ income })} inputMode="numeric" />
            </Field>
          ) : null}
          {row.highest === 0 ? (
            <p className="case-range">{p.rangeNone}</p>
          ) : (
            <Field label={p.fine} help={rangeText(row, yuanOf(value.income), p.range)}>
              <TextInput value={value.fine} onChange={(fine) => set({ fine })} inputMode="numeric" />
            </Field>
          )}
          <FieldGroup label={p.others} optional>
            <div className="case-checks">
              {others.map((each) => (
                <Checkbox
                  key={each}
                  label={titled(otherPenaltyNames[each][language], language)}
                  checked={value.others.includes(each)}
                  onChange={(on) => set({ others: on ? [...value.others, each] : value.others.filter((other) => other !== each) })}
                />
              ))}
            </div>
          </FieldGroup>
          {heard ? <p className="case-range">{p.heard}</p> : null}
          <Field label={p.discretion}>
            <SelectInput
              value={value.discretion}
              onChange={(discretion) => set({ discretion })}
              options={discretions.map((each) => ({ value: each, label: titled(discretionNames[each][language], language) }))}
            />
          </Field>
          <Field label={p.reasons}>
            <TextArea value={value.reasons} onChange={(reasons) => set({ reasons })} maxLength={2000} rows={2} />
          </Field>
        </>
      )}
    </>
  )
}

const rangeText = (row: PenaltyRow, incomeYuan: number | null, range: (lowest: string, highest: string) => string): string | undefined => {
  if (row.measure === 'incomePercent' && incomeYuan === null) return undefined
  const { lowest, highest } = fineRange(row, incomeYuan)
  return range(amount(lowest), amount(highest))
}
