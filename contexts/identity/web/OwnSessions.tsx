import { useState } from 'react'
import { Button, Tag } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { shortText } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PlainTable, Section } from '../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../ui/query.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { Read } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { deviceText } from './deviceText.ts'
import { messages } from './messages.ts'
import type { Session } from './records.ts'

/** Where the account is signed in; every session but this one can be ended from here. */
export const OwnSessions = () => {
  const m = useMessages(messages)
  const now = useNow(60_000)
  const sessions = useRead(routes.sessions)
  const revoke = useWrite(routes.revokeSession)
  const [ending, setEnding] = useState<Session | null>(null)
  const deviceOf = ({ device }: Session): string => (device === null ? m.account.unknownDevice : deviceText(device))
  return (
    <Section title={m.account.sessions} note={m.account.sessionsNote}>
      <Read query={sessions} rows={3} what={m.account.sessions}>
        {({ rows }) => (
          <PlainTable
            caption={m.account.sessions}
            head={[
              m.account.device,
              m.account.address,
              m.account.startedAt,
              m.account.lastSeenAt,
              <span key="deed" className="al-unseen">
                {m.account.revoke}
              </span>,
            ]}
            rows={rows.map((session) => [
              <span key="device" title={session.device ?? undefined}>
                {deviceOf(session)}
              </span>,
              session.address ?? m.words.unknown,
              shortText(session.startedAt, now),
              shortText(session.lastSeenAt, now),
              session.current ? (
                <Tag key="deed" tone="accent">
                  {m.account.current}
                </Tag>
              ) : (
                <Button key="deed" onClick={() => setEnding(session)} aria-label={m.account.revokeOf(deviceOf(session))}>
                  {m.account.revoke}
                </Button>
              ),
            ])}
          />
        )}
      </Read>
      <Confirm
        open={ending !== null}
        onClose={() => setEnding(null)}
        title={ending === null ? m.account.revoke : m.account.revokeOf(deviceOf(ending))}
        effects={[m.account.revokeEffects.now]}
        confirm={m.account.revoke}
        onConfirm={async () => {
          if (ending === null) return
          await revoke.write({ params: { id: ending.id } })
          tell({ text: m.account.revoked })
        }}
      />
    </Section>
  )
}
