import { Confirm } from '../../../ui/Dialog.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'

/** Before a sign-out that leaves something unsent on the device. */
export const LeaveConfirm = ({ unsent, onClose, leave }: { unsent: number; onClose: () => void; leave: () => Promise<void> }) => {
  const m = useMessages(messages)
  return (
    <Confirm
      open
      onClose={onClose}
      title={m.leave.title}
      effects={[m.leave.left(unsent), m.leave.stays, m.leave.packs]}
      confirm={m.leave.confirm}
      onConfirm={leave}
    />
  )
}

export default LeaveConfirm
