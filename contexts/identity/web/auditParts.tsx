import { useCallback } from 'react'
import { useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'
import type { AuditEntry } from './records.ts'

/** Who acted, in words: a person in a post, somebody not signed in, or the product itself. */
export const useActor = (): ((entry: AuditEntry) => string) => {
  const m = useMessages(messages)
  return useCallback(
    (entry: AuditEntry): string => {
      switch (entry.actorKind) {
        case 'person':
          return [entry.personName ?? m.audit.personGone, entry.postTitle].filter((part) => part !== null).join(' · ')
        case 'anonymous':
          return m.audit.anonymous
        case 'system':
          return `${m.audit.system} · ${entry.actorName ?? ''}`
      }
    },
    [m],
  )
}

/** The kind of record in words; a kind that has none stands under its own name. */
const useRecordKind = (): ((kind: string) => string) => {
  const m = useMessages(messages)
  return (kind) => (m.audit.recordKinds as Readonly<Record<string, string>>)[kind] ?? kind
}

/** The record that a step was about; in a row its long id by the end that tells it from others. */
export const RecordOf = ({ entry, whole }: { entry: AuditEntry; whole?: boolean }) => {
  const kind = useRecordKind()
  const { recordId } = entry
  return (
    <>
      {kind(entry.recordKind)} <span className="al-code">{whole === true ? recordId : shortId(recordId)}</span>
    </>
  )
}

/** Ids begin with the time they were made, so those of one hour look alike; their ends do not. */
const shortId = (id: string): string => id.replace(/^[0-9a-f]{8}-[0-9a-f-]{19}[0-9a-f]{0,4}(?=[0-9a-f]{8}$)/, '…')
