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
              <p>
                <What deed={deed} /> {deed.result === 'refused' ? <Tag>{m.recent.refused}</Tag> : null}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** The deed and what it was done to; the way to the record lies on its name, or on the deed where it has none. */
const What = ({ deed: { title, subject, address } }: { deed: Deed }) => {
  const say = useSay()
  const last = say(subject ?? title)
  return (
    <>
      {subject === null ? null : `${say(title)} `}
      {address === null ? last : <Link to={address}>{last}</Link>}
    </>
  )
}
