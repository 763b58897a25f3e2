import { useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction } from '../../../../ui/Button.tsx'
import { Choice, Field, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { secondText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { useFilling } from '../../../../ui/outbox/filling.ts'
import type { Draft } from '../../../../ui/outbox/records.ts'
import { useDraft } from '../../../../ui/outbox/useDraft.ts'
import { Photos } from '../../../../ui/pocket/Photos.tsx'
import { PocketPage } from '../../../../ui/pocket/PocketPage.tsx'
import { usePosition } from '../../../../ui/position.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Empty, Loading, Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { distanceMetres } from '../../../../kernel/geometry.ts'
import { sentActionOf, type DeedContent } from './deedContent.ts'
import { handIn } from './handIn.ts'
import { HazardFacts } from './HazardFacts.tsx'
import { messages } from './messages.ts'
import { spotMessages } from './spotMessages.ts'
import type { HazardRecord, KeptUnit } from './packShape.ts'
import { PlaceField } from './PlaceField.tsx'
import type { Because } from './spotDeed.ts'
import { usePack } from './usePack.ts'
import './pocketHazards.css'

type FormProps = {
  readonly draft: Draft & { readonly content: DeedContent }
  readonly change: (work: (content: DeedContent) => DeedContent) => void
  readonly settled: () => Promise<void>
  readonly savedAt: string | null
  readonly record: HazardRecord
  readonly kept: KeptUnit
}

const DeedForm = ({ draft, change, settled, savedAt, record, kept }: FormProps) => {
  const whole = useMessages(messages)
  const m = useMessages(spotMessages).hazard
  const navigate = useNavigate()
  const pocket = usePocket()
  const position = usePosition()
  const [because, setBecause] = useState<Because | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const { content } = draft
  const review = content.deed === 'review'
  const put = (part: Partial<DeedContent>): void => {
    setBecause(null)
    change((present) => ({ ...present, ...part }))
  }
  const target = record.hazard.found.place ?? kept.unit.place
  const send = async (): Promise<void> => {
    const placed = { ...content, position: position.fix }
    const claimedAt = new Date(serverNow()).toISOString()
    // The ids of the photos stand for those they will have: only how many there are is asked.
    const { checkOnSpot } = await import('./spotRules.ts')
    const refusal = checkOnSpot(
      record,
      kept,
      sentActionOf(placed, (id) => id),
      claimedAt,
      placed.position,
    )
    setBecause(refusal)
    setProblem(null)
    if (refusal !== null) return
    try {
      await settled()
      const distance = placed.position === null || target === null ? '' : m.spot(whole.metres(distanceMetres(placed.position, target)))
      await handIn(pocket, {
        draft: { ...draft, content: placed },
        content: placed,
        title: review ? m.reviewTitle(record.line.number) : m.selfCheckTitle(record.line.number),
        detail: distance,
        files: placed.photos,
        claimedAt,
        subjectAddress: `/m/hazards/${placed.unitId}/${placed.hazardId}`,
      })
      tell({ text: m.kept })
      navigate('/m/outbox')
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return (
    <PocketPage
      title={review ? m.review : m.selfCheck}
      back={`/m/hazards/${content.unitId}/${content.hazardId}`}
      aside={savedAt === null ? undefined : whole.visit.saved(secondText(savedAt))}
      actions={
        <Button kind="primary" icon="check" onClick={() => void send()}>
          {whole.visit.handIn}
        </Button>
      }
    >
      <HazardFacts record={record} />
      <Field label={m.photos}>
        <Photos holder={draft.id} ids={content.photos} fix={position.fix} label={m.photos} onChange={(photos) => put({ photos })} />
      </Field>
      {review ? (
        <Field label={m.verdict}>
          <Choice
            label={m.verdict}
            value={content.passed ? 'passed' : 'refused'}
            onChange={(verdict) => put({ passed: verdict === 'passed' })}
            options={[
              { value: 'passed', label: m.passed },
              { value: 'refused', label: m.refused },
            ]}
          />
        </Field>
      ) : null}
      <Field label={review ? m.opinion : m.done}>
        <TextArea value={content.text} onChange={(text) => put({ text })} />
      </Field>
      {review ? null : (
        <Field label={m.cost} optional>
          <TextInput
            inputMode="decimal"
            value={content.costYuan === null ? '' : String(content.costYuan)}
            onChange={(typed) => {
              const yuan = Number(typed)
              put({ costYuan: typed.trim() === '' || !Number.isFinite(yuan) || yuan < 0 ? null : yuan })
            }}
          />
        </Field>
      )}
      <PlaceField
        position={position}
        held={null}
        target={target}
        reason={content.noPositionReason}
        needed={review}
        onReason={(noPositionReason) => put({ noPositionReason })}
      />
      {because === null ? null : <RefusedAction title={whole.visit.handIn} because={because} />}
      <Problem problem={problem} />
    </PocketPage>
  )
}

/** A review or a self-check on the spot, as it is being filled in. */
const DeedPage = () => {
  const m = useMessages(messages)
  const spot = useMessages(spotMessages).hazard
  const { draftId } = usePathParameters<'draftId'>()
  const { pack } = usePack()
  const { draft, problem, ...hand } = useDraft<DeedContent>(draftId)
  useFilling()
  const record = draft ? pack?.hazards[draft.content.hazardId] : undefined
  const kept = draft ? pack?.units[draft.content.unitId] : undefined
  if (draft && record && kept) return <DeedForm draft={draft} record={record} kept={kept} {...hand} />
  return (
    <PocketPage title={spot.review} back="/m">
      {draft === undefined || pack === undefined ? (
        <Loading rows={6} />
      ) : (
        <Empty
          title={draft === null ? m.visit.gone : spot.notHere}
          icon="question"
          action={<ButtonLink to="/m/outbox">{m.outbox}</ButtonLink>}
        >
          <p>{m.visit.goneNext}</p>
        </Empty>
      )}
      <Problem problem={problem} />
    </PocketPage>
  )
}

export default DeedPage
