import { useNavigate } from '../../../../ui/address.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/routes.ts'
import { messages } from '../messages.ts'
import { useCaseColumns, type CaseLine } from './columns.tsx'

const useNarrow = createMediaFollower('(max-width: 800px)')

/** The cases of which the reader's unit was told. */
export const OwnList = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { post } = useSession()
  const list = usePagedRead<CaseLine>(routes.ownCases, { query: {} })
  const columns = useCaseColumns('newest', narrow, true).map(({ order: _order, ...column }) => column)
  return (
    <>
      <PageHead
        title={m.ownTitle}
        note={post.organisationName}
        actions={<ExportButton list="enforcement.ownCases" title={m.ownTitle} query={{}} total={list.total} />}
      />
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ unitId, caseId }) => `${unitId}/${caseId}`}
        label={m.ownTitle}
        onOpen={({ unitId, caseId }) => navigate(`/cases/${unitId}/${caseId}`)}
        empty={
          <Empty title={m.ownEmpty} icon="shield">
            {m.ownEmptyNext}
          </Empty>
        }
      />
    </>
  )
}
