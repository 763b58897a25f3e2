import { useMemo, useState } from 'react'
import { usePathParameters } from '../../../../ui/address.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { createMediaFollower } from '../../../../ui/media.ts'
import { Columns } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { actionNames } from '../../contract/names.ts'
import { routes } from '../../contract/index.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { ActionDrawer } from './ActionDrawer.tsx'
import { Actions } from './Actions.tsx'
import { chooseActions } from './choose.ts'
import { Clocks } from './Clocks.tsx'
import { FiveStrip } from './FiveStrip.tsx'
import { Loop } from './Loop.tsx'
import { useNames } from './names.ts'
import type { HazardRecord } from './record.ts'
import { RecordHead } from './RecordHead.tsx'
import { Side } from './Side.tsx'
import { Story } from './Story.tsx'
import './record.css'

const useNarrow = createMediaFollower('(max-width: 1100px)')

/** One hazard: where it stands in its loop, both clocks, everything that happened, and what this person may do now. */
const RecordPage = () => {
  const params = usePathParameters<'unitId' | 'hazardId'>()
  const query = useRead(routes.hazard, { params })
  return (
    <Read query={query} rows={9}>
      {(record) => <Shown key={record.recordId} record={record} />}
    </Read>
  )
}

const Shown = ({ record }: { record: HazardRecord }) => {
  const names = useNames(record)
  const narrow = useNarrow()
  const choice = useMemo(() => chooseActions(record), [record])
  const [acting, setActing] = useState<ActionKind | null>(null)
  const first = choice.next[0]
  useShortcut(
    {
      keys: 'enter',
      title: first === undefined ? { zh: '办理', en: 'Act' } : actionNames[first],
      when: first !== undefined && acting === null,
    },
    (event) => {
      // On a link or a button Enter keeps its own meaning.
      if (event.target instanceof HTMLElement && event.target.closest('a, button, summary')) event.target.click()
      else if (first !== undefined) setActing(first)
    },
  )
  const actions = <Actions record={record} choice={choice} names={names} onAct={setActing} />
  return (
    <div className="hazard-record">
      <RecordHead record={record} names={names} />
      {narrow ? actions : null}
      <Columns
        side={
          <>
            {narrow ? null : actions}
            <Side record={record} names={names} />
          </>
        }
      >
        <Loop record={record} names={names} />
        <Clocks record={record} />
        {record.hazard.level === 'major' ? <FiveStrip hazard={record.hazard} /> : null}
        <Story record={record} names={names} />
      </Columns>
      {acting === null ? null : <ActionDrawer key={acting} kind={acting} record={record} names={names} onClose={() => setActing(null)} />}
    </div>
  )
}

export default RecordPage
