import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { roleNames } from '../../../../ui/roles.ts'
import { words } from '../../contract/words.ts'
import { messages } from '../messages.ts'
import type { AnyRecord } from './record.ts'

type Owes = { readonly side: 'authority' | 'party'; readonly role: string; readonly personId: string | null }

/** How the people and duties of a record are called, in the present language. */
export const useNames = ({ people, line }: Pick<AnyRecord, 'people' | 'line'>) => {
  const { language } = useLanguage()
  const { record: m } = useMessages(messages)
  const personOf = (personId: string): string => people[personId] ?? '—'
  const roleOf = (role: string): string => (role in roleNames ? roleNames[role as keyof typeof roleNames][language] : role)
  const owner = ({ side, role, personId }: Owes): string => {
    if (personId !== null) return personOf(personId)
    return side === 'party' ? `${m.partyOwner} ${line.party.name}` : m.role(roleOf(role))
  }
  const duty = (kind: string): string => (kind in words.owed ? words.owed[kind as keyof typeof words.owed].title[language] : kind)
  return { personOf, owner, duty }
}

export type Names = ReturnType<typeof useNames>
