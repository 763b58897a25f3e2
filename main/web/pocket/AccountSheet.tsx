import { useState } from 'react'
import { Button, ButtonLink, RefusedAction } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useNetwork } from '../../../ui/network.ts'
import { useSession } from '../../../ui/session.ts'
import { Problem } from '../../../ui/states.tsx'
import { useSessionDeeds } from '../session.ts'
import { LanguageSwitch, ThemeSwitch } from '../switches.tsx'
import { LeaveConfirm } from './LeaveConfirm.tsx'
import { messages } from './messages.ts'
import { offlineRefusals } from './offlineRefusals.ts'
import { unsentOf } from './outboxes.ts'

/** Whose phone it is at present, language and theme, and the way out. */
const AccountSheet = ({ onClose }: { onClose: () => void }) => {
  const m = useMessages(messages)
  const { person, post } = useSession()
  const { online } = useNetwork()
  const { signOut } = useSessionDeeds()
  const [unsent, setUnsent] = useState(0)
  const [problem, setProblem] = useState<unknown>(null)
  const leave = async (): Promise<void> => {
    setProblem(null)
    try {
      const left = await unsentOf(person.id)
      if (left > 0) setUnsent(left)
      else await signOut()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  if (unsent > 0) return <LeaveConfirm unsent={unsent} onClose={onClose} leave={signOut} />
  return (
    <Dialog open onClose={onClose} title={m.account} form="sheet">
      <div className="pocket-account">
        <p>
          <b>{person.name}</b>
          <span>{post.title}</span>
          <span>{post.organisationName}</span>
        </p>
        <div className="pocket-account-row">
          <span>{m.language}</span>
          <LanguageSwitch />
        </div>
        <div className="pocket-account-row">
          <span>{m.theme}</span>
          <ThemeSwitch />
        </div>
        <ButtonLink to="/" icon="desk" large wide>
          {m.desk}
        </ButtonLink>
        {online ? (
          <Button icon="leave" large wide onClick={() => void leave()}>
            {m.signOut}
          </Button>
        ) : (
          <RefusedAction title={m.signOut} because={offlineRefusals.signOutOffline} />
        )}
        <Problem problem={problem} />
      </div>
    </Dialog>
  )
}

export default AccountSheet
