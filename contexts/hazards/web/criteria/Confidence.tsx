import { Tag } from '../../../../ui/Button.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { messages } from './messages.ts'
import type { Item } from './records.ts'

/** How surely it is known; what must be compared with the text is hatched. */
export const Confidence = ({ value }: { value: Item['confidence'] }) => {
  const m = useMessages(messages)
  return (
    <span className="hazards-criteria-confidence" title={m.confidenceHelp[value]}>
      <Tag tone={value === 'low' ? 'silent' : 'plain'}>{m.confidences[value]}</Tag>
    </span>
  )
}
