import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../../ui/api.ts'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { readKey, usePagedRead, useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import { CoverageBar, PeriodText } from './parts.tsx'
import type { Phase } from './period.ts'
import type { Campaign, Progress } from './records.ts'
import './campaigns.css'

const defaults = { phase: 'running', find: '' }
const phases: readonly Phase[] = ['running', 'coming', 'ended']
const phaseOf = (text: string): Phase => phases.find((phase) => phase === text) ?? 'running'

/** Campaigns that the server tells of in one question. */
const mostAtOnce = 50

type Row = Campaign & { readonly progress: Progress | undefined; readonly known: boolean }

const useColumns = (): readonly Column<Row>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo((): readonly Column<Row>[] => {
    const count = (key: 'found' | 'closed' | 'major' | 'overdue', title: string): Column<Row> => ({
      key,
      title,
      width: 60,
      align: 'right',
      render: ({ known, progress }) => (known ? (progress?.[key] ?? 0).toLocaleString('en') : ''),
    })
    return [
      {
        key: 'name',
        title: m.name,
        leading: true,
        render: (row) => (
          <span className="campaigns-name">
            {row.kind === 'flood' ? <Tag tone="accent">{m.kinds.flood}</Tag> : null}
            <span>{row.name}</span>
            {row.endedOn === null ? null : (
              <Tag tone="silent">{row.to < row.from ? m.calledOff(row.endedOn) : m.endedEarly(row.endedOn)}</Tag>
            )}
          </span>
        ),
      },
      regionColumn(m.region, language),
      { key: 'period', title: m.period, width: 180, render: (row) => m.periodText(row.from, row.to) },
      { key: 'left', title: m.left, width: 116, align: 'right', render: (row) => <PeriodText campaign={row} /> },
      {
        key: 'coverage',
        title: m.coverage,
        width: 252,
        render: ({ known, progress, goalPercent }) =>
          known ? <CoverageBar checked={progress?.checked ?? 0} units={progress?.units ?? 0} goal={goalPercent} /> : '',
      },
      count('found', m.foundShort),
      count('closed', m.closed),
      count('major', m.major),
      count('overdue', m.overdueShort),
    ]
  }, [m, language])
}

/** Running campaigns, those to come and those that are over, each with how far it has come. */
const CampaignsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const mayAdd = useMay('campaign.add')
  const [{ phase: asked, find }, setValues] = useFilters(defaults)
  const phase = phaseOf(asked)
  const columns = useColumns()
  const list = usePagedRead<Campaign>(routes.campaigns, { query: { phase, limit: mostAtOnce, ...(find === '' ? {} : { find }) } })
  const ids = list.rows.map(({ id }) => id)
  const progress = useProgress(ids)
  const counts = { running: usePhaseCount('running'), coming: usePhaseCount('coming'), ended: usePhaseCount('ended') }
  useShortcut({ keys: 'n', title: { zh: '发起专项行动', en: 'Begin a campaign' }, when: mayAdd }, () => navigate('/campaigns/new'))
  const add = mayAdd ? (
    <ButtonLink to="/campaigns/new" kind="primary" icon="plus" shortcut="N">
      {m.add}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHead
        title={m.title}
        actions={
          <>
            <ExportButton list="hazards.campaigns" title={m.title} query={{ phase, find }} total={list.total} />
            {add}
          </>
        }
        rule={false}
      />
      <Tabs
        label={m.list}
        chosen={phase}
        tabs={phases.map((each) => ({
          id: each,
          title: m.phases[each],
          count: counts[each],
          to: `/campaigns?phase=${each}`,
        }))}
      />
      <div className="campaigns-find">
        <FindBox value={find} onChange={(text) => setValues({ find: text })} label={m.find} placeholder={m.find} />
      </div>
      <DataTable
        {...list}
        rows={list.rows.map((row) => ({ ...row, ...progress(row.id) }))}
        columns={columns}
        rowKey={(row) => row.id}
        label={m.title}
        onOpen={(row) => navigate(`/campaigns/${row.id}`)}
        empty={
          find === '' ? (
            <Empty title={m.emptyPhase[phase]} icon="layers" action={add}>
              {m.emptyNext}
            </Empty>
          ) : (
            <Empty title={m.noMatch} icon="filter" />
          )
        }
      />
    </>
  )
}

const usePhaseCount = (phase: Phase): number | undefined => useRead(routes.campaigns, { query: { phase, limit: 1 } }).data?.total

/** How far the campaigns listed have come, asked by as many as the server tells at once. */
const useProgress = (ids: readonly string[]) => {
  const pages = Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, page) =>
    ids.slice(page * mostAtOnce, (page + 1) * mostAtOnce),
  )
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { query: { ids: page.join(',') } }
      return {
        queryKey: readKey(routes.campaignProgress, input),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(routes.campaignProgress, input, { signal }),
      }
    }),
  })
  return (id: string): { readonly progress: Progress | undefined; readonly known: boolean } => {
    const answer = answers[pages.findIndex((page) => page.includes(id))]?.data
    return { progress: answer?.rows.find(({ campaignId }) => campaignId === id), known: answer !== undefined }
  }
}

export default CampaignsPage
