import type { Role } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { Tag } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { dateText } from '../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { roleNames } from '../../../ui/roles.ts'
import type { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import './law.css'

export type Limit = RouteOutput<typeof routes.tightenLimit>
export type LimitRecord = RouteOutput<typeof routes.limit>

/** How surely a row is known; a mere default is hatched. */
export const ConfidenceTag = ({ confidence }: { confidence: Limit['confidence'] }) => {
  const m = useMessages(messages)
  return (
    <span title={m.confidenceHelp[confidence]}>
      <Tag tone={confidence === 'low' ? 'silent' : 'plain'}>{m.confidence[confidence]}</Tag>
    </span>
  )
}

/** Who compared the row with the official text, last; an ink tick, or that nobody did. */
export const Vouched = ({ vouched }: { vouched: Limit['vouched'] }) => {
  const m = useMessages(messages)
  if (vouched === null) return <span className="al-quiet">{m.record.notVouched}</span>
  return (
    <span title={vouched.source}>
      <Icon name="check" size={12} /> {m.record.vouchedBy(vouched.by ?? m.somebody, dateText(vouched.at))}
    </span>
  )
}

/** Roles in one line of words. */
export const useRoleWords = (): ((roles: readonly Role[]) => string) => {
  const { language } = useLanguage()
  return (roles) => roles.map((role) => roleNames[role][language]).join(language === 'zh' ? '、' : ', ')
}
