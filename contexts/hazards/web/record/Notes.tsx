import { milliseconds } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { fiveNames } from '../../contract/names.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { fiveMissing } from '../../rules/deeds/order.ts'
import type { Judgement } from './judge.ts'
import { messages } from './messages.ts'
import type { Names } from './names.ts'
import { dueText, type HazardRecord } from './record.ts'

type NotesProps = {
  readonly kind: ActionKind
  readonly record: HazardRecord
  readonly names: Names
  readonly judgement: Judgement | null
}

/** What to know before filling in: what was asked and by whom, who will answer, until when it may be asked, what lacks. */
export const Notes = ({ kind, record, names, judgement }: NotesProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const lines = linesOf({ kind, record, names, judgement }, m, language)
  if (lines.length === 0) return null
  return (
    <ul className="hazard-notes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const linesOf = (
  { kind, record: { hazard, stepClock, lawClock }, names, judgement }: NotesProps,
  m: (typeof messages)['zh'],
  language: 'zh' | 'en',
): readonly string[] => {
  const after = judgement !== null && judgement.refusal === null ? judgement : null
  switch (kind) {
    case 'askExtension': {
      const clocks = [lawClock, hazard.state === 'rectifying' ? stepClock : null].filter((clock) => clock !== null)
      const [ends] = clocks.toSorted((a, b) => milliseconds(a.endsAt) - milliseconds(b.endsAt))
      const decider = after?.owed.find((owed) => owed.kind === 'decideExtension')
      return [
        ...(ends === undefined ? [] : [m.form.extensionUntil(dueText(ends))]),
        ...(decider === undefined ? [] : [m.form.extensionBy(names.owner(decider.owner))]),
      ]
    }
    case 'decideExtension': {
      const asked = 'extensions' in hazard ? hazard.extensions.find(({ outcome }) => outcome === 'pending') : undefined
      if (asked === undefined) return []
      return [
        `${names.personOf(asked.step.by.personId)} ${m.form.asked(asked.toOn, asked.reason)}`,
        m.story.controls(asked.interimControls),
      ]
    }
    case 'decideSoftening':
    case 'decideWithdrawal': {
      const asked = kind === 'decideSoftening' ? hazard.softening : hazard.withdrawal
      return asked === null ? [] : [m.form.askedFor(names.personOf(asked.step.by.personId), asked.reason)]
    }
    case 'plan': {
      const plan = after !== null && 'plan' in after.after ? after.after.plan : 'plan' in hazard ? hazard.plan : null
      const missing = fiveMissing(plan)
      const list = missing.map((item) => fiveNames[item][language]).join(language === 'zh' ? '、' : ', ')
      return [missing.length === 0 ? m.form.fiveAll : m.form.fiveStill(list)]
    }
    case 'askSoftening':
      return [m.help.reasonSoftening]
    case 'lift':
      return [m.help.lift]
    default:
      return []
  }
}
