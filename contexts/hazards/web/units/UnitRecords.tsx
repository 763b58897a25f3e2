import type { ReactNode } from 'react'
import { Link } from '../../../../ui/address.tsx'
import { Tag } from '../../../../ui/Button.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { findingNames, levelNames, routes, stateNames } from '../../contract/index.ts'
import { messages } from './messages.ts'

const shown = 5

const Rows = ({ none, children }: { none: string; children: readonly ReactNode[] }) =>
  children.length === 0 ? <p className="al-quiet">{none}</p> : <ul className="hazards-unit-rows">{children}</ul>

/** The newest hazards of the unit, and the way to all of them. */
export const UnitHazards = ({ unitId }: { unitId: string }) => {
  const m = useMessages(messages)
  const say = useSay()
  const may = useMay('hazard.read')
  const query = useRead(routes.hazards, { query: { unitId, limit: shown } }, { enabled: may })
  const open = useRead(routes.hazards, { query: { unitId, open: 'true', limit: 1 } }, { enabled: may })
  if (!may) return null
  return (
    <Section
      title={m.hazards.title}
      note={query.data && query.data.total > 0 ? m.hazards.total(query.data.total.toLocaleString('en')) : undefined}
      aside={
        query.data === undefined || query.data.total === 0 ? undefined : (
          <>
            {open.data === undefined ? null : (
              <Link to={`/hazards?unitId=${unitId}&open=true`}>{m.hazards.openOnly(open.data.total.toLocaleString('en'))}</Link>
            )}
            <Link to={`/hazards?unitId=${unitId}`}>{m.all}</Link>
          </>
        )
      }
    >
      <Read query={query} rows={3} what={m.hazards.title}>
        {({ rows }) => (
          <Rows none={m.hazards.none}>
            {rows.map((hazard) => (
              <li key={hazard.hazardId}>
                {hazard.level === null ? (
                  <Tag>{m.hazards.unclassified}</Tag>
                ) : (
                  <LevelChip level={hazard.level === 'major' ? 1 : 3} word={say(levelNames[hazard.level])} />
                )}
                <Link to={`/hazards/${unitId}/${hazard.hazardId}`}>{hazard.description}</Link>
                <span className="hazards-unit-end">
                  {say(stateNames[hazard.state])} · {hazard.foundAt.slice(0, 10)}
                </span>
              </li>
            ))}
          </Rows>
        )}
      </Read>
    </Section>
  )
}

/** The last visits to the unit. */
export const UnitVisits = ({ unitId }: { unitId: string }) => {
  const m = useMessages(messages)
  const say = useSay()
  const may = useMay('visit.read')
  const query = useRead(routes.visits, { query: { unitId, limit: shown } }, { enabled: may })
  if (!may) return null
  return (
    <Section
      title={m.visits.title}
      note={query.data && query.data.total > 0 ? m.visits.total(query.data.total.toLocaleString('en')) : undefined}
      aside={query.data && query.data.total > 0 ? <Link to={`/visits?unitId=${unitId}`}>{m.all}</Link> : undefined}
    >
      <Read query={query} rows={3} what={m.visits.title}>
        {({ rows }) => (
          <Rows none={m.visits.none}>
            {rows.map((visit) => (
              <li key={visit.id}>
                <Link to={`/visits/${visit.unitId}/${visit.id}`}>
                  {visit.on} {say(findingNames[visit.how])}
                </Link>
                {visit.result === 'notAdmitted' ? <Tag tone="silent">{m.visits.notAdmitted}</Tag> : null}
                {visit.hazards > 0 ? <span>{m.visits.found(visit.hazards)}</span> : null}
                <span className="hazards-unit-end">
                  {visit.ledger === null ? visit.personName : visit.ledger.by}
                  {visit.organisationName === null ? '' : ` · ${visit.organisationName}`}
                </span>
              </li>
            ))}
          </Rows>
        )}
      </Read>
    </Section>
  )
}

/** The checklists to take to the unit today, each with the items that concern it. */
export const UnitChecklists = ({ unitId }: { unitId: string }) => {
  const m = useMessages(messages)
  const say = useSay()
  const may = useMay('criteria.read')
  const query = useRead(routes.unitChecklists, { params: { unitId } }, { enabled: may })
  if (!may) return null
  return (
    <Section title={m.checklists.title}>
      <Read query={query} rows={3} what={m.checklists.title}>
        {(lists) => (
          <Rows none={m.checklists.none}>
            {lists.map((list) => (
              <li key={`${list.key} ${list.edition}`}>
                <Link to={`/checklists/${list.key}?edition=${encodeURIComponent(list.edition)}`}>{say(list.title)}</Link>
                <span className="al-quiet">{list.purpose === 'major' ? m.checklists.major : m.checklists.routine}</span>
                <span className="hazards-unit-end">{m.checklists.items(list.items.length)}</span>
              </li>
            ))}
          </Rows>
        )}
      </Read>
    </Section>
  )
}
