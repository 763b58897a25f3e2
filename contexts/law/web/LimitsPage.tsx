import { useFilters } from '../../../ui/address.tsx'
import { FindBox } from '../../../ui/FindBox.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { useRead } from '../../../ui/query.ts'
import { Empty, Read } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { LimitTable } from './LimitTable.tsx'
import { messages } from './messages.ts'

const defaults = { find: '', standard: '', confidence: '', tightened: '', unvouched: '', retired: '' }

const confidences = ['high', 'medium', 'low'] as const

/** Every limit the product uses: by which clause, how surely, where, and who made it stricter. */
const LimitsPage = () => {
  const m = useMessages(messages)
  const [values, setValues] = useFilters(defaults)
  const filtered = Object.values(values).some((value) => value !== '')
  const query = useRead(
    routes.limits,
    { query: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) },
    { keepFormer: true },
  )
  const standards = query.data?.standards ?? []
  const inUse = standards.reduce((sum, { limits }) => sum + limits, 0)
  const { filters } = m
  return (
    <>
      <PageHead
        title={m.title}
        note={query.data ? m.note(inUse, standards.length) : undefined}
        actions={<ExportButton list="law.limits" title={m.title} query={values} total={query.data?.total} />}
      />
      <Filters
        filters={[
          {
            name: 'standard',
            label: filters.standard,
            value: values.standard,
            options: standards.map(({ standard, limits }) => ({ value: standard, label: `${standard} · ${limits}` })),
          },
          {
            name: 'confidence',
            label: filters.confidence,
            value: values.confidence,
            options: confidences.map((value) => ({ value, label: m.confidence[value] })),
          },
          {
            name: 'tightened',
            label: filters.tightened,
            value: values.tightened,
            options: [{ value: 'true', label: filters.tightenedOnly }],
          },
          {
            name: 'unvouched',
            label: filters.vouched,
            value: values.unvouched,
            options: [{ value: 'true', label: filters.unvouchedOnly }],
          },
          {
            name: 'retired',
            label: filters.use,
            value: values.retired,
            options: [
              { value: '', label: filters.inUse },
              { value: 'true', label: filters.retiredOnly },
            ],
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={query.data ? <output>{m.total(query.data.total.toLocaleString('en'))}</output> : undefined}
      >
        <FindBox value={values.find} onChange={(find) => setValues({ find })} label={m.find.label} placeholder={m.find.placeholder} />
      </Filters>
      <Read query={query} rows={12} what={m.title}>
        {({ rows }) =>
          rows.length > 0 ? (
            <LimitTable rows={rows} />
          ) : (
            <Empty
              title={m.find.none}
              icon="filter"
              action={filtered ? <Button onClick={() => setValues(defaults)}>{m.find.clear}</Button> : undefined}
            >
              {m.find.noneNext}
            </Empty>
          )
        }
      </Read>
    </>
  )
}

export default LimitsPage
