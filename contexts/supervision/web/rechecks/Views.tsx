import { useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import { messages } from './messages.ts'

export type View = 'mine' | 'confirm' | 'all' | 'draws' | 'closers'

/** The views of rechecks beside each other, and the draws they come from. */
export const Views = ({ chosen }: { chosen: View }) => {
  const m = useMessages(messages)
  const mayConfirm = useMay('recheck.confirm')
  const maySeeDraws = useMay('draw.read')
  const mine = useRead(routes.rechecks, { query: { mine: 'true', limit: 1 } }).data?.total
  const confirm = useRead(routes.rechecks, { query: { confirmable: 'true', limit: 1 } }, { enabled: mayConfirm }).data?.total
  const tabs = [
    { id: 'all', title: m.views.all, to: '/rechecks' },
    { id: 'mine', title: m.views.mine, count: mine, to: '/rechecks?view=mine' },
    ...(mayConfirm ? [{ id: 'confirm', title: m.views.confirm, count: confirm, to: '/rechecks?view=confirm' }] : []),
    ...(maySeeDraws ? [{ id: 'draws', title: m.views.draws, to: '/draws' }] : []),
    { id: 'closers', title: m.views.closers, to: '/closers' },
  ]
  return <Tabs label={m.viewsLabel} chosen={chosen} tabs={tabs} />
}
