import { useMemo, useState, type ReactNode } from 'react'
import { Link, useFilters } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PlainTable, Section } from '../../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import { PlanForm } from './PlanForm.tsx'
import type { Assignment, Campaign, Plan } from './records.ts'

const defaults = { inspectorId: '', history: '' }

/** Who visits which unit of a campaign, and every plan that was made. */
export const PlanTab = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const mayPlan = useMay('campaign.plan') && campaign.endedOn === null
  const [planning, setPlanning] = useState(false)
  const query = useRead(routes.campaignPlan, { params: { id: campaign.id } })
  const plan = (title: string) =>
    mayPlan ? (
      <Button icon="people" onClick={() => setPlanning(true)}>
        {title}
      </Button>
    ) : undefined
  return (
    <>
      <Read query={query} rows={5} what={m.plan.title}>
        {(held) =>
          held.plans.length === 0 ? (
            <Empty title={m.plan.empty} icon="people" action={plan(m.plan.make)}>
              {m.plan.emptyNext}
            </Empty>
          ) : (
            <>
              <ByInspector campaign={campaign} plan={held} action={plan(m.plan.again)} />
              <Assignments campaign={campaign} plan={held} />
              <History plan={held} />
            </>
          )
        }
      </Read>
      <Dialog open={planning} onClose={() => setPlanning(false)} title={m.plan.form} form="drawer" wide>
        <PlanForm campaign={campaign} onLeave={() => setPlanning(false)} />
      </Dialog>
    </>
  )
}

const ByInspector = ({ campaign, plan, action }: { campaign: Campaign; plan: Plan; action: ReactNode }) => {
  const m = useMessages(messages)
  const of = (inspectorId: string, checked?: boolean): string =>
    `/campaigns/${campaign.id}?tab=targets&inspectorId=${inspectorId}${checked === undefined ? '' : `&checked=${String(checked)}`}`
  return (
    <Section
      title={m.plan.title}
      rule="none"
      note={
        plan.unplanned === 0 ? undefined : (
          <Link to={`/campaigns/${campaign.id}?tab=targets&scope=unplanned`}>{m.plan.unplanned(plan.unplanned.toLocaleString('en'))}</Link>
        )
      }
      aside={action}
    >
      <div className="campaigns-numbers">
        <PlainTable
          caption={m.plan.title}
          head={[m.plan.inspector, m.plan.units, m.plan.checked, m.plan.left]}
          rows={plan.inspectors.map(({ inspectorId, inspectorName, units, checked }) => [
            inspectorName,
            <Link key="units" to={of(inspectorId)}>
              {units}
            </Link>,
            <Link key="checked" to={of(inspectorId, true)}>
              {checked}
            </Link>,
            <Link key="left" to={of(inspectorId, false)}>
              {units - checked}
            </Link>,
          ])}
        />
      </div>
    </Section>
  )
}

const Assignments = ({ campaign, plan }: { campaign: Campaign; plan: Plan }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [{ inspectorId, history }, setValues] = useFilters(defaults)
  const list = usePagedRead<Assignment>(routes.assignments, {
    params: { id: campaign.id },
    query: { ...(inspectorId === '' ? {} : { inspectorId }), ...(history === '' ? {} : { history }) },
  })
  const columns = useMemo(
    (): readonly Column<Assignment>[] => [
      { key: 'unit', title: m.plan.unit, leading: true, render: (row) => <Link to={`/units/${row.unitId}`}>{row.unitName}</Link> },
      regionColumn(m.plan.region, language),
      { key: 'inspector', title: m.plan.inspector, width: 120, render: (row) => row.inspectorName },
      { key: 'reason', title: m.plan.reason, width: 220, render: (row) => row.reason },
      { key: 'since', title: m.plan.since, width: 110, align: 'right', render: (row) => dayMinuteText(row.from) },
      {
        key: 'until',
        title: m.plan.until,
        width: 110,
        align: 'right',
        render: (row) => (row.until === null ? m.plan.holds : dayMinuteText(row.until)),
      },
    ],
    [m, language],
  )
  return (
    <Section title={m.plan.list}>
      <Filters
        filters={[
          {
            name: 'inspectorId',
            label: m.plan.inspector,
            value: inspectorId,
            options: plan.inspectors.map((each) => ({ value: each.inspectorId, label: each.inspectorName })),
          },
          {
            name: 'history',
            label: m.plan.history,
            value: history,
            options: [
              { value: '', label: m.plan.holds },
              { value: 'true', label: m.targets.anyone },
            ],
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={
          <ExportButton
            list="hazards.assignments"
            title={m.plan.list}
            query={{ id: campaign.id, inspectorId, history }}
            total={list.total}
          />
        }
      />
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.id}
        label={m.plan.list}
        empty={<Empty title={m.targets.noMatch} icon="filter" />}
      />
    </Section>
  )
}

const History = ({ plan }: { plan: Plan }) => {
  const m = useMessages(messages)
  return (
    <Section title={m.plan.history} note={m.plan.historyNote}>
      <ul className="campaigns-rows">
        {plan.plans.map(({ at, plannedByName, reason, units, standing }) => (
          <li key={`${at}${reason}`}>
            <span className="campaigns-when">{dayMinuteText(at)}</span>
            <span>{reason}</span>
            <span className="al-quiet">
              {plannedByName} · {m.plan.standing(standing, units)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
