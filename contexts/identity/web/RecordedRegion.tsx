import { Link } from '../../../ui/address.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'
import { RegionPath, useRegion } from './RegionPicker.tsx'

/** Where a record counts now; where that is another region than on its paper, the acts that moved it, with day and source. */
export const RecordedRegion = ({ recorded, current }: { recorded: string; current: string }) => {
  const m = useMessages(messages)
  const { data } = useRegion(recorded)
  const moved = recorded !== current
  return (
    <>
      <Link to={`/regions/${current}`} className="identity-link">
        <RegionPath code={current} />
      </Link>
      {moved ? null : <span className="identity-row-note">{m.organisation.sameRegion}</span>}
      {moved && data?.region.code === recorded
        ? data.became.map((act) => (
            <p key={`${act.on} ${act.code}`} className="identity-act">
              {act.on} {data.region.name} → {act.name}
              <span className="al-quiet">{act.source}</span>
            </p>
          ))
        : null}
    </>
  )
}
