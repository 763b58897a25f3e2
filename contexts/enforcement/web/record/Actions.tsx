import { Button, RefusedAction } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { actionNames } from '../../contract/names.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { messages } from '../messages.ts'
import { titled } from '../text.ts'
import type { Choice, Refused } from './choose.ts'

type ActionsProps = {
  readonly choice: Choice
  readonly closed: boolean
  /** Whom it waits for where nothing is this person's to do. */
  readonly waits: string | null
  readonly onAct: (kind: ActionKind) => void
}

/** What this person may do now: the next things large, others beside, and what is refused with its reason. */
export const Actions = ({ choice, closed, waits, onAct }: ActionsProps) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  const nameOf = (kind: ActionKind): string => titled(actionNames[kind][language], language)
  const refusedAs = ({ kind, refusal }: Refused) => (
    <RefusedAction key={kind} small title={nameOf(kind)} because={{ sentence: refusal.sentence, code: refusal.code }} />
  )
  return (
    <Section title={m.now} rule="none">
      <div className="case-actions">
        {choice.next.map((kind, index) => (
          <Button
            key={kind}
            kind={index === 0 ? 'primary' : 'plain'}
            wide
            large
            shortcut={index === 0 ? '↵' : undefined}
            onClick={() => onAct(kind)}
          >
            {nameOf(kind)}
          </Button>
        ))}
        {choice.next.length > 0 ? null : <p className="al-quiet">{closed ? m.isClosed : (waits ?? m.nothing)}</p>}
        {choice.others.length === 0 ? null : (
          <div className="case-actions-others">
            {choice.others.map((kind) => (
              <Button key={kind} onClick={() => onAct(kind)}>
                {nameOf(kind)}
              </Button>
            ))}
          </div>
        )}
        {closed || choice.refused.length === 0 ? null : (
          <details className="case-fold">
            <summary>
              {m.refused} · {choice.refused.length}
            </summary>
            <div className="case-actions">{choice.refused.map(refusedAs)}</div>
          </details>
        )}
        {closed || choice.irrelevant.length === 0 ? null : (
          <details className="case-fold">
            <summary>{m.elsewhere(choice.irrelevant.length)}</summary>
            <div className="case-actions">{choice.irrelevant.map(refusedAs)}</div>
          </details>
        )}
      </div>
    </Section>
  )
}
