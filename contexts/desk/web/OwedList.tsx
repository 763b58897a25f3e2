import { useRef } from 'react'
import { useNavigate } from '../../../ui/address.tsx'
import { ButtonLink, Key } from '../../../ui/Button.tsx'
import { RowClocks } from '../../../ui/Clocks.tsx'
import { useRowKeys } from '../../../ui/keys.ts'
import { useLanguage, useMessages, useSay } from '../../../ui/language.tsx'
import { LevelChip, type Level } from '../../../ui/LevelChip.tsx'
import { Section } from '../../../ui/Page.tsx'
import { remaining } from '../../../ui/remaining.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { Empty } from '../../../ui/states.tsx'
import { dueGroup, dueGroups, type DueGroup } from '../rules/due.ts'
import { dueText } from './dueText.ts'
import { messages } from './messages.ts'
import type { Owed } from './useDesk.ts'

type Placed = Owed & { readonly group: DueGroup; readonly index: number }

const keyTitles = {
  move: { zh: '上下移动', en: 'Move up and down' },
  open: { zh: '打开此事', en: 'Open what is owed' },
}

/** What I owe now, by the clock: overdue, today, this week, later. J and K move, Enter opens. */
export const OwedList = ({ owed, total }: { owed: readonly Owed[]; total: number }) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const now = Temporal.Instant.fromEpochMilliseconds(useNow(60_000))
  const rows = useRef<HTMLDivElement>(null)
  // The server orders by the clock, so the groups follow each other; an index is the place in the whole list.
  const placed = owed.map((thing, index): Placed => ({ ...thing, group: dueGroup(thing, now), index }))
  const [present, setPresent] = useRowKeys(
    owed.length,
    {
      move: (index) => {
        const row = rows.current?.querySelectorAll('li')[index]
        row?.querySelector('a')?.focus()
        row?.scrollIntoView({ block: 'nearest' })
      },
      open: (index) => {
        const address = owed[index]?.address
        if (address) navigate(address)
      },
    },
    keyTitles,
  )
  return (
    <Section
      title={m.owed.title}
      rule="none"
      note={total === 0 ? undefined : owed.length < total ? m.owed.shown(owed.length, total) : m.owed.count(total)}
      aside={owed.length === 0 ? undefined : <Legend />}
    >
      {owed.length === 0 ? (
        <Empty title={m.owed.empty} icon="check">
          {m.owed.emptyNext}
        </Empty>
      ) : (
        <div ref={rows}>
          {dueGroups.map((group) => {
            const inGroup = placed.filter((thing) => thing.group === group)
            if (inGroup.length === 0) return null
            return (
              <section key={group} aria-label={m.owed.groups[group]}>
                <h3 className="desk-group">
                  {m.owed.groups[group]} <span>{m.owed.some(inGroup.length)}</span>
                </h3>
                <ul>
                  {inGroup.map((thing) => (
                    <OwedRow
                      key={`${thing.room}.${thing.id}`}
                      thing={thing}
                      present={thing.index === present}
                      onFocus={() => setPresent(thing.index)}
                    />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      )}
    </Section>
  )
}

const Legend = () => {
  const m = useMessages(messages)
  return (
    <>
      <span className="desk-legend">
        <span className="desk-legend-step" aria-hidden="true" />
        {m.owed.step}
      </span>
      <span className="desk-legend">
        <span className="desk-legend-law" aria-hidden="true" />
        {m.owed.law}
      </span>
      <span className="desk-legend desk-legend-keys">
        <Key>J</Key>
        <Key>K</Key> {m.owed.keys} <Key>↵</Key> {m.owed.open}
      </span>
    </>
  )
}

const OwedRow = ({ thing, present, onFocus }: { thing: Placed; present: boolean; onFocus: () => void }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const now = useNow(60_000)
  const { stepDueAt, lawDueAt, owedSince, address, group } = thing
  return (
    <li className={present ? 'desk-row desk-row-present' : 'desk-row'}>
      <span className="desk-row-clocks">
        {stepDueAt === null && lawDueAt === null ? (
          <span className="al-quiet">{m.owed.noClock}</span>
        ) : (
          <RowClocks
            step={stepDueAt === null ? undefined : { startedAt: owedSince, dueAt: stepDueAt }}
            legal={lawDueAt === null ? undefined : { startedAt: owedSince, dueAt: lawDueAt }}
          />
        )}
      </span>
      <span className="desk-row-what">
        <span>
          <b>{say(thing.title)}</b> {thing.subject}
        </span>
        {thing.detail === null ? null : <span className="desk-row-detail">{say(thing.detail)}</span>}
      </span>
      <span className="desk-row-room">{say(thing.roomTitle)}</span>
      <span className="desk-row-level">{thing.level === null ? null : <LevelChip level={thing.level as Level} />}</span>
      <span className="desk-row-due">
        {stepDueAt === null ? null : <span>{dueText(stepDueAt)}</span>}
        {lawDueAt === null ? null : (
          <span className="desk-row-detail" title={dueText(lawDueAt)}>
            {m.owed.lawLeft(remaining(lawDueAt, now, language).text)}
          </span>
        )}
      </span>
      <span className="desk-row-deed">
        {address === null ? null : (
          <ButtonLink
            to={address}
            kind={group === 'overdue' ? 'urgent' : 'plain'}
            wide
            aria-label={`${say(thing.deed)}: ${say(thing.title)} ${thing.subject}`}
            onFocus={onFocus}
          >
            {say(thing.deed)}
          </ButtonLink>
        )}
      </span>
    </li>
  )
}
