import { Link } from '../../../ui/address.tsx'
import { Tag } from '../../../ui/Button.tsx'
import { fullText, shortText } from '../../../ui/instant.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useNow } from '../../../ui/serverClock.ts'
import { Empty } from '../../../ui/states.tsx'
import { messages } from './messages.ts'
import type { Deed } from './useDesk.ts'

/** One's own last deeds, to be opened again. */
export const RecentList = ({ deeds }: { deeds: readonly Deed[] }) => {
  const m = useMessages(messages)
  const say = useSay()
  const now = useNow(60_000)
  return (
    <Section title={m.recent.title} rule="none" note={m.recent.note}>
      {deeds.length === 0 ? (
        <Empty title={m.recent.empty} icon="history">
          {m.recent.emptyNext}
        </Empty>
      ) : (
        <ol className="desk-recent">
          {deeds.map((deed, index) => (
            <li key={`${deed.at} ${index}`}>
              <time dateTime={deed.at} title={fullText(deed.at)}>
                {shortText(deed.at, now)}
              </time>
              <span>
                {say(deed.title)} <Subject deed={deed} /> {deed.result === 'refused' ? <Tag>{m.recent.refused}</Tag> : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** What the deed was done to, opened where it has a page. */
const Subject = ({ deed: { subject, address } }: { deed: Deed }) => {
  const m = useMessages(messages)
  const say = useSay()
  if (address === null) return subject === null ? null : <span className="al-quiet">{say(subject)}</span>
  // One's own account needs no name.
  return <Link to={address}>{subject === null ? m.recent.open : say(subject)}</Link>
}
