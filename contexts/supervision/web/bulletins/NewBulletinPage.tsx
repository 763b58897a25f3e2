import { useState } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction, Tag } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay, useSession } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes as hazards } from '../../../hazards/contract/index.ts'
import { bulletinRoutes as routes } from '../../contract/bulletinRoutes.ts'
import { issueText } from '../../rules/bulletin/issue.ts'
import { BulletinBody } from './BulletinBody.tsx'
import { messages, refusedBecause } from './messages.ts'
import { PeriodChips } from './PeriodChips.tsx'
import { firstOfMonth, periodQuery } from './periodOptions.ts'
import { RegionChip, RegionPath } from './regions.ts'
import './bulletins.css'

type Preview = RouteOutput<typeof routes.previewBulletin>

const defaults = { region: '', kind: 'month', on: '', from: '', to: '', campaignId: '', corrects: '' }
const campaignsOffered = 100

/** Writes a bulletin: where, which days and which campaign; what it would say stands below and follows the records. */
const NewBulletinPage = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { post } = useSession()
  const [values, setValues] = useFilters(defaults)
  const today = dateText(useNow(60_000))
  const region = values.region === '' ? post.regionCode : values.region
  // A month is told when it is over: without a day in the address it is the last one.
  const on = values.kind === 'month' && values.on === '' ? firstOfMonth(today, 1) : values.on
  const asked = {
    regionCode: region,
    ...periodQuery({ ...values, on }, today),
    ...(values.campaignId === '' ? {} : { campaignId: values.campaignId }),
  }
  const preview = useRead(routes.previewBulletin, { query: asked }, { follows: ['hazards', 'tips', 'enforcement'] })
  const campaigns = useRead(hazards.campaigns, { query: { limit: campaignsOffered } })
  return (
    <>
      <PageHead
        crumbs={[{ title: m.title, to: '/bulletins' }]}
        title={m.write}
        note={<RegionPath code={region} />}
        rule={false}
        actions={preview.data === undefined ? undefined : <Issue asked={asked} preview={preview.data} corrects={values.corrects} />}
      />
      <PeriodChips
        values={{ ...values, on }}
        standing="month"
        today={today}
        onChange={(next) => setValues({ ...next, corrects: '' })}
        more={[
          {
            name: 'campaignId',
            label: m.campaign,
            value: values.campaignId,
            options: [
              { value: '', label: m.noCampaign },
              ...(campaigns.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
        ]}
      >
        <RegionChip label={m.region} value={values.region} onChange={(code) => setValues({ region: code, corrects: '' })} />
      </PeriodChips>
      <Read query={preview} rows={10} what={m.preview}>
        {(shown) => (
          <>
            <p className="supervision-preview">
              <Tag tone="accent">{m.preview}</Tag> {m.previewNote}
            </p>
            <BulletinBody text={shown[language]} frozen={false} />
          </>
        )}
      </Read>
    </>
  )
}

type IssueProps = {
  readonly asked: { readonly regionCode: string; readonly campaignId?: string } & ReturnType<typeof periodQuery>
  readonly preview: Preview
  /** The bulletin that is to be corrected; empty for a new one. */
  readonly corrects: string
}

const Issue = ({ asked, preview, corrects }: IssueProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const say = useSay()
  const navigate = useNavigate()
  const mayIssue = useMay('bulletin.issue')
  const [, setValues] = useFilters(defaults)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const issue = useWrite(routes.issueBulletin)
  const { issued, facts } = preview
  if (!mayIssue) return <RefusedAction title={m.issue} because={refusedBecause.mayNotIssue} />
  if (issued !== null && corrects === '')
    return (
      <div className="supervision-issued">
        <span>{m.already(issueText(issued, language))}</span>
        <ButtonLink to={`/bulletins/${issued.id}`}>{m.open}</ButtonLink>
        <Button icon="edit" onClick={() => setValues({ corrects: issued.id })}>
          {m.correct}
        </Button>
      </div>
    )
  const correction = corrects === '' ? {} : { corrects, reason }
  const ready = (): void => {
    setTried(true)
    if (corrects === '' || reason.trim() !== '') setOpen(true)
  }
  const send = async (): Promise<void> => {
    const done = await issue.write({ body: { ...asked, ...correction } })
    tell({ text: m.issued(issueText(done, language)) })
    navigate(`/bulletins/${done.id}`)
  }
  return (
    <div className="supervision-issue">
      {corrects === '' || issued === null ? null : (
        <Field
          label={m.reason}
          help={m.correcting(issueText(issued, language))}
          error={tried && reason.trim() === '' ? m.reasonMissing : undefined}
        >
          <TextArea value={reason} onChange={setReason} maxLength={500} />
        </Field>
      )}
      <Button kind="primary" icon="paper" onClick={ready}>
        {m.issue}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={m.issueTitle}
        effects={[
          m.effect.what(preview[language].title, `${facts.period.from} – ${facts.period.to}`, say(facts.regionName)),
          m.effect.fixed,
          m.effect.links,
          m.effect.stands,
        ]}
        confirm={m.issue}
        onConfirm={send}
      />
    </div>
  )
}

export default NewBulletinPage
