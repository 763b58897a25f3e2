import { useMemo } from 'react'
import { Link } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { usePagedRead, useWrite } from '../../../../ui/query.ts'
import { Empty, Problem } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import type { Campaign, Removal } from './records.ts'

/** What was taken out of a campaign: when, by whom and why. */
export const RemovedList = ({ campaign, mayPutBack }: { campaign: Campaign; mayPutBack: boolean }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const list = usePagedRead<Removal>(routes.removedTargets, { params: { id: campaign.id } })
  const put = useWrite(routes.addTargets)
  const { write } = put
  const columns = useMemo((): readonly Column<Removal>[] => {
    const back = async (unitId: string): Promise<void> => {
      const done = await attempt(write({ params: { id: campaign.id }, body: { unitIds: [unitId] } }))
      if (done) tell({ text: m.targets.putBackDone(done.value.added) })
    }
    return [
      { key: 'name', title: m.targets.name, leading: true, render: (row) => <Link to={`/units/${row.unitId}`}>{row.unitName}</Link> },
      regionColumn(m.targets.region, language),
      { key: 'reason', title: m.targets.reason, width: 320, render: (row) => row.reason },
      { key: 'by', title: m.targets.removedBy, width: 110, render: (row) => row.personName },
      { key: 'at', title: m.targets.removedAt, width: 120, align: 'right', render: (row) => dayMinuteText(row.at) },
      ...(mayPutBack
        ? [
            {
              key: 'back',
              title: '',
              width: 110,
              render: (row: Removal) => (
                <Button kind="bare" onClick={() => void back(row.unitId)} aria-label={`${m.targets.putBack} ${row.unitName}`}>
                  {m.targets.putBack}
                </Button>
              ),
            },
          ]
        : []),
    ]
  }, [m, language, campaign.id, mayPutBack, write])
  return (
    <>
      <Problem problem={put.error} />
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.id}
        label={m.targets.scopes.removed}
        empty={<Empty title={m.targets.emptyRemoved} icon="list" />}
      />
    </>
  )
}
