import { Icon } from '../../../../ui/Icon.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import type { ImportView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'

const steps = ['upload', 'match', 'check', 'take'] as const

/** At which step an import is; 4 when all are behind it. */
const stepOf = ({ state, take, check }: Pick<ImportView, 'state' | 'take' | 'check'>): number => {
  switch (state) {
    case 'uploading':
    case 'reading':
    case 'unreadable':
      return 0
    case 'waiting':
      return 1
    case 'checking':
    case 'checked':
      return 2
    case 'taking':
    case 'paused':
    case 'stopped':
      return 3
    case 'done':
      return 4
    case 'cancelled':
      return take ? 3 : check ? 2 : 1
  }
}

/** The four steps of an import, with the one that it is at. */
export const Steps = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const present = stepOf(view)
  return (
    <ol className="ledgers-steps" aria-label={m.steps.label}>
      {steps.map((step, at) => (
        <li key={step} className={at < present ? 'ledgers-step-done' : undefined} aria-current={at === present ? 'step' : undefined}>
          {at < present ? <Icon name="check" size={12} /> : <span>{at + 1}</span>}
          {m.steps[step]}
        </li>
      ))}
    </ol>
  )
}
