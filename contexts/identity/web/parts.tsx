import { useState, type ReactNode } from 'react'
import type { Role } from '../../../kernel/actor.ts'
import { sentenceOf, type Sentence } from '../../../kernel/refusals.ts'
import { Link } from '../../../ui/address.tsx'
import { Tag } from '../../../ui/Button.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { roleNames } from '../../../ui/roles.ts'
import { contract } from '../contract/index.ts'
import { refusals, type IdentityFacts } from '../contract/refusals.ts'
import { messages } from './messages.ts'

export type Action = keyof typeof contract.actions

/** A refusal of this room that a screen foresees, as the server would say it. */
export const foreseen = <Code extends keyof IdentityFacts>(
  code: Code,
  facts: IdentityFacts[Code],
  clause?: string,
): { readonly sentence: Sentence; readonly code: string; readonly clause?: string } => ({
  code,
  sentence: sentenceOf<IdentityFacts>(refusals, { code, facts } as Parameters<typeof sentenceOf<IdentityFacts>>[1]),
  ...(clause === undefined ? {} : { clause }),
})

/** Roles in one line of words. */
export const useRoleWords = (): ((roles: readonly Role[]) => string) => {
  const { language } = useLanguage()
  return (roles) => roles.map((role) => roleNames[role][language]).join(language === 'zh' ? '、' : ', ')
}

/** Roles in words; a post that has none yet waits for them. */
export const RoleList = ({ roles }: { roles: readonly Role[] }) => {
  const m = useMessages(messages)
  const words = useRoleWords()
  return roles.length === 0 ? <Tag tone="silent">{m.person.noRoles}</Tag> : words(roles)
}

/** Deeds that other roles may do here: who to ask, and that the three administrators stand apart. */
export const OthersDeeds = ({ deeds }: { deeds: readonly { readonly action: Action; readonly title: string }[] }) => {
  const m = useMessages(messages)
  const words = useRoleWords()
  if (deeds.length === 0) return null
  return (
    <div className="identity-others">
      <h3>{m.words.othersDeeds}</h3>
      <dl className="al-terms">
        {deeds.map(({ action, title }) => (
          <div key={action}>
            <dt>{title}</dt>
            <dd>{words(contract.actions[action])}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Rows of a record's page: the first dozen, and the rest on demand. */
export const SomeRows = <Row,>({
  rows,
  rowKey,
  children,
}: {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  children: (row: Row) => ReactNode
}) => {
  const m = useMessages(messages)
  const [all, setAll] = useState(false)
  const first = 12
  const shown = all ? rows : rows.slice(0, first)
  return (
    <>
      <ul className="identity-rows">
        {shown.map((row) => (
          <li key={rowKey(row)}>{children(row)}</li>
        ))}
      </ul>
      {rows.length > first ? (
        <button type="button" className="identity-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.words.fewer : m.words.more(rows.length - first)}
        </button>
      ) : null}
    </>
  )
}

/** The way to what the audit holds about a record. */
export const HistoryLink = ({ kind, id }: { kind: string; id: string }) => {
  const m = useMessages(messages)
  return <Link to={`/audit?recordKind=${kind}&recordId=${encodeURIComponent(id)}`}>{m.words.history}</Link>
}
