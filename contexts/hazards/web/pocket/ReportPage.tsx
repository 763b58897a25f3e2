import { useEffect, useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { Choice, Field, SelectInput, TextArea } from '../../../../ui/fields.tsx'
import { secondText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Strata } from '../../../../ui/LevelChip.tsx'
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
import type { ReportContent } from './deedContent.ts'
import { handIn } from './handIn.ts'
import { messages } from './messages.ts'
import { spotMessages } from './spotMessages.ts'
import { PlaceField } from './PlaceField.tsx'
import { beginReport } from './reports.ts'
import { usePack } from './usePack.ts'
import './pocketHazards.css'

type FormProps = {
  readonly draft: Draft & { readonly content: ReportContent }
  readonly change: (work: (content: ReportContent) => ReportContent) => void
  readonly settled: () => Promise<void>
  readonly savedAt: string | null
}

const ReportForm = ({ draft, change, settled, savedAt }: FormProps) => {
  const whole = useMessages(messages)
  const m = useMessages(spotMessages).reportPage
  const navigate = useNavigate()
  const pocket = usePocket()
  const { pack } = usePack()
  const position = usePosition()
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { content } = draft
  const put = (part: Partial<ReportContent>): void => change((present) => ({ ...present, ...part }))
  const units = Object.values(pack?.units ?? {})
  const missing = {
    photo: content.photos.length === 0,
    what: content.description.trim() === '',
    where: content.unitId === '',
  }
  const send = async (): Promise<boolean> => {
    setTried(true)
    setProblem(null)
    if (missing.photo || missing.what || missing.where) return false
    try {
      await settled()
      const placed = { ...content, position: position.fix ?? content.position }
      await handIn(pocket, {
        draft: { ...draft, content: placed },
        content: placed,
        title: m.itemTitle(content.description),
        detail: content.unitName,
        files: content.photos,
        claimedAt: new Date(serverNow()).toISOString(),
        subjectAddress: `/m/units/${content.unitId}`,
      })
      tell({ text: whole.visit.kept })
      return true
    } catch (thrown) {
      setProblem(thrown)
      return false
    }
  }
  const another = async (): Promise<void> => {
    if (await send()) navigate(await beginReport(pocket, { unitId: content.unitId, name: content.unitName }))
  }
  return (
    <PocketPage
      title={m.title}
      back="/m"
      aside={savedAt === null ? undefined : whole.visit.saved(secondText(savedAt))}
      actions={
        <>
          <Button onClick={() => void another()}>{m.another}</Button>
          <Button
            kind="primary"
            icon="check"
            onClick={() =>
              void send().then((kept) => {
                if (kept) navigate('/m/outbox')
              })
            }
          >
            {whole.visit.handIn}
          </Button>
        </>
      }
    >
      <Photos holder={draft.id} ids={content.photos} fix={position.fix} onChange={(photos) => put({ photos })} />
      {tried && missing.photo ? (
        <p className="al-field-error" role="alert">
          {m.missingPhoto}
        </p>
      ) : null}
      <Field label={m.what} error={tried && missing.what ? m.missingWhat : undefined}>
        <TextArea value={content.description} onChange={(description) => put({ description })} />
      </Field>
      <Field label={m.where} error={tried && missing.where ? m.missingWhere : undefined}>
        <SelectInput
          value={content.unitId}
          placeholder={m.choose}
          onChange={(unitId) => put({ unitId, unitName: pack?.units[unitId]?.unit.name ?? '' })}
          options={units.map(({ unit }) => ({ value: unit.unitId, label: unit.name }))}
        />
      </Field>
      <ButtonLink to={`/m/scan?for=${draft.id}`} icon="scan">
        {m.scanWhere}
      </ButtonLink>
      <Field label={m.level} help={m.majorNote}>
        <Choice
          label={m.level}
          value={content.proposedLevel}
          onChange={(proposedLevel) => put({ proposedLevel })}
          options={[
            { value: 'general', label: whole.visit.general, mark: <Strata level={3} /> },
            { value: 'major', label: whole.visit.major, mark: <Strata level={1} /> },
          ]}
        />
      </Field>
      <PlaceField
        position={position}
        held={null}
        target={pack?.units[content.unitId]?.unit.place ?? null}
        reason=""
        needed={false}
        onReason={() => undefined}
      />
      <Problem problem={problem} />
    </PocketPage>
  )
}

/** A hazard reported on the spot: the photo first, then what, where and how grave. */
const ReportPage = () => {
  const m = useMessages(messages)
  const spot = useMessages(spotMessages).reportPage
  const { draftId } = usePathParameters<'draftId'>()
  const { draft, problem, ...hand } = useDraft<ReportContent>(draftId)
  const { pack } = usePack()
  useFilling()
  const { change } = hand
  const only = Object.values(pack?.units ?? {})
  const [sole] = only
  const content = draft?.content
  useEffect(() => {
    // Who has one unit alone need not choose it.
    if (content?.unitId === '' && only.length === 1 && sole)
      change((present) => ({ ...present, unitId: sole.unit.unitId, unitName: sole.unit.name }))
  }, [content?.unitId, only.length, sole, change])
  if (draft) return <ReportForm key={draft.id} draft={draft} {...hand} />
  return (
    <PocketPage title={spot.title} back="/m">
      {draft === undefined ? (
        <Loading rows={6} />
      ) : (
        <Empty title={m.visit.gone} icon="question" action={<ButtonLink to="/m/outbox">{m.outbox}</ButtonLink>}>
          <p>{m.visit.goneNext}</p>
        </Empty>
      )}
      <Problem problem={problem} />
    </PocketPage>
  )
}

export default ReportPage
