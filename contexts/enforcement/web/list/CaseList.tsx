import { useState } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useShortcut } from '../../../../ui/keys.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay, useSession } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { causeNames, outcomeNames, stateNames } from '../../contract/names.ts'
import { routes } from '../../contract/routes.ts'
import { causes } from '../../rules/causes.ts'
import { outcomes, states } from '../../rules/case.ts'
import { tallyFigures } from '../../rules/tally.ts'
import { messages } from '../messages.ts'
import { amount, titled } from '../text.ts'
import { useCaseColumns, type CaseLine } from './columns.tsx'
import { DueStrip } from './DueStrip.tsx'
import { RegionChip } from './regions.ts'

const useNarrow = createMediaFollower('(max-width: 800px)')

const none = {
  region: '',
  unitId: '',
  hazardId: '',
  state: '',
  cause: '',
  outcome: '',
  procedure: '',
  open: '',
  late: '',
  owed: '',
  counts: '',
  from: '',
  to: '',
  dueFrom: '',
  dueTo: '',
  find: '',
  order: '',
}

type Values = typeof none

const asked = (values: Values): Record<string, string> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

const tabOf = ({ owed, late, open }: Values): string =>
  owed === 'true' ? 'mine' : late === 'true' ? 'late' : open === 'true' ? 'open' : 'all'

/** Cases as an authority sees them: views, filters, what they come to, what is due when. */
export const CaseList = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { post } = useSession()
  const mayPropose = useMay('case.propose')
  const [values, set] = useFilters<keyof Values>(none)
  const [typed, setTyped] = useState(values.find)
  const today = dateText(useNow(60_000))
  const order = values.order === 'due' ? 'due' : 'newest'
  const { order: _order, ...filter } = values
  const list = usePagedRead<CaseLine>(routes.cases, { query: asked(values) })
  const summary = useRead(routes.caseSummary, { query: asked({ ...filter, order: '' }) }, { keepFormer: true })
  // The strip shows what may be chosen, so it does not follow what is chosen on it.
  const due = useRead(routes.caseSummary, { query: asked({ ...filter, dueFrom: '', dueTo: '', order: '' }) }, { keepFormer: true })
  const leads = useRead(routes.leads, { query: { limit: 1 } }, { follows: ['hazards'] })
  const columns = useCaseColumns(order, narrow, false)
  useShortcut({ keys: 'n', title: { zh: messages.zh.propose, en: messages.en.propose }, when: mayPropose }, () => navigate('/cases/new'))
  const nameOf = (names: { readonly [key: string]: { readonly zh: string; readonly en: string } }, keys: readonly string[]) =>
    keys.map((value) => ({ value, label: titled(names[value]?.[language] ?? value, language) }))
  const filtered = Object.keys(asked({ ...values, open: '', order: '' })).length > 0
  const days = due.data?.dueDays ?? []
  return (
    <>
      <PageHead
        title={m.title}
        note={post.regionPath.join(' / ')}
        rule={false}
        actions={
          <>
            <ExportButton list="enforcement.cases" title={m.title} query={asked(values)} total={list.total} />
            {mayPropose ? (
              <ButtonLink to="/cases/new" kind="primary" icon="plus" shortcut={narrow ? undefined : 'N'}>
                {m.propose}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Tabs
        label={m.title}
        chosen={tabOf(values)}
        tabs={[
          { id: 'open', title: m.tabs.open, to: '/cases?open=true' },
          { id: 'mine', title: m.tabs.mine, to: '/cases?owed=true' },
          { id: 'late', title: m.tabs.late, to: '/cases?open=true&late=true' },
          { id: 'all', title: m.tabs.all, to: '/cases' },
          { id: 'leads', title: m.tabs.leads, count: leads.data?.total, to: '/cases/leads' },
        ]}
      />
      <Filters
        filters={[
          { name: 'cause', label: m.filters.cause, value: values.cause, options: nameOf(causeNames, causes) },
          { name: 'state', label: m.filters.state, value: values.state, options: nameOf(stateNames, states) },
          { name: 'outcome', label: m.filters.outcome, value: values.outcome, options: nameOf(outcomeNames, outcomes) },
          {
            name: 'procedure',
            label: m.filters.procedure,
            value: values.procedure,
            options: (['ordinary', 'simple'] as const).map((value) => ({ value, label: titled(m.procedures[value], language) })),
          },
          ...(values.hazardId === ''
            ? []
            : [
                {
                  name: 'hazardId',
                  label: m.filters.hazard,
                  value: values.hazardId,
                  options: [{ value: values.hazardId, label: m.filters.thisHazard }],
                },
              ]),
          ...(values.counts === ''
            ? []
            : [
                {
                  name: 'counts',
                  label: m.filters.counts,
                  value: values.counts,
                  options: tallyFigures.map((value) => ({ value, label: titled(m.counts[value], language) })),
                },
              ]),
        ]}
        onChange={(name, value) => set({ [name]: value })}
      >
        <FindBox
          value={typed}
          onChange={(find) => {
            setTyped(find)
            set({ find })
          }}
          label={m.filters.find}
          placeholder={m.filters.find}
        />
        <RegionChip label={m.filters.region} value={values.region} onChange={(region) => set({ region })} />
        {values.from + values.to === '' ? null : (
          <>
            <DayChip label={m.filters.from} value={values.from} onChange={(from) => set({ from })} />
            <DayChip label={m.filters.to} value={values.to} onChange={(to) => set({ to })} />
          </>
        )}
      </Filters>
      {summary.data === undefined ? null : (
        <p className="case-summary">
          {m.summary(
            amount(summary.data.total),
            amount(summary.data.open),
            amount(summary.data.late),
            amount(summary.data.fineYuan),
            amount(summary.data.paidYuan),
          )}
        </p>
      )}
      {narrow || (days.length === 0 && values.dueFrom + values.dueTo === '') ? null : (
        <DueStrip days={days} today={today} dueFrom={values.dueFrom} dueTo={values.dueTo} onChoose={set} />
      )}
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ unitId, caseId }) => `${unitId}/${caseId}`}
        label={m.title}
        onOpen={({ unitId, caseId }) => navigate(`/cases/${unitId}/${caseId}`)}
        onOrder={(column, direction) => set({ order: direction === null || column === 'newest' ? '' : column })}
        empty={
          filtered ? (
            <Empty title={m.noMatch} icon="filter" action={<Button onClick={() => set({ ...none })}>{m.filters.reset}</Button>}>
              {m.noMatchNext}
            </Empty>
          ) : (
            <Empty title={m.empty} icon="shield" action={mayPropose ? <ButtonLink to="/cases/leads">{m.leads}</ButtonLink> : undefined}>
              {m.emptyNext}
            </Empty>
          )
        }
      />
    </>
  )
}
