import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { ChecklistsField, GoalFields, useFaultText } from './CampaignFields.tsx'
import { draftFaults, type CampaignDraft } from './draft.ts'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'

const draftOf = ({ name, kind, from, to, regionCode, goals, goalPercent, checklists }: Campaign): CampaignDraft => ({
  name,
  kind,
  from,
  to,
  regionCode,
  goals,
  goalPercent: String(goalPercent),
  checklists,
})

const bodyOf = ({ name, to, goals, goalPercent, checklists }: CampaignDraft, version: number) => ({
  name,
  to,
  goals,
  goalPercent: Number(goalPercent),
  checklists: [...checklists],
  version,
})

/** Changes a campaign; what was is a step back away, while nobody has changed it since. */
export const ChangeDialog = ({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) => {
  const m = useMessages(messages)
  const change = useWrite(routes.changeCampaign)
  const [draft, setDraft] = useState(() => draftOf(campaign))
  const [tried, setTried] = useState(false)
  const faults = tried ? draftFaults(draft) : {}
  const fault = useFaultText(faults)
  const params = { id: campaign.id }
  const save = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(draftFaults(draft)).length > 0) return
    const done = await attempt(change.write({ params, body: bodyOf(draft, campaign.version) }))
    if (!done) return
    tell({ text: m.change.saved, undo: () => change.write({ params, body: bodyOf(draftOf(campaign), done.value.version) }) })
    onClose()
  }
  const on = (part: Partial<CampaignDraft>): void => setDraft({ ...draft, ...part })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={m.change.title}
      actions={
        <>
          <Button kind="primary" busy={change.isPending} onClick={() => void save()}>
            {m.change.save}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <div className="al-form">
        <Field label={m.name} error={fault('name')}>
          <TextInput name="name" maxLength={200} value={draft.name} onChange={(name) => on({ name })} />
        </Field>
        <Field label={m.change.to} help={m.change.toHelp} error={fault('to')}>
          <TextInput type="date" name="to" className="campaigns-day" value={draft.to} onChange={(to) => on({ to })} />
        </Field>
        <GoalFields draft={draft} onChange={on} faults={faults} />
        <ChecklistsField draft={draft} onChange={on} faults={faults} />
        <Problem problem={change.error} />
      </div>
    </Dialog>
  )
}
