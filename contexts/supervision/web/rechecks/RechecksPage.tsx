import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { outcomeNames, stateNames } from '../../contract/inspectionNames.ts'
import { recheckFigures, recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import { outcomes, recheckStates } from '../../rules/recheck.ts'
import { RegionChip } from '../bulletins/regions.ts'
import { useRecheckColumns } from './columns.tsx'
import { messages } from './messages.ts'
import type { RecheckLine } from './records.ts'
import { Views } from './Views.tsx'
import './rechecks.css'

/** `mine` and `confirmable` are the views as the route, and so an export, names them. */
const defaults = {
  view: 'all',
  mine: '',
  confirmable: '',
  region: '',
  state: '',
  outcome: '',
  counts: '',
  from: '',
  to: '',
  closerId: '',
  hazardId: '',
  unitId: '',
}

/** Rechecks in sight; the view and the filters stand in the address. */
const RechecksPage = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const mayDraw = useMay('draw.make')
  const [{ view: asked, mine, confirmable, ...values }, setValues] = useFilters(defaults)
  const view = asked === 'mine' || mine === 'true' ? 'mine' : asked === 'confirm' || confirmable === 'true' ? 'confirm' : 'all'
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const query = { ...given, ...(view === 'mine' ? { mine: 'true' } : view === 'confirm' ? { confirmable: 'true' } : {}) }
  const list = usePagedRead<RecheckLine>(routes.rechecks, { query })
  const columns = useRecheckColumns()
  const draw = mayDraw ? (
    <ButtonLink to="/draws/new" kind="primary" icon="plus">
      {m.drawTitle}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHead
        title={m.title}
        note={m.note}
        actions={
          <>
            <ExportButton list="supervision.rechecks" title={m.title} query={query} total={list.total} />
            {draw}
          </>
        }
        rule={false}
      />
      <Views chosen={view} />
      <Filters
        filters={[
          {
            name: 'state',
            label: m.state,
            value: values.state,
            options: recheckStates.map((value) => ({ value, label: stateNames[value][language] })),
          },
          {
            name: 'outcome',
            label: m.outcome,
            value: values.outcome,
            options: outcomes.map((value) => ({ value, label: outcomeNames[value][language] })),
          },
          {
            name: 'counts',
            label: m.counts.label,
            value: values.counts,
            options: recheckFigures.map((value) => ({ value, label: m.counts[value] })),
          },
          ...(values.closerId === ''
            ? []
            : [
                {
                  name: 'closerId',
                  label: m.closer,
                  value: values.closerId,
                  options: [{ value: values.closerId, label: list.rows[0]?.closerName ?? '' }],
                },
              ]),
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
      >
        <RegionChip label={m.region} value={values.region} onChange={(region) => setValues({ region })} />
        <DayChip label={m.from} value={values.from} onChange={(from) => setValues({ from })} />
        <DayChip label={m.to} value={values.to} onChange={(to) => setValues({ to })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ recheckId }) => recheckId}
        label={m.title}
        onOpen={({ unitId, recheckId }) => navigate(`/rechecks/${unitId}/${recheckId}`)}
        empty={
          Object.keys(given).length === 0 ? (
            <Empty title={m.empty[view]} icon="eye" action={view === 'all' ? draw : undefined}>
              {view === 'mine' ? m.empty.mineNext : view === 'confirm' ? m.empty.confirmNext : m.empty.allNext}
            </Empty>
          ) : (
            <Empty title={m.noMatch} icon="filter" action={<Button onClick={() => setValues({ ...defaults, view })}>{m.clear}</Button>} />
          )
        }
      />
    </>
  )
}

export default RechecksPage
