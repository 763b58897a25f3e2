import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { secondText } from '../../ui/instant.ts'
import { useMessages } from '../../ui/language.tsx'
import { useNow } from '../../ui/serverClock.ts'
import { useStateOf } from '../../ui/state.ts'
import { words } from '../../ui/words.ts'
import { useShell } from './shell.ts'

/** A loss shorter than this is not worth a line. */
const graceMilliseconds = 3_000

/** Says that the figures on the screen stand still, since when, and when the next attempt is made. */
export const LostBanner = () => {
  const m = useMessages(words)
  const { live } = useShell()
  const state = useStateOf(live.state)
  const now = useNow(1_000)
  const lostSince = state.phase === 'lost' || state.phase === 'connecting' ? state.lostSince : null
  const shown = lostSince !== null && now - lostSince >= graceMilliseconds
  const since = lostSince === null ? '' : secondText(lostSince)
  return (
    <output className="shell-lost-place">
      {shown ? (
        <div className="shell-lost">
          <Icon name="offline" />
          <span className="shell-lost-text">
            <b>{m.states.lost(since)}</b>
            <span aria-hidden="true">
              {state.phase === 'lost' ? m.states.lostRetryIn(Math.max(0, Math.ceil((state.retryAt - now) / 1_000))) : m.states.lostTrying}
            </span>
          </span>
          <Button icon="refresh" onClick={live.retryNow}>
            {m.states.retryNow}
          </Button>
        </div>
      ) : null}
    </output>
  )
}
