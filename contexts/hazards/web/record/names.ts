import { useCallback } from 'react'
import { useLanguage } from '../../../../ui/language.tsx'
import { roleNames } from '../../../../ui/roles.ts'
import { tierNames } from '../../contract/names.ts'
import { words } from '../../contract/words.ts'
import type { Tier } from '../../rules/people.ts'
import type { HazardRecord } from './record.ts'

type Owes = { readonly tier: string; readonly role: string; readonly organisationId: string | null; readonly personId: string | null }

/** How the people, organisations and duties of a record are called, in the present language. */
export const useNames = ({ people, organisations, line }: HazardRecord) => {
  const { language } = useLanguage()
  const personOf = useCallback((personId: string): string => people[personId] ?? '—', [people])
  const organisationOf = useCallback(
    (organisationId: string): string | undefined =>
      organisations[organisationId] ?? (organisationId === line.organisationId ? (line.organisationName ?? undefined) : undefined),
    [organisations, line],
  )
  const tierOf = (tier: string): string => (tier in tierNames ? tierNames[tier as Tier][language] : tier)
  const roleOf = (role: string): string => (role in roleNames ? roleNames[role as keyof typeof roleNames][language] : role)
  /** Who owes: the person, else the role in the organisation, else the role at that tier. */
  const owner = ({ tier, role, organisationId, personId }: Owes): string => {
    if (personId !== null) return personOf(personId)
    const where = (organisationId === null ? undefined : organisationOf(organisationId)) ?? tierOf(tier)
    return language === 'zh' ? `${where}${roleOf(role)}` : `${roleOf(role)}, ${where}`
  }
  const duty = (kind: string): string => (kind in words.owed ? words.owed[kind as keyof typeof words.owed].title[language] : kind)
  return { personOf, organisationOf, tierOf, owner, duty }
}

export type Names = ReturnType<typeof useNames>
