import { useState } from 'react'
import { Link, useFilters, usePathParameters } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { routes } from '../../contract/index.ts'
import { CampaignVisits } from './CampaignVisits.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import { EndDialog } from './EndDialog.tsx'
import { FoundTab } from './FoundTab.tsx'
import { messages } from './messages.ts'
import { OverviewTab } from './OverviewTab.tsx'
import { CampaignMarks, PeriodGauge, PeriodText, useMayChange, usePeriod } from './parts.tsx'
import { PlanTab } from './PlanTab.tsx'
import type { Campaign } from './records.ts'
import { RegisteredTab } from './RegisteredTab.tsx'
import { TargetsTab } from './TargetsTab.tsx'
import './campaigns.css'

const defaults = { tab: 'overview' }

const views = {
  overview: OverviewTab,
  targets: TargetsTab,
  plan: PlanTab,
  registered: RegisteredTab,
  visits: CampaignVisits,
  hazards: FoundTab,
} as const
type TabName = keyof typeof views
const isTab = (name: string): name is TabName => name in views

/** One campaign: what it is for, how far it has come, its units, its plan and what was found. */
const CampaignPage = () => {
  const m = useMessages(messages)
  const { id } = usePathParameters<'id'>()
  const query = useRead(routes.campaign, { params: { id } })
  return (
    <>
      {query.data === undefined ? <PageHead crumbs={[{ title: m.title, to: '/campaigns' }]} title={m.one} /> : null}
      <Read query={query} rows={8} what={m.one}>
        {(campaign) => <Shown key={campaign.id} campaign={campaign} />}
      </Read>
    </>
  )
}

const Shown = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const [{ tab: asked }] = useFilters(defaults)
  const tab = isTab(asked) ? asked : 'overview'
  const { coverage, reinspection } = useRead(routes.campaignCoverage, { params: { id: campaign.id } }).data ?? {}
  // A flood campaign looks again at what was known; an ordinary one shows that part only where somebody listed something.
  const withRegistered = campaign.kind === 'flood' || (reinspection?.registered ?? 0) > 0
  const counts: Partial<Record<TabName, number | undefined>> = {
    targets: coverage?.register,
    registered: reinspection?.registered,
    hazards: reinspection?.newlyFound,
  }
  const View = views[tab]
  return (
    <>
      <Head campaign={campaign} />
      <Tabs
        label={m.tabsLabel}
        chosen={tab}
        tabs={(Object.keys(views) as TabName[])
          .filter((name) => name !== 'registered' || withRegistered || tab === 'registered')
          .map((name) => ({
            id: name,
            title: m.tabs[name],
            count: counts[name],
            to: `/campaigns/${campaign.id}?tab=${name}`,
          }))}
      />
      <View campaign={campaign} />
    </>
  )
}

const Head = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const changes = useMayChange(campaign)
  const [open, setOpen] = useState<'change' | 'end' | null>(null)
  const { phase, day, totalDays } = usePeriod(campaign)
  const { from, to, goals, checklistTitles, endReason, plannedTo } = campaign
  return (
    <>
      <PageHead
        crumbs={[{ title: m.title, to: '/campaigns' }]}
        marks={<CampaignMarks campaign={campaign} />}
        title={campaign.name}
        actions={
          changes ? (
            <>
              <Button icon="edit" onClick={() => setOpen('change')}>
                {m.change.open}
              </Button>
              {phase === 'ended' ? null : (
                <Button icon="stop" onClick={() => setOpen('end')}>
                  {phase === 'coming' ? m.end.callOff : m.end.open}
                </Button>
              )}
            </>
          ) : undefined
        }
        facts={
          <>
            <span>
              {m.region} {campaign.regionName[language]}
            </span>
            <span>
              {m.madeBy} {m.madeByText(campaign.organisationName ?? '', campaign.madeByName ?? '', dateText(campaign.madeAt))}
            </span>
            <span>{m.goalText(campaign.goalPercent)}</span>
          </>
        }
        rule={false}
      />
      <div className="campaigns-period">
        {to < from ? null : <b>{m.periodText(from, to)}</b>}
        <PeriodGauge campaign={campaign} />
        <span className="al-quiet">{phase === 'running' ? m.dayOf(day, totalDays) : totalDays === 0 ? '' : m.daysAll(totalDays)}</span>
        <PeriodText campaign={campaign} />
      </div>
      <dl className="campaigns-purpose">
        <dt>{m.goals}</dt>
        <dd>{goals}</dd>
        <dt>{m.checklists}</dt>
        <dd>
          {checklistTitles.map(({ key, zh, en }) => (
            <Link key={key} to={`/checklists/${key}`}>
              {language === 'zh' ? zh : en}
            </Link>
          ))}
        </dd>
        {endReason === null ? null : (
          <>
            <dt>{m.endReason}</dt>
            <dd>
              {endReason} {plannedTo === null ? null : <span className="al-quiet">{m.plannedTo(plannedTo)}</span>}
            </dd>
          </>
        )}
      </dl>
      {open === 'change' ? <ChangeDialog campaign={campaign} onClose={() => setOpen(null)} /> : null}
      {open === 'end' ? <EndDialog campaign={campaign} coming={phase === 'coming'} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

export default CampaignPage
