import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { fullText } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { LevelChip } from '../../../ui/LevelChip.tsx'
import { useRead, useWrite } from '../../../ui/query.ts'
import { useMay } from '../../../ui/session.ts'
import { Problem, Read } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { messages } from './messages.ts'
import type { AuditState } from './records.ts'

const askAgainMilliseconds = 1_500

/** Whether the chains are whole, as of the last verification. A broken one is the one red thing on the page. */
export const AuditChains = () => {
  const m = useMessages(messages)
  const mayVerify = useMay('audit.verify')
  /** The end of the verification that stood when a new one was asked for; undefined while none was. */
  const [former, setFormer] = useState<string | null>()
  const query = useRead(routes.auditState)
  const verify = useWrite(routes.verifyAudit)
  const last = query.data?.lastVerified?.at ?? null
  const running = query.data?.running === true || (former !== undefined && former === last)
  // The hint of its end may be lost with the connection, so while one is awaited the same answer is also asked for.
  useRead(routes.auditState, {}, running ? { refreshEveryMilliseconds: askAgainMilliseconds } : { enabled: false })
  const run = async (): Promise<void> => {
    if (!(await attempt(verify.write()))) return
    setFormer(last)
    tell({ text: m.audit.state.queued })
  }
  return (
    <section className="identity-chains" aria-label={m.audit.state.title}>
      <Read query={query} rows={1} what={m.audit.state.title}>
        {(state) => <State state={{ ...state, running }} />}
      </Read>
      {mayVerify ? (
        <Button icon="chain" busy={verify.isPending || running} onClick={() => void run()}>
          {m.audit.state.verify}
        </Button>
      ) : null}
      <Problem problem={verify.error} />
    </section>
  )
}

const State = ({ state: { lastVerified, running } }: { state: AuditState }) => {
  const m = useMessages(messages)
  const now = running ? (
    <span>
      <b>{m.audit.state.running}</b> <span className="al-quiet">{m.audit.state.runningHelp}</span>
    </span>
  ) : null
  if (lastVerified === null) {
    return (
      <div className="identity-chains-state">
        {now ?? (
          <span className="identity-chains-never">
            <Icon name="silent" />
            <span>
              <b>
                {m.audit.state.title} {m.audit.state.never}
              </b>{' '}
              {m.audit.state.neverHelp}
            </span>
          </span>
        )}
      </div>
    )
  }
  const { at, rows, chains, seconds, brokenAt } = lastVerified
  const sum = m.audit.state.sum(rows.toLocaleString('en'), chains.toLocaleString('en'), seconds.toFixed(1))
  return (
    <div className="identity-chains-state">
      {brokenAt === null ? (
        <span>
          <Icon name="check" />{' '}
          <b>
            {m.audit.state.title} {m.audit.state.whole}
          </b>
        </span>
      ) : (
        <span role="alert">
          <LevelChip level={1} solid word={`${m.audit.state.title} ${m.audit.state.broken}`} />{' '}
          <b>{m.audit.state.brokenAt(brokenAt.chain, brokenAt.seq)}</b>{' '}
          {(m.audit.state.why as Readonly<Record<string, string>>)[brokenAt.why] ?? brokenAt.why}
        </span>
      )}
      <span className="al-quiet">
        {m.audit.state.last} {fullText(at)} · {sum}
      </span>
      {brokenAt === null ? null : <span>{m.audit.state.brokenNext}</span>}
      {now}
    </div>
  )
}
