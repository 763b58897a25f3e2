import { Button, RefusedAction } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { actionNames } from '../../contract/names.ts'
import type { ActionKind } from '../../rules/actions.ts'
import type { Choice, Refused } from './choose.ts'
import { clauseOf } from './clauses.ts'
import { messages } from './messages.ts'
import type { Names } from './names.ts'
import type { HazardRecord } from './record.ts'

type ActionsProps = {
  readonly record: HazardRecord
  readonly choice: Choice
  readonly names: Names
  readonly onAct: (kind: ActionKind) => void
}

/** What this person may do now: the next things large, others beside, and what is refused with its reason. */
export const Actions = ({ record, choice, names, onAct }: ActionsProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const nameOf = (kind: ActionKind): string => {
    const name = actionNames[kind][language]
    return language === 'en' ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name
  }
  const refusedAs = ({ kind, refusal }: Refused, small?: boolean) => (
    <RefusedItem key={kind} title={nameOf(kind)} refusal={refusal} small={small} />
  )
  const [owed] = record.owed
  return (
    <Section title={m.side.now} rule="none">
      <div className="hazard-actions">
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
        {choice.next.length > 0 ? null : (
          <p className="al-quiet">
            {record.hazard.state === 'closed'
              ? m.side.closed
              : owed === undefined
                ? m.side.nothing
                : m.side.waits(names.duty(owed.kind), names.owner(owed))}
          </p>
        )}
        {choice.refusedNext.map((each) => refusedAs(each))}
        {choice.others.length === 0 ? null : (
          <div className="hazard-actions-others">
            {choice.others.map((kind) => (
              <Button key={kind} onClick={() => onAct(kind)}>
                {nameOf(kind)}
              </Button>
            ))}
          </div>
        )}
        {choice.refused.length === 0 ? null : (
          <details className="hazard-fold">
            <summary>
              {m.side.refused} · {choice.refused.length}
            </summary>
            <div className="hazard-actions">{choice.refused.map((each) => refusedAs(each))}</div>
          </details>
        )}
        {choice.irrelevant.length === 0 || record.hazard.state === 'closed' ? null : (
          <details className="hazard-fold">
            <summary>{m.side.elsewhere(choice.irrelevant.length)}</summary>
            <div className="hazard-actions">{choice.irrelevant.map((each) => refusedAs(each))}</div>
          </details>
        )}
      </div>
    </Section>
  )
}

const RefusedItem = ({ title, refusal, small }: { title: string; refusal: Refused['refusal']; small?: boolean | undefined }) => {
  const say = useSay()
  const clause = clauseOf(refusal.code)
  return (
    <RefusedAction
      title={title}
      small={small}
      because={{ sentence: refusal.sentence, code: refusal.code, clause: clause === undefined ? undefined : say(clause) }}
    />
  )
}
