import { useState } from 'react'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox, Choice, Field, SelectInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Problem } from '../../../../ui/states.tsx'
import { beginDraft } from './handIn.ts'
import { messages } from './messages.ts'
import { listsOf, type KeptPack, type KeptUnit } from './packShape.ts'
import type { VisitContent, VisitWay } from './visitContent.ts'

/** How a visit begins: in which way, announced or not, in which campaign, by which lists. */
export const BeginVisit = ({ pack, kept }: { pack: KeptPack; kept: KeptUnit }) => {
  const m = useMessages(messages).begin
  const whole = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const pocket = usePocket()
  const { unit, ways, plannedIn, campaigns } = kept
  const lists = listsOf(pack, kept).filter(({ items }) => items.length > 0)
  const running = [...new Set([...plannedIn, ...campaigns])].flatMap((id) => pack.campaigns[id] ?? [])
  const [how, setHow] = useState<VisitWay>(ways[0] ?? 'departmentCheck')
  const [announced, setAnnounced] = useState<'yes' | 'no'>('no')
  const [campaignId, setCampaignId] = useState<string>(running[0]?.id ?? '')
  const listsOfCampaign = (id: string): readonly string[] => {
    const named = pack.campaigns[id]?.checklists ?? []
    const found = lists.filter(({ key }) => named.includes(key)).map(({ key }) => key)
    return found.length > 0 ? found : lists.filter(({ purpose }) => purpose === 'routine').map(({ key }) => key)
  }
  const [chosen, setChosen] = useState<readonly string[]>(() => listsOfCampaign(campaignId))
  const [problem, setProblem] = useState<unknown>(null)
  const items = [...new Set(lists.filter(({ key }) => chosen.includes(key)).flatMap((list) => list.items.map(({ key }) => key)))]
  const begin = async (): Promise<void> => {
    const content: VisitContent = {
      visitId: crypto.randomUUID(),
      unitId: unit.unitId,
      unitName: unit.name,
      how,
      announced: announced === 'yes',
      campaignId: campaignId === '' ? null : campaignId,
      result: 'checked',
      items,
      at: 0,
      answers: {},
      findings: [],
      looks: {},
      photos: [],
      note: '',
      position: null,
      noPositionReason: '',
      begunAt: new Date(serverNow()).toISOString(),
    }
    try {
      navigate(await beginDraft(pocket, { kind: 'hazards.visit', title: whole.visit.title(unit.name), folder: 'visits', content }))
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return (
    <div className="hazards-begin">
      {ways.length > 1 ? (
        <Field label={m.how}>
          <Choice label={m.how} value={how} onChange={setHow} options={ways.map((value) => ({ value, label: m.ways[value] }))} />
        </Field>
      ) : null}
      {how === 'selfCheck' ? null : (
        <Field label={m.announced}>
          <Choice
            label={m.announced}
            value={announced}
            onChange={setAnnounced}
            options={[
              { value: 'no', label: m.announcedNo },
              { value: 'yes', label: m.announcedYes },
            ]}
          />
        </Field>
      )}
      {running.length === 0 ? null : (
        <Field label={m.campaign}>
          <SelectInput
            value={campaignId}
            placeholder={m.campaignNone}
            onChange={(id) => {
              setCampaignId(id)
              setChosen(listsOfCampaign(id))
            }}
            options={running.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      {lists.length === 0 ? null : (
        <fieldset className="hazards-lists">
          <legend>{m.lists}</legend>
          {lists.map(({ key, title, items: of }) => (
            <Checkbox
              key={key}
              label={title[language]}
              help={m.items(of.length)}
              checked={chosen.includes(key)}
              onChange={(on) => setChosen(on ? [...chosen, key] : chosen.filter((each) => each !== key))}
            />
          ))}
        </fieldset>
      )}
      <Problem problem={problem} />
      <Button kind="primary" large wide onClick={() => void begin()}>
        {m.start(items.length)}
      </Button>
    </div>
  )
}
