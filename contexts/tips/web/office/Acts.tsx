import { Button, RefusedAction } from '../../../../ui/Button.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useSession } from '../../../../ui/session.ts'
import { grantedTo, type ActionKind } from '../../rules/actions.ts'
import { messages } from './messages.ts'
import type { TipRecord } from './record.ts'

/** What moves the case on, in this order; the others stand beside. */
const leading: readonly ActionKind[] = ['accept', 'check', 'answer', 'proposeReward', 'decideReward', 'reveal', 'payReward']

const clauses: Readonly<Record<string, string>> = {
  TIP_SECOND_PERSON: '安全生产法第七十三条',
  KEEPER_APART: '安监总财〔2018〕19号',
  IDENTITY_NOT_KEPT: '个人信息保护法第四十七条',
}

/** What this person may do now: the next thing large, others beside, and what is refused with its reason. */
export const Acts = ({ record, onAct }: { record: TipRecord; onAct: (kind: ActionKind) => void }) => {
  const m = useMessages(messages)
  const { post } = useSession()
  // What no post like this one ever does is not told here; what it may not do now is, with the reason.
  const own = record.actions.filter(({ action }) => grantedTo[action].some((role) => (post.roles as readonly string[]).includes(role)))
  const open = own.filter(({ refusal }) => refusal === null).map(({ action }) => action)
  const next = leading.filter((action) => open.includes(action))
  const others = open.filter((action) => !next.includes(action) && (action !== 'join' || record.alike.length > 0))
  const refused = own.flatMap(({ action, refusal }) => (refusal === null ? [] : [{ action, refusal }]))
  const telling = refused.filter(({ refusal }) => refusal.code === 'TIP_SECOND_PERSON' || refusal.code === 'KEEPER_APART')
  const rest = refused.filter((each) => !telling.includes(each))
  const refusedAs = ({ action, refusal }: (typeof refused)[number]) => (
    <RefusedAction
      key={action}
      title={m.acts[action].title}
      because={{ sentence: refusal.sentence, code: refusal.code, clause: clauses[refusal.code] }}
    />
  )
  return (
    <Section title={m.record.now} rule="none">
      <div className="tips-acts">
        {next.map((action, index) => (
          <Button key={action} kind={index === 0 ? 'primary' : 'plain'} wide large onClick={() => onAct(action)}>
            {m.acts[action].title}
          </Button>
        ))}
        {next.length > 0 ? null : <p className="al-quiet">{record.line.dueAt === null ? m.record.nothing : m.record.waits}</p>}
        {telling.map(refusedAs)}
        {others.length === 0 ? null : (
          <div className="tips-acts-others">
            {others.map((action) => (
              <Button key={action} onClick={() => onAct(action)}>
                {m.acts[action].title}
              </Button>
            ))}
          </div>
        )}
        {rest.length === 0 ? null : (
          <details>
            <summary>{m.record.elsewhere(rest.length)}</summary>
            <div>{rest.map(refusedAs)}</div>
          </details>
        )}
      </div>
    </Section>
  )
}
