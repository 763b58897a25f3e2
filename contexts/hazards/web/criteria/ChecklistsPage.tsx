import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import { sectors, type Sector } from '../../rules/criteria/checklist.ts'
import { Confidence } from './Confidence.tsx'
import { messages } from './messages.ts'
import type { Heading } from './records.ts'
import './criteria.css'

const defaults = { find: '', sector: '', purpose: '', every: '' }

const useColumns = (): readonly Column<Heading>[] => {
  const m = useMessages(messages)
  const say = useSay()
  return [
    { key: 'name', title: m.name, leading: true, render: (list) => say(list.title) },
    { key: 'sector', title: m.sector, width: 136, render: (list) => say(sectors[list.sector]) },
    { key: 'purpose', title: m.purpose, width: 144, render: (list) => (list.purpose === 'major' ? m.major : m.routine) },
    { key: 'document', title: m.document, width: 190, render: (list) => list.documentNumber ?? '' },
    { key: 'edition', title: m.edition, width: 110, render: (list) => list.edition },
    { key: 'inForce', title: m.inForce, width: 200, render: (list) => m.inForceRange(list.inForceFrom, list.inForceTo) },
    { key: 'items', title: m.items, width: 56, align: 'right', render: (list) => list.items },
    { key: 'confidence', title: m.confidence, width: 96, render: (list) => <Confidence value={list.confidence} /> },
  ]
}

/** Every checklist: what makes a hazard major, and what is asked day by day. */
const ChecklistsPage = () => {
  const m = useMessages(messages)
  const say = useSay()
  const navigate = useNavigate()
  const mayAdd = useMay('criteria.add')
  const [values, setValues] = useFilters(defaults)
  const today = dateText(useNow(60_000))
  const query = useRead(routes.checklists, { query: values.every === '' ? { on: today } : {} }, { keepFormer: true })
  const columns = useColumns()
  const needle = values.find.trim().toLowerCase()
  const holds = (list: Heading): boolean =>
    (values.sector === '' || list.sector === values.sector) &&
    (values.purpose === '' || list.purpose === values.purpose) &&
    [list.title.zh, list.title.en, list.documentNumber ?? '', list.key].some((text) => text.toLowerCase().includes(needle))
  const shown = query.data?.filter(holds)
  return (
    <>
      <PageHead
        title={m.title}
        note={m.note}
        actions={
          mayAdd ? (
            <ButtonLink to="/checklists/new" kind="primary" icon="plus">
              {m.add}
            </ButtonLink>
          ) : undefined
        }
      />
      <Filters
        filters={[
          {
            name: 'sector',
            label: m.sector,
            value: values.sector,
            options: (Object.keys(sectors) as Sector[]).map((value) => ({ value, label: say(sectors[value]) })),
          },
          {
            name: 'purpose',
            label: m.purpose,
            value: values.purpose,
            options: [
              { value: 'major', label: m.major },
              { value: 'routine', label: m.routine },
            ],
          },
          {
            name: 'every',
            label: m.use,
            value: values.every,
            options: [
              { value: '', label: m.onlyNow },
              { value: 'true', label: m.everyEdition },
            ],
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={shown === undefined ? undefined : <output className="hazards-criteria-total">{m.total(shown.length)}</output>}
      >
        <FindBox value={values.find} onChange={(find) => setValues({ find })} label={m.find} placeholder={m.find} />
      </Filters>
      <Read query={query} rows={12} what={m.title}>
        {() => (
          <DataTable
            rows={shown ?? []}
            total={shown?.length}
            columns={columns}
            rowKey={(list) => `${list.key} ${list.edition}`}
            label={m.title}
            onOpen={(list) => navigate(`/checklists/${list.key}?edition=${encodeURIComponent(list.edition)}`)}
            empty={
              <Empty title={m.none} icon="filter" action={<Button onClick={() => setValues(defaults)}>{m.clear}</Button>}>
                {m.noneNext}
              </Empty>
            }
          />
        )}
      </Read>
    </>
  )
}

export default ChecklistsPage
