import { asWritten } from '../../../../kernel/law.ts'
import { Field, SelectInput, TextInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { gradeNames, rewardKindNames } from '../../contract/names.ts'
import type { SentAction } from '../../contract/tipRoutes.ts'
import { rewardRange } from '../../rules/reward.ts'
import { accidentGrades, rewardKinds, type AccidentGrade, type RewardBasis, type RewardKind } from '../../rules/tip.ts'
import { messages } from './messages.ts'

export type RewardDraft = {
  readonly kind: RewardKind | ''
  readonly fine: string
  readonly deaths: string
  readonly grade: AccidentGrade
  readonly amount: string
}

export const noReward: RewardDraft = { kind: '', fine: '', deaths: '', grade: 'general', amount: '' }

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)

const basisOf = ({ kind, fine, deaths, grade }: RewardDraft): RewardBasis | null => {
  if (kind === '') return null
  const [fineYuan, dead] = [kind === 'major' ? whole(fine) : 0, kind === 'concealed' ? whole(deaths) : 0]
  return fineYuan === null || dead === null ? null : { kind, fineYuan, deaths: dead, grade }
}

/** What a proposal sends; null while something is missing. Whether the amount fits the rule the server says. */
export const proposedOf = (draft: RewardDraft, reason: string): SentAction | null => {
  const basis = basisOf(draft)
  const amountYuan = draft.kind === 'none' ? 0 : whole(draft.amount)
  return basis === null || amountYuan === null ? null : { kind: 'proposeReward', basis, amountYuan, reason }
}

type RewardFieldsProps = {
  readonly draft: RewardDraft
  readonly onChange: (draft: RewardDraft) => void
  readonly tried: boolean
  readonly insider: boolean
}

/** For what and how much, with what the rule allows. */
export const RewardFields = ({ draft, onChange, tried, insider }: RewardFieldsProps) => {
  const { form: m } = useMessages(messages)
  const { language } = useLanguage()
  const basis = basisOf(draft)
  const range = basis === null ? null : rewardRange(basis, insider, asWritten)
  const change = (part: Partial<RewardDraft>): void => {
    const next = { ...draft, ...part }
    const known = basisOf(next)
    // What the rule fixes is filled in; where it leaves room the person says.
    const due = known === null || part.amount !== undefined ? null : rewardRange(known, insider, asWritten)
    onChange(due !== null && due.leastYuan === due.mostYuan && due.mostYuan > 0 ? { ...next, amount: String(due.leastYuan) } : next)
  }
  const wrong = (bad: boolean): string | undefined => (tried && bad ? m.missing : undefined)
  return (
    <>
      <Field label={m.kind} error={tried && draft.kind === '' ? m.choose : undefined}>
        <SelectInput
          placeholder={m.choose}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={rewardKinds.map((value) => ({ value, label: rewardKindNames[value][language] }))}
        />
      </Field>
      {draft.kind === 'major' ? (
        <Field label={m.fine} error={wrong(whole(draft.fine) === null)}>
          <TextInput inputMode="numeric" value={draft.fine} onChange={(fine) => change({ fine })} />
        </Field>
      ) : null}
      {draft.kind === 'concealed' ? (
        <>
          <Field label={m.grade}>
            <SelectInput
              value={draft.grade}
              onChange={(grade) => change({ grade })}
              options={accidentGrades.map((value) => ({ value, label: gradeNames[value][language] }))}
            />
          </Field>
          <Field label={m.deaths} error={wrong(whole(draft.deaths) === null)}>
            <TextInput inputMode="numeric" value={draft.deaths} onChange={(deaths) => change({ deaths })} />
          </Field>
        </>
      ) : null}
      {draft.kind === '' || draft.kind === 'none' ? null : (
        <Field
          label={m.amount}
          error={wrong(whole(draft.amount) === null)}
          help={
            range === null
              ? undefined
              : `${m.range(range.leastYuan.toLocaleString('en'), range.mostYuan.toLocaleString('en'))}${insider ? ` · ${m.insiderRange}` : ''}`
          }
        >
          <TextInput inputMode="numeric" value={draft.amount} onChange={(amount) => change({ amount })} />
        </Field>
      )}
    </>
  )
}
