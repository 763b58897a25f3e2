import { Link } from '../../../ui/address.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'
import { RegionPath, useRegion } from './regions.ts'
import { regionName } from '../../../ui/choosing/regionText.ts'
import { actsOf } from './succession.ts'

/** Where a record counts now; where that is another region than on its paper, the acts that moved it, with day and source. */
export const RecordedRegion = ({ recorded, current }: { recorded: string; current: string }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useRegion(recorded)
  const moved = recorded !== current
  return (
    <>
      <Link to={`/regions/${current}`} className="identity-link">
        <RegionPath code={current} />
      </Link>
      {moved ? null : <span className="identity-row-note">{m.organisation.sameRegion}</span>}
      {moved && data?.region.code === recorded
        ? actsOf(data.became).map(({ on, source, rows }) => (
            <p key={`${on} ${source}`} className="identity-act">
              {on} {regionName(data.region, language)} →{' '}
              {rows.map((row) => regionName(row, language)).join(language === 'zh' ? '、' : ', ')}
              <span className="al-quiet">{source}</span>
            </p>
          ))
        : null}
    </>
  )
}
