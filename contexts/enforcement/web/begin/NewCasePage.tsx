import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/routes.ts'
import { messages } from '../messages.ts'
import { BeginForm } from './BeginForm.tsx'
import { UnitField } from './UnitField.tsx'
import '../cases.css'

/** Out of a lead, a hazard or a failed duty: what is proposed, or decided on the spot. */
const NewCasePage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const [values, set] = useFilters({ unitId: '', hazardId: '', cause: '' })
  const query = useRead(routes.unitForCase, { params: { unitId: values.unitId } }, { enabled: values.unitId !== '' })
  return (
    <>
      <PageHead title={m.begin.title} crumbs={[{ title: m.title, to: '/cases?open=true' }]} />
      <div className="case-form">
        <UnitField name={values.unitId === '' ? null : (query.data?.name ?? '…')} onChoose={(unitId) => set({ unitId, hazardId: '' })} />
        {values.unitId === '' ? (
          <p className="al-quiet">{m.begin.chooseUnit}</p>
        ) : (
          <Read query={query} rows={6}>
            {(unit) => (
              <BeginForm
                key={unit.unitId}
                unit={unit}
                hazardId={values.hazardId}
                cause={values.cause}
                onDone={(caseId) => navigate(`/cases/${unit.unitId}/${caseId}`)}
              />
            )}
          </Read>
        )}
      </div>
    </>
  )
}

export default NewCasePage
