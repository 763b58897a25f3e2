import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { shortText } from '../../../ui/instant.ts'
import { useShortcut } from '../../../ui/keys.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { Empty, Problem } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import type { Alarm } from './useDesk.ts'

/** The alarms of the product that are open, those first that nobody knows of yet. A takes the first. */
export const AlarmList = ({ alarms }: { alarms: readonly Alarm[] }) => {
  const m = useMessages(messages)
  const { write, isPending } = useWrite(routes.acknowledgeAlarm, { changes: ['desk'] })
  const [problem, setProblem] = useState<unknown>(null)
  const open = alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  const known = alarms.filter(({ acknowledgedAt }) => acknowledgedAt !== null)
  const [first] = open
  const acknowledge = async (id: string): Promise<void> => {
    setProblem(null)
    try {
      await write({ params: { id } })
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  useShortcut(
    { keys: 'a', title: { zh: '确认第一条报警', en: 'Acknowledge the first alarm' }, when: first !== undefined && !isPending },
    () => {
      if (first) void acknowledge(first.id)
    },
  )
  return (
    <Section title={m.alarms.title} rule="none" note={alarms.length === 0 ? undefined : m.alarms.count(open.length)}>
      {alarms.length === 0 ? (
        <Empty title={m.alarms.empty} icon="check">
          {m.alarms.emptyNext}
        </Empty>
      ) : (
        <ul className="desk-alarms">
          {[...open, ...known].map((alarm) => (
            <AlarmRow
              key={alarm.id}
              alarm={alarm}
              isFirst={alarm === first}
              busy={isPending}
              onAcknowledge={() => void acknowledge(alarm.id)}
            />
          ))}
        </ul>
      )}
      <Problem problem={problem} />
    </Section>
  )
}

type AlarmRowProps = { readonly alarm: Alarm; readonly isFirst: boolean; readonly busy: boolean; readonly onAcknowledge: () => void }

const AlarmRow = ({ alarm, isFirst, busy, onAcknowledge }: AlarmRowProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const now = useNow(60_000)
  const { acknowledgedAt, acknowledgedBy } = alarm
  return (
    <li className={acknowledgedAt === null ? 'desk-alarm desk-alarm-open' : 'desk-alarm'}>
      <p className="desk-alarm-times">
        <span>{m.alarms.since(shortText(alarm.firstAt, now))}</span>
        <span>{m.alarms.last(shortText(alarm.lastAt, now))}</span>
      </p>
      <p className="desk-alarm-what">{say(alarm.sentence)}</p>
      {acknowledgedAt === null ? (
        <div className="desk-alarm-deed">
          <Button kind="urgent" busy={busy} shortcut={isFirst ? 'A' : undefined} onClick={onAcknowledge}>
            {m.alarms.acknowledge}
          </Button>
          <span className="al-quiet">{m.alarms.effect}</span>
        </div>
      ) : (
        <p className="al-quiet">
          {acknowledgedBy === null
            ? m.alarms.knownBySomebody(shortText(acknowledgedAt, now))
            : m.alarms.known(acknowledgedBy, shortText(acknowledgedAt, now))}
        </p>
      )}
    </li>
  )
}
