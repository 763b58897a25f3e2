import { Link } from '../../../../ui/address.tsx'
import { shortText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { useNow } from '../../../../ui/serverClock.ts'
import type { ImportView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'
import { StateTag, Strip } from './parts.tsx'

/** Told in full, each with its link. */
const mostTold = 3

/** That the very same file was sent earlier, when, by whom, and what became of it. */
export const SentBefore = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const now = useNow(60_000)
  if (view.sentBefore.length === 0) return null
  return (
    <Strip icon="copy" title={m.match.sentBefore}>
      <ul>
        {view.sentBefore.slice(0, mostTold).map(({ importId, at, by, taken, state }) => (
          <li key={importId}>
            <Link to={`/imports/${importId}`}>{m.match.sentBeforeOne(shortText(at, now), by ?? m.someone, taken)}</Link>{' '}
            <StateTag state={state} />
          </li>
        ))}
      </ul>
      <p className="al-quiet">{m.match.sentBeforeNote}</p>
    </Strip>
  )
}
