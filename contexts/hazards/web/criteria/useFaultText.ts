import { useMessages } from '../../../../ui/language.tsx'
import type { ChecklistFault } from '../../rules/criteria/faults.ts'
import { messages } from './messages.ts'

/** A fault of a checklist in words. */
export const useFaultText = (): ((fault: ChecklistFault) => string) => {
  const m = useMessages(messages)
  return (fault) => {
    if (fault.code === 'TEXT_MISSING') return m.faults.TEXT_MISSING(m.fields[fault.field])
    if (fault.code === 'INDUSTRY_UNKNOWN') return m.faults.INDUSTRY_UNKNOWN(fault.industry)
    if (fault.code === 'DAY_MALFORMED') return m.faults.DAY_MALFORMED(fault.day)
    if (fault.code === 'EDITIONS_OVERLAP') return m.faults.EDITIONS_OVERLAP(fault.editions.join(' / '))
    if (fault.code === 'EDITION_TWICE') return m.faults.EDITION_TWICE(fault.edition)
    return m.faults[fault.code]
  }
}
