import { ButtonLink } from '../../../../ui/Button.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { VisitTable } from '../visits/VisitTable.tsx'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'

/** The visits of a campaign. */
export const CampaignVisits = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  return (
    <Section
      title={m.tabs.visits}
      rule="none"
      aside={
        <ButtonLink to={`/visits?campaignId=${campaign.id}`} kind="bare" icon="arrowRight">
          {m.visitsIn}
        </ButtonLink>
      }
    >
      <VisitTable query={{ campaignId: campaign.id }} without="campaign" />
    </Section>
  )
}
