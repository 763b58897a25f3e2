import { useMemo, useState } from 'react'
import { Link, useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { ChosenBar } from '../../../../ui/ChosenBar.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { usePagedRead, useRead } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import { useMayChange } from './parts.tsx'
import type { Campaign, Target } from './records.ts'
import { useRegionOptions } from '../choosing/regionOptions.ts'
import { narrower } from '../choosing/regionStep.ts'
import { RemovedList } from './RemovedList.tsx'
import { TakeOutDialog } from './TakeOutDialog.tsx'
import { TargetAdder } from './TargetAdder.tsx'

const defaults = { scope: 'register', checked: '', inspectorId: '', region: '', find: '' }
const scopes = ['register', 'unplanned', 'offRegister', 'removed'] as const
type Scope = (typeof scopes)[number]
const scopeOf = (text: string): Scope => scopes.find((scope) => scope === text) ?? 'register'

const useColumns = (): readonly Column<Target>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(
    (): readonly Column<Target>[] => [
      { key: 'name', title: m.targets.name, leading: true, render: (row) => row.name },
      regionColumn(m.targets.region, language),
      { key: 'industry', title: m.targets.industry, width: 200, render: (row) => `${row.industryCode} ${row.industryName}` },
      {
        key: 'checked',
        title: m.targets.checked,
        width: 104,
        render: (row) => (row.checked ? m.targets.isChecked : <span className="al-quiet">{m.targets.notChecked}</span>),
      },
      {
        key: 'inspector',
        title: m.targets.inspector,
        width: 110,
        render: (row) => row.inspectorName ?? <Tag tone="silent">{m.targets.noInspector}</Tag>,
      },
      {
        key: 'hazards',
        title: m.targets.hazards,
        width: 100,
        align: 'right',
        render: (row) =>
          row.openHazards === 0 ? '0' : <Link to={`/hazards?unitId=${row.unitId}&open=true`}>{row.openHazards.toLocaleString('en')}</Link>,
      },
      { key: 'last', title: m.targets.lastChecked, width: 100, align: 'right', render: (row) => row.lastCheckedOn ?? '' },
    ],
    [m, language],
  )
}

/** The units of a campaign, who has them, and which of them were checked. */
export const TargetsTab = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const [values, setValues] = useFilters(defaults)
  const scope = scopeOf(values.scope)
  const mayChange = useMayChange(campaign)
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Filters
        filters={[
          {
            name: 'scope',
            label: m.targets.scope,
            value: scope,
            standing: 'register',
            options: scopes.map((value) => ({ value, label: m.targets.scopes[value] })),
          },
          ...useTargetFilters(campaign, scope, values),
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={
          mayChange ? (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {m.targets.add}
            </Button>
          ) : undefined
        }
      >
        {scope === 'removed' ? null : (
          <FindBox value={values.find} onChange={(find) => setValues({ find })} label={m.targets.find} placeholder={m.targets.find} />
        )}
      </Filters>
      {scope === 'removed' ? (
        <RemovedList campaign={campaign} mayPutBack={mayChange} />
      ) : (
        <TargetList
          campaign={campaign}
          scope={scope}
          values={values}
          mayChange={mayChange}
          onClear={() => setValues(defaults)}
          onAdd={() => setAdding(true)}
        />
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={m.adder.title} form="drawer">
        <TargetAdder campaign={campaign} />
      </Dialog>
    </>
  )
}

type Values = Readonly<Record<keyof typeof defaults, string>>

const useTargetFilters = (campaign: Campaign, scope: Scope, { checked, inspectorId, region }: Values) => {
  const m = useMessages(messages)
  const { post } = useSession()
  const plan = useRead(routes.campaignPlan, { params: { id: campaign.id } })
  const regions = useRegionOptions(narrower(campaign.regionCode, post.regionCode), region)
  if (scope === 'removed') return []
  const ofRegion = { name: 'region', label: m.targets.region, value: region, options: regions }
  if (scope === 'offRegister') return [ofRegion]
  return [
    {
      name: 'checked',
      label: m.targets.checked,
      value: checked,
      options: [
        { value: 'true', label: m.targets.isChecked },
        { value: 'false', label: m.targets.notChecked },
      ],
    },
    ...(scope === 'unplanned'
      ? []
      : [
          {
            name: 'inspectorId',
            label: m.targets.inspector,
            value: inspectorId,
            options: (plan.data?.inspectors ?? []).map((each) => ({ value: each.inspectorId, label: each.inspectorName })),
          },
        ]),
    ofRegion,
  ]
}

type ListProps = {
  readonly campaign: Campaign
  readonly scope: Exclude<Scope, 'removed'>
  readonly values: Values
  readonly mayChange: boolean
  readonly onClear: () => void
  readonly onAdd: () => void
}

const TargetList = ({ campaign, scope, values, mayChange, onClear, onAdd }: ListProps) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const columns = useColumns()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [taking, setTaking] = useState(false)
  const { checked, inspectorId, region, find } = values
  const asked = Object.fromEntries(Object.entries({ checked, inspectorId, region, find }).filter(([, value]) => value !== ''))
  const query = { ...asked, ...(scope === 'register' ? {} : { [scope]: 'true' }) }
  const list = usePagedRead<Target>(routes.targets, { params: { id: campaign.id }, query })
  const takes = mayChange && scope !== 'offRegister'
  const filtered = Object.keys(asked).length > 0 || scope !== 'register'
  return (
    <>
      <DataTable
        {...list}
        aside={<ExportButton list="hazards.targets" title={m.tabs.targets} query={{ id: campaign.id, ...query }} total={list.total} />}
        columns={columns}
        rowKey={(row) => row.unitId}
        label={m.tabs.targets}
        onOpen={(row) => navigate(`/units/${row.unitId}`)}
        chosen={takes ? chosen : undefined}
        onChoose={takes ? setChosen : undefined}
        empty={
          filtered ? (
            <Empty
              title={scope === 'offRegister' ? m.targets.emptyOff : m.targets.noMatch}
              icon="filter"
              action={<Button onClick={onClear}>{m.targets.clear}</Button>}
            />
          ) : (
            <Empty
              title={m.targets.empty}
              icon="building"
              action={mayChange ? <Button onClick={onAdd}>{m.targets.add}</Button> : undefined}
            >
              {m.targets.emptyNext}
            </Empty>
          )
        }
      />
      <ChosenBar count={chosen.length} onClear={() => setChosen([])}>
        <Button onClick={() => setTaking(true)}>{m.targets.take}</Button>
      </ChosenBar>
      {taking ? (
        <TakeOutDialog
          campaign={campaign}
          unitIds={chosen}
          onClose={() => setTaking(false)}
          onDone={() => {
            setTaking(false)
            setChosen([])
          }}
        />
      ) : null}
    </>
  )
}
