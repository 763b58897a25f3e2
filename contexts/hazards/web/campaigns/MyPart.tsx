import { Link } from '../../../../ui/address.tsx'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'

const mostShown = 8

/** What the signed-in inspector still has to visit. */
export const MyPart = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { person } = useSession()
  const query = useRead(routes.targets, {
    params: { id: campaign.id },
    query: { inspectorId: person.id, checked: 'false', limit: mostShown },
  })
  const all = `/campaigns/${campaign.id}?tab=targets&inspectorId=${person.id}`
  return (
    <Section title={m.mine.title} rule="none" aside={<Link to={all}>{m.mine.all}</Link>}>
      <Read query={query} rows={4} what={m.mine.title}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className="al-quiet">{m.mine.none}</p>
          ) : (
            <div className="campaigns-mine">
              <p>
                <b>{m.mine.left(total.toLocaleString('en'))}</b>
              </p>
              <ButtonLink to="/m" kind="primary" icon="phone" wide>
                {m.mine.toPocket}
              </ButtonLink>
              <ul className="campaigns-rows">
                {rows.map(({ unitId, name, regionName }) => (
                  <li key={unitId}>
                    <Link to={`/units/${unitId}`}>{name}</Link>
                    <span className="al-quiet">{say(regionName)}</span>
                    <Link to={`/m/units/${unitId}`} aria-label={`${m.mine.visit} ${name}`}>
                      {m.mine.visit}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Read>
    </Section>
  )
}
