import { useMemo } from 'react'
import { Link, useFilters } from '../../../../ui/address.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import { leastForShare } from '../../rules/recheck.ts'
import { RegionChip } from '../bulletins/regions.ts'
import { messages } from './messages.ts'
import type { Closer } from './records.ts'
import { Views } from './Views.tsx'
import './rechecks.css'

const defaults = { region: '', from: '', to: '' }

/** False closures by who had closed, of so many that were rechecked; each number opens its rechecks. */
const ClosersPage = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [values, setValues] = useFilters(defaults)
  const asked = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const query = useRead(routes.closers, { query: asked })
  const columns = useMemo((): readonly Column<Closer>[] => {
    const to = ({ personId }: Closer, more: Record<string, string>): string =>
      `/rechecks?${new URLSearchParams({ closerId: personId, ...asked, ...more }).toString()}`
    return [
      { key: 'name', title: m.closers.name, leading: true, render: ({ name }) => name },
      { key: 'organisation', title: m.closers.organisation, width: 200, render: ({ organisationName }) => organisationName ?? '' },
      { key: 'region', title: m.region, width: language === 'zh' ? 112 : 150, render: ({ regionName }) => regionName[language] },
      {
        key: 'judged',
        title: m.closers.judged,
        width: 90,
        align: 'right',
        render: (row) => <Link to={to(row, { state: 'settled' })}>{row.judged.toLocaleString('en')}</Link>,
      },
      {
        key: 'false',
        title: m.closers.falseClosures,
        width: 100,
        align: 'right',
        render: (row) =>
          row.falseClosures === 0 ? '0' : <Link to={to(row, { counts: 'falseClosures' })}>{row.falseClosures.toLocaleString('en')}</Link>,
      },
      {
        key: 'share',
        title: m.closers.share,
        width: language === 'zh' ? 150 : 160,
        align: 'right',
        render: ({ judged, falseClosures }) =>
          judged < leastForShare ? (
            <span className="al-quiet">{m.closers.tooFew(leastForShare)}</span>
          ) : (
            `${((falseClosures / judged) * 100).toFixed(1)}%`
          ),
      },
    ]
  }, [m, language, asked])
  return (
    <>
      <PageHead
        title={m.closers.title}
        note={m.closers.note}
        actions={<ExportButton list="supervision.closers" title={m.closers.title} query={asked} total={query.data?.rows.length} />}
        rule={false}
      />
      <Views chosen="closers" />
      <Filters filters={[]} onChange={() => undefined}>
        <RegionChip label={m.region} value={values.region} onChange={(region) => setValues({ region })} />
        <DayChip label={m.from} value={values.from} onChange={(from) => setValues({ from })} />
        <DayChip label={m.to} value={values.to} onChange={(to) => setValues({ to })} />
      </Filters>
      <p className="rechecks-caution">{m.closers.caution(leastForShare)}</p>
      <Read query={query} rows={6} what={m.closers.title}>
        {({ rows }) => (
          <DataTable
            rows={rows}
            total={rows.length}
            columns={columns}
            rowKey={({ personId }) => personId}
            label={m.closers.title}
            empty={
              <Empty title={m.closers.empty} icon="people">
                {m.closers.emptyNext}
              </Empty>
            }
          />
        )}
      </Read>
    </>
  )
}

export default ClosersPage
