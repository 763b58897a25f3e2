import { useMemo } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { drawRoutes as routes } from '../../contract/drawRoutes.ts'
import { RegionChip } from '../bulletins/regions.ts'
import { messages } from './messages.ts'
import type { DrawLine } from './records.ts'
import { Views } from './Views.tsx'
import './rechecks.css'

const useColumns = (): readonly Column<DrawLine>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(
    (): readonly Column<DrawLine>[] => [
      {
        key: 'name',
        title: m.draws.name,
        leading: true,
        render: ({ name, cancelledAt, doneAt }) => (
          <>
            {name} {cancelledAt === null ? null : <Tag tone="silent">{m.draws.cancelled}</Tag>}
            {doneAt === null || cancelledAt !== null ? null : <Tag>{m.draws.done}</Tag>}
          </>
        ),
      },
      { key: 'region', title: m.region, width: language === 'zh' ? 112 : 150, render: ({ regionName }) => regionName[language] },
      { key: 'period', title: m.draws.period, width: 190, render: ({ from, to }) => `${from} – ${to}` },
      { key: 'frame', title: m.draws.frame, width: 80, align: 'right', render: ({ frameSize }) => frameSize.toLocaleString('en') },
      { key: 'drawn', title: m.draws.drawn, width: 72, align: 'right', render: ({ drawn }) => drawn.toLocaleString('en') },
      { key: 'settled', title: m.draws.settled, width: 80, align: 'right', render: ({ settled }) => settled.toLocaleString('en') },
      {
        key: 'false',
        title: m.draws.falseClosures,
        width: 84,
        align: 'right',
        render: ({ falseClosures }) => falseClosures.toLocaleString('en'),
      },
      { key: 'maker', title: m.draws.maker, width: 96, render: ({ madeByName }) => madeByName },
      { key: 'at', title: m.draws.madeAt, width: 116, align: 'right', render: ({ madeAt }) => dayMinuteText(madeAt) },
    ],
    [m, language],
  )
}

/** Every draw in sight, the cancelled ones too. */
const DrawsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const mayDraw = useMay('draw.make')
  const [{ region }, setValues] = useFilters({ region: '' })
  const list = usePagedRead<DrawLine>(routes.draws, { query: region === '' ? {} : { region } })
  const columns = useColumns()
  const draw = mayDraw ? (
    <ButtonLink to="/draws/new" kind="primary" icon="plus">
      {m.drawTitle}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHead
        title={m.draws.title}
        note={m.draws.note}
        actions={
          <>
            <ExportButton list="supervision.draws" title={m.draws.title} query={{ region }} total={list.total} />
            {draw}
          </>
        }
        rule={false}
      />
      <Views chosen="draws" />
      <Filters filters={[]} onChange={() => undefined}>
        <RegionChip label={m.region} value={region} onChange={(code) => setValues({ region: code })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ id }) => id}
        label={m.draws.title}
        onOpen={({ id }) => navigate(`/draws/${id}`)}
        empty={
          <Empty title={m.draws.empty} icon="eye" action={draw}>
            {m.draws.emptyNext}
          </Empty>
        }
      />
    </>
  )
}

export default DrawsPage
