import { useMay } from '../../../../ui/session.ts'
import { Forbidden } from '../../../../ui/states.tsx'
import { actions } from '../../contract/actions.ts'
import { CaseList } from './CaseList.tsx'
import { OwnList } from './OwnList.tsx'
import '../cases.css'

/** The cases of an authority; for who heads a unit, those against it. */
const CasesPage = () => {
  const reads = useMay('case.read')
  const own = useMay('case.readOwn')
  if (reads) return <CaseList />
  return own ? <OwnList /> : <Forbidden grantedTo={[...actions['case.read'], ...actions['case.readOwn']]} />
}

export default CasesPage
