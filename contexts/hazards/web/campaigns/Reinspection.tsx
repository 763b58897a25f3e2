import { Link } from '../../../../ui/address.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { figureLink } from './figureLinks.ts'
import { messages } from './messages.ts'
import { CoverageBar } from './parts.tsx'
import type { Campaign } from './records.ts'

const mostShown = 8
/** Every known hazard is to be looked at again. */
const goal = 100

/** Known hazards looked at again, apart from those newly found, and which are outstanding. */
export const Reinspection = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const coverage = useRead(routes.campaignCoverage, { params: { id: campaign.id } })
  const outstanding = useRead(routes.registeredHazards, { params: { id: campaign.id }, query: { outstanding: 'true', limit: mostShown } })
  return (
    <Section title={m.overview.registered} note={m.overview.registeredNote} rule="none">
      <Read query={coverage} rows={3} what={m.overview.registered}>
        {({ reinspection }) =>
          reinspection.registered === 0 ? (
            <p className="al-quiet">
              {m.registered.empty} <Link to={figureLink('registered', campaign.id)}>{m.registered.take}</Link>
            </p>
          ) : (
            <>
              <p>
                <CoverageBar checked={reinspection.reinspected} units={reinspection.registered} goal={goal} hazards />
              </p>
              <dl className="campaigns-outcome">
                {(
                  [
                    [m.registered.title, reinspection.registered, 'registered'],
                    [m.overview.reinspected, reinspection.reinspected, 'reinspected'],
                    [m.overview.outstanding, reinspection.outstanding, 'outstanding'],
                    [m.overview.newly, reinspection.newlyFound, 'found'],
                  ] as const
                ).map(([name, count, figure]) => (
                  <div key={figure}>
                    <dt>{name}</dt>
                    <dd>
                      <Link to={figureLink(figure, campaign.id)}>{count.toLocaleString('en')}</Link>
                    </dd>
                  </div>
                ))}
              </dl>
              <Read query={outstanding} rows={3} what={m.overview.outstanding}>
                {({ rows, total }) => (
                  <>
                    <ul className="campaigns-rows">
                      {rows.map(({ unitId, hazardId, description, unitName }) => (
                        <li key={hazardId}>
                          <Link to={`/hazards/${unitId}/${hazardId}`}>{description}</Link>
                          <span className="al-quiet">{unitName}</span>
                        </li>
                      ))}
                    </ul>
                    {total > rows.length ? <Link to={figureLink('outstanding', campaign.id)}>{m.overview.seeAll}</Link> : null}
                  </>
                )}
              </Read>
            </>
          )
        }
      </Read>
    </Section>
  )
}
