import { useState } from 'react'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { Choice, Field, TextArea } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { secondText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { Photos } from '../../../../ui/pocket/Photos.tsx'
import { PocketPage, PocketSection } from '../../../../ui/pocket/PocketPage.tsx'
import { HazardLevel } from './HazardRow.tsx'
import { LooksAgain } from './LooksAgain.tsx'
import { messages } from './messages.ts'
import type { KeptPack } from './packShape.ts'
import { PlaceField } from './PlaceField.tsx'
import { ProgressStrip } from './ProgressStrip.tsx'
import { gapsOf, photosOf, type FindingContent } from './visitContent.ts'
import type { AskedItem, VisitScreen } from './visitScreen.ts'

type OverviewProps = VisitScreen & {
  readonly pack: KeptPack | null
  readonly itemOf: (key: string) => AskedItem | undefined
  readonly onFinding: (finding: FindingContent) => void
  readonly onSend: () => Promise<void>
}

const answerIcons = { yes: 'check', no: 'cross', notApplicable: 'minus' } as const

/** The whole visit before it goes: what was found, looked at again and answered, and what is still missing. */
export const VisitOverview = ({ draftId, visit, change, savedAt, position, pack, itemOf, onFinding, onSend }: OverviewProps) => {
  const m = useMessages(messages).visit
  const say = useSay()
  const navigate = useNavigate()
  const { box } = usePocket()
  const [dropping, setDropping] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const gaps = gapsOf(visit)
  const kept = pack?.units[visit.unitId]
  const checked = visit.result === 'checked'
  const jump = (at: number): void => change((present) => ({ ...present, at }))
  const send = async (): Promise<void> => {
    setTried(true)
    if (gaps.length > 0) return
    setBusy(true)
    await onSend()
    setBusy(false)
  }
  return (
    <PocketPage
      title={m.title(visit.unitName)}
      back="/m"
      aside={savedAt === null ? undefined : m.saved(secondText(savedAt))}
      actions={
        <>
          <Button icon="remove" onClick={() => setDropping(true)}>
            {m.drop}
          </Button>
          <Button kind="primary" icon="check" busy={busy} onClick={() => void send()}>
            {m.handIn}
          </Button>
        </>
      }
    >
      <Field label={m.result}>
        <Choice
          label={m.result}
          value={visit.result}
          onChange={(result) => change((present) => ({ ...present, result }))}
          options={[
            { value: 'checked', label: m.checked },
            { value: 'notAdmitted', label: m.notAdmitted },
          ]}
        />
      </Field>
      {checked && visit.items.length > 0 ? <ProgressStrip visit={{ ...visit, at: visit.items.length }} /> : null}
      {checked ? (
        <PocketSection title={m.findings(visit.findings.length)}>
          {visit.findings.map((finding) => (
            <button type="button" key={finding.hazardId} className="pocket-row hazards-jump" onClick={() => onFinding(finding)}>
              <span className="pocket-row-text">
                <span className="pocket-row-title">{finding.description === '' ? m.gaps.description : finding.description}</span>
                <span className="pocket-row-detail">
                  <HazardLevel level={finding.proposedLevel} /> {m.photos} {finding.photos.length}
                </span>
              </span>
              <Icon name="right" />
            </button>
          ))}
          <Button
            icon="plus"
            wide
            onClick={() =>
              onFinding({
                hazardId: crypto.randomUUID(),
                itemKey: null,
                description: '',
                proposedLevel: 'general',
                photos: [],
                place: position.fix,
              })
            }
          >
            {m.addFinding}
          </Button>
        </PocketSection>
      ) : null}
      {checked && pack && kept ? <LooksAgain pack={pack} kept={kept} visit={visit} change={change} /> : null}
      {checked && visit.items.length > 0 ? (
        <details className="hazards-more">
          <summary>
            {m.jump} · {m.answered(Object.keys(visit.answers).length, visit.items.length)}
          </summary>
          <ol className="hazards-jumps">
            {visit.items.map((key, index) => {
              const given = visit.answers[key]?.answer
              const item = itemOf(key)
              return (
                <li key={key}>
                  <button type="button" className="pocket-row hazards-jump" onClick={() => jump(index)}>
                    <Icon name={given === undefined ? 'question' : answerIcons[given]} />
                    <span className="pocket-row-text">
                      <span className="pocket-row-title">{item ? say(item) : key}</span>
                    </span>
                  </button>
                </li>
              )
            })}
          </ol>
        </details>
      ) : null}
      <Field label={m.ofVisit}>
        <Photos
          holder={draftId}
          ids={visit.photos}
          fix={position.fix}
          label={m.ofVisit}
          onChange={(photos) => change((present) => ({ ...present, photos }))}
        />
      </Field>
      <Field label={m.wholeNote} optional>
        <TextArea value={visit.note} onChange={(note) => change((present) => ({ ...present, note }))} />
      </Field>
      <PlaceField
        position={position}
        held={visit.position}
        target={kept?.unit.place ?? null}
        reason={visit.noPositionReason}
        needed={visit.how !== 'selfCheck'}
        onReason={(noPositionReason) => change((present) => ({ ...present, noPositionReason }))}
      />
      {tried && gaps.length > 0 ? (
        <ul className="hazards-gaps" role="alert">
          {gaps.map((gap) => (
            <li key={gap}>{m.gaps[gap]}</li>
          ))}
        </ul>
      ) : null}
      <Confirm
        open={dropping}
        onClose={() => setDropping(false)}
        title={m.dropTitle}
        effects={[m.dropEffects(Object.keys(visit.answers).length, photosOf(visit).length)]}
        confirm={m.drop}
        onConfirm={async () => {
          await box.dropDraft(draftId)
          navigate('/m')
        }}
      />
    </PocketPage>
  )
}
