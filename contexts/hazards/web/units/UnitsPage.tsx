import { useMemo } from 'react'
import { Link, useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useShortcut } from '../../../../ui/keys.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import { unitKinds, unitTags, type UnitKind, type UnitTag } from '../../rules/criteria/unit.ts'
import { riskColourNames, riskColours } from '../../rules/risk.ts'
import { IndustryChip } from '../choosing/industries.tsx'
import { RegionChip } from '../choosing/regions.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import { monthsBefore } from './months.ts'
import { levelOfColour, type Unit } from './records.ts'
import './units.css'

const defaults = {
  find: '',
  region: '',
  industry: '',
  kind: '',
  tag: '',
  riskColour: '',
  listId: '',
  checkedIn: '',
  from: '',
  to: '',
  checked: '',
  closed: '',
  industryAlone: '',
  regionAlone: '',
}

const monthsOffered = 12

const useColumns = (): readonly Column<Unit>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const say = useSay()
  return useMemo(
    (): readonly Column<Unit>[] => [
      {
        key: 'name',
        title: m.list.name,
        leading: true,
        render: (unit) => (
          <span className="hazards-unit-name">
            {unit.name}
            {unit.closedOn === null ? null : <Tag tone="silent">{m.facts.closedOn(unit.closedOn)}</Tag>}
          </span>
        ),
      },
      { key: 'kind', title: m.list.kind, width: 88, render: (unit) => say(unitKinds[unit.kind]) },
      regionColumn(m.list.region, language),
      { key: 'industry', title: m.list.industry, width: 200, render: (unit) => `${unit.industryCode} ${unit.industryName}` },
      {
        key: 'riskColour',
        title: m.list.riskColour,
        width: 104,
        render: (unit) => (unit.riskColour === null ? '' : <LevelChip level={levelOfColour[unit.riskColour]} />),
      },
      {
        key: 'tags',
        title: m.list.tags,
        width: 196,
        render: ({ tags: [first, ...rest] }) =>
          first === undefined ? '' : `${say(unitTags[first])}${rest.length === 0 ? '' : ` ${m.list.more(rest.length + 1)}`}`,
      },
      {
        key: 'open',
        title: m.list.open,
        width: 104,
        align: 'right',
        render: (unit) =>
          unit.openHazards === 0 ? (
            '0'
          ) : (
            <Link to={`/hazards?unitId=${unit.unitId}&open=true`} aria-label={m.list.openAloud(unit.name, unit.openHazards)}>
              {unit.openHazards}
            </Link>
          ),
      },
      {
        key: 'lastChecked',
        title: m.list.lastChecked,
        width: 104,
        align: 'right',
        render: (unit) => unit.lastCheckedOn ?? <span className="al-quiet">{m.list.never}</span>,
      },
    ],
    [m, say, language],
  )
}

const UnitsPage = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const say = useSay()
  const navigate = useNavigate()
  const mayAdd = useMay('unit.add')
  const [values, setValues] = useFilters(defaults)
  const chosen = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const filtered = Object.keys(chosen).length > 0
  const lists = useRead(routes.specialLists)
  const today = dateText(useNow(60_000))
  const list = usePagedRead<Unit>(routes.units, { query: chosen })
  const columns = useColumns()
  useShortcut({ keys: 'n', title: { zh: '登记检查对象', en: 'Register a unit' }, when: mayAdd }, () => navigate('/units/new'))
  const months = [...new Set([...monthsBefore(today, monthsOffered), ...(values.checkedIn === '' ? [] : [values.checkedIn])])]
  return (
    <>
      <PageHead
        title={m.title}
        actions={
          <>
            <ButtonLink to="/special-lists" icon="list">
              {m.special.title}
            </ButtonLink>
            <ExportButton list="hazards.units" title={m.title} query={chosen} total={list.total} />
            {mayAdd ? (
              <ButtonLink to="/units/new" kind="primary" icon="plus" shortcut="N">
                {m.add}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters
        filters={[
          {
            name: 'kind',
            label: m.list.kind,
            value: values.kind,
            options: (Object.keys(unitKinds) as UnitKind[]).map((value) => ({ value, label: say(unitKinds[value]) })),
          },
          {
            name: 'riskColour',
            label: m.list.riskColour,
            value: values.riskColour,
            options: riskColours.map((value) => ({ value, label: riskColourNames[value][language] })),
          },
          {
            name: 'tag',
            label: m.list.tags,
            value: values.tag,
            options: (Object.keys(unitTags) as UnitTag[]).map((value) => ({ value, label: say(unitTags[value]) })),
          },
          {
            name: 'listId',
            label: m.list.special,
            value: values.listId,
            options: (lists.data ?? [])
              .filter(({ id, closedOn }) => closedOn === null || id === values.listId)
              .map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'checkedIn',
            label: m.list.checkedIn,
            value: values.checkedIn,
            options: months.map((month) => ({ value: month, label: month })),
          },
          ...(values.checked + values.to === ''
            ? []
            : [
                {
                  name: 'checked',
                  label: m.list.checked,
                  value: values.checked,
                  options: [
                    { value: 'true', label: m.list.wasChecked },
                    { value: 'false', label: m.list.notChecked },
                  ],
                },
              ]),
          {
            name: 'closed',
            label: m.list.closed,
            value: values.closed,
            options: [
              { value: '', label: m.list.onRegister },
              { value: 'true', label: m.list.closedOnes },
            ],
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={
          list.total === undefined ? undefined : <output className="hazards-unit-total">{m.total(list.total.toLocaleString('en'))}</output>
        }
      >
        <FindBox value={values.find} onChange={(find) => setValues({ find })} label={m.list.findLabel} placeholder={m.list.find} />
        {(['from', 'to'] as const)
          .filter((name) => values[name] !== '')
          .map((name) => (
            <DayChip key={name} label={m.list[name]} value={values[name]} onChange={(day) => setValues({ [name]: day })} />
          ))}
        <RegionChip label={m.list.region} value={values.region} onChange={(region) => setValues({ region, regionAlone: '' })} />
        <IndustryChip label={m.list.industry} value={values.industry} onChange={(industry) => setValues({ industry, industryAlone: '' })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={(unit) => unit.unitId}
        label={m.title}
        onOpen={(unit) => navigate(`/units/${unit.unitId}`)}
        empty={
          filtered ? (
            <Empty title={m.list.noMatch} icon="filter" action={<Button onClick={() => setValues(defaults)}>{m.list.clear}</Button>}>
              {m.list.noMatchNext}
            </Empty>
          ) : (
            <Empty title={m.list.empty} icon="building" action={mayAdd ? <ButtonLink to="/units/new">{m.add}</ButtonLink> : undefined}>
              {m.list.emptyNext}
            </Empty>
          )
        }
      />
    </>
  )
}

export default UnitsPage
