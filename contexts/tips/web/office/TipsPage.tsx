import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { Filters, type Filter } from '../../../../ui/Filters.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../../ui/query.ts'
import { useMay, useSession } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { outcomeNames, rewardStateNames, stateNames, topicNames } from '../../contract/names.ts'
import { routes } from '../../contract/index.ts'
import { outcomes, states, topics } from '../../rules/tip.ts'
import { useTipColumns, type TipLine } from './columns.tsx'
import { addressOf, countChoices, noFilters, queryOf, rewardChoices, viewOf, views, type FilterValues } from './listFilters.ts'
import { messages } from './messages.ts'
import { RegionChip } from './regions.ts'
import './office.css'

const useNarrow = createMediaFollower('(max-width: 800px)')

/** Tips in scope, without anything of who told. */
const TipsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { post } = useSession()
  const mayPosters = useMay('poster.read')
  const [inAddress, change] = useFilters(noFilters)
  const asked = queryOf(inAddress)
  const values: FilterValues = { ...noFilters, ...asked }
  const { order = 'received', ...filter } = asked
  const list = usePagedRead<TipLine>(routes.tips, { query: asked })
  const summary = useRead(routes.tipSummary, { query: filter }, { keepFormer: true })
  const region = values.region === '' ? {} : { region: values.region }
  const everywhere = useRead(routes.tipSummary, { query: region }, { keepFormer: true })
  const columns = useTipColumns(order, narrow)
  const filtered = Object.keys(asked).length > 0
  return (
    <>
      <PageHead
        title={m.title}
        note={post.regionPath.join(' / ')}
        rule={false}
        actions={
          <>
            <ExportButton list="tips.tips" title={m.title} query={asked} total={list.total} />
            {mayPosters ? (
              <ButtonLink to="/tips/posters" icon="scan">
                {m.posters}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Tabs
        label={m.viewsLabel}
        chosen={viewOf(values)}
        tabs={views.map(({ id, filters, count }) => ({
          id,
          title: m.views[id],
          count: count === null ? undefined : everywhere.data?.[count],
          to: addressOf({ ...filters, ...region }),
        }))}
      />
      <TipFilters values={values} onChange={change} />
      {summary.data === undefined ? null : (
        <p className="tips-summary">
          {m.summary(summary.data.total, summary.data.decided, summary.data.substantiated, summary.data.rewardYuan.toLocaleString('en'))}
        </p>
      )}
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ tipId }) => tipId}
        label={m.title}
        onOpen={({ tipId }) => navigate(`/tips/${tipId}`)}
        onOrder={(column, next) => change({ order: next === null || column === 'received' ? '' : column })}
        empty={
          filtered ? (
            <Empty title={m.noMatch} icon="filter" action={<Button onClick={() => change(noFilters)}>{m.reset}</Button>} />
          ) : (
            <Empty title={m.empty} icon="bell" action={mayPosters ? <ButtonLink to="/tips/posters">{m.posters}</ButtonLink> : undefined}>
              {m.emptyNext}
            </Empty>
          )
        }
      />
    </>
  )
}

const TipFilters = ({ values, onChange }: { values: FilterValues; onChange: (next: Partial<FilterValues>) => void }) => {
  const { filters: m, counts } = useMessages(messages)
  const { language } = useLanguage()
  const one = <Value extends string>(
    name: keyof FilterValues,
    label: string,
    all: readonly Value[],
    nameOf: (value: Value) => string,
  ): Filter => ({
    name,
    label,
    value: values[name],
    options: all.map((value) => ({ value, label: nameOf(value) })),
  })
  const counted = values.counts !== '' || values.from !== '' || values.to !== ''
  return (
    <Filters
      filters={[
        one('state', m.state, states, (value) => stateNames[value][language]),
        one('topic', m.topic, topics, (value) => topicNames[value][language]),
        one('outcome', m.outcome, outcomes, (value) => outcomeNames[value][language]),
        one('reward', m.reward, rewardChoices, (value) => rewardStateNames[value][language]),
        ...(counted ? [one('counts', m.counts, countChoices, (value) => counts[value])] : []),
      ]}
      onChange={(name, value) => onChange({ [name]: value })}
    >
      <FindBox value={values.find} onChange={(find) => onChange({ find })} label={m.findLabel} placeholder={m.find} />
      <RegionChip label={m.region} value={values.region} onChange={(region) => onChange({ region })} />
      <DayChip label={m.from} value={values.from} onChange={(from) => onChange({ from })} />
      <DayChip label={m.to} value={values.to} onChange={(to) => onChange({ to })} />
    </Filters>
  )
}

export default TipsPage
