import { usePathParameters } from '../../../../ui/address.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Forbidden, Read } from '../../../../ui/states.tsx'
import { actions } from '../../contract/actions.ts'
import { routes } from '../../contract/routes.ts'
import { CaseView } from './CaseView.tsx'
import { OwnView } from './OwnView.tsx'
import '../cases.css'

type Keys = { readonly unitId: string; readonly caseId: string }

/** One case: its authority's record, or what its party is told of it. */
const CasePage = () => {
  const params = usePathParameters<'unitId' | 'caseId'>()
  const reads = useMay('case.read')
  const own = useMay('case.readOwn')
  if (reads) return <Whole params={params} />
  return own ? <Own params={params} /> : <Forbidden grantedTo={[...actions['case.read'], ...actions['case.readOwn']]} />
}

const Whole = ({ params }: { params: Keys }) => {
  const query = useRead(routes.caseRecord, { params }, { follows: ['enforcement'] })
  return (
    <Read query={query} rows={9}>
      {(record) => <CaseView key={record.recordId} record={record} />}
    </Read>
  )
}

const Own = ({ params }: { params: Keys }) => {
  const query = useRead(routes.ownCase, { params }, { follows: ['enforcement'] })
  return (
    <Read query={query} rows={9}>
      {(record) => <OwnView key={record.recordId} record={record} />}
    </Read>
  )
}

export default CasePage
