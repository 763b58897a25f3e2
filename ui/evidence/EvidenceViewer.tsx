import { useState } from 'react'
import { evidenceRoutes, type EvidenceView, type ExifClaim } from '../../platform/evidence/contract.ts'
import { addressOf, call } from '../api.ts'
import { Button, RefusedAction } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { Field, TextInput } from '../fields.tsx'
import { fullText } from '../instant.ts'
import { useShortcut } from '../keys.ts'
import { useMessages } from '../language.tsx'
import { DescriptionList, Section } from '../Page.tsx'
import { useMay } from '../session.ts'
import { Problem } from '../states.tsx'
import { Picture } from './EvidenceThumb.tsx'
import { evidenceWords, sizeText } from './words.ts'
import './Evidence.css'

export type EvidenceViewerProps = {
  readonly items: readonly EvidenceView[]
  readonly index: number
  readonly onMove: (index: number) => void
  readonly onClose: () => void
  readonly nameOf?: ((personId: string) => string | undefined) | undefined
}

const copyAddress = (item: EvidenceView, size: '1280' | 'full'): string =>
  addressOf(evidenceRoutes.copy, { params: { evidenceId: item.id }, query: { size } })

/** One piece of evidence, large, with what is on the record of it; left and right lead through the others. */
export const EvidenceViewer = ({ items, index, onMove, onClose, nameOf }: EvidenceViewerProps) => {
  const m = useMessages(evidenceWords)
  const item = items[index]
  const move = (step: number): void => onMove((index + step + items.length) % items.length)
  const several = items.length > 1
  useShortcut(
    { keys: 'arrowleft', title: { zh: evidenceWords.zh.former, en: evidenceWords.en.former }, group: 'window', when: several },
    () => move(-1),
  )
  useShortcut({ keys: 'arrowright', title: { zh: evidenceWords.zh.next, en: evidenceWords.en.next }, group: 'window', when: several }, () =>
    move(1),
  )
  if (!item) return null
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={item.name ?? m.deleted}
      actions={
        several ? (
          <>
            <Button icon="left" shortcut="←" onClick={() => move(-1)}>
              {m.former}
            </Button>
            <Button icon="right" shortcut="→" onClick={() => move(1)}>
              {m.next}
            </Button>
            <span className="al-evidence-place" aria-live="polite">
              {m.place(index + 1, items.length)}
            </span>
          </>
        ) : undefined
      }
    >
      <div className="al-evidence-viewer">
        <Large key={item.id} item={item} />
        <DescriptionList terms={termsOf(item, m, nameOf)} termWidth={72} />
        {item.deletedAt === null ? <Original key={item.id} item={item} /> : null}
      </div>
    </Dialog>
  )
}

type Words = ReturnType<typeof useMessages<typeof evidenceWords.zh>>

const termsOf = (item: EvidenceView, m: Words, nameOf: EvidenceViewerProps['nameOf']) => {
  const by = item.uploadedBy === null ? undefined : nameOf?.(item.uploadedBy)
  return [
    ...(item.takenAt === null ? [] : [{ term: m.takenAt, detail: fullText(item.takenAt) }]),
    { term: m.receivedAt, detail: fullText(item.receivedAt) },
    ...(by === undefined ? [] : [{ term: m.uploadedBy, detail: by }]),
    { term: m.size, detail: `${m.kinds[item.kind]} · ${sizeText(item.sizeBytes)}` },
    {
      term: m.hash,
      detail: (
        <span title={`${m.hashNote}\n${item.contentHash}`} className="al-evidence-hash">
          {item.contentHash.slice(0, 16)}…
        </span>
      ),
    },
  ]
}

const Large = ({ item }: { item: EvidenceView }) => {
  const m = useMessages(evidenceWords)
  if (item.deletedAt !== null) return <p className="al-evidence-large al-evidence-gone">{m.deleted}</p>
  switch (item.kind) {
    case 'photo':
      return (
        <a className="al-evidence-large" href={copyAddress(item, 'full')} target="_blank" rel="noreferrer">
          <Picture source={item.hasThumbnails ? copyAddress(item, '1280') : copyAddress(item, 'full')} kind={item.kind} />
          <span className="al-unseen">{m.openCopy}</span>
        </a>
      )
    case 'video':
      return (
        <video className="al-evidence-large" src={copyAddress(item, 'full')} controls preload="metadata">
          <track kind="captions" />
        </video>
      )
    case 'audio':
      return (
        <audio className="al-evidence-sound" src={copyAddress(item, 'full')} controls preload="metadata">
          <track kind="captions" />
        </audio>
      )
    case 'paper':
      return (
        <p className="al-evidence-large al-evidence-paper">
          <Picture source={null} kind="paper" />
          <span>{m.noCopy}</span>
          <a href={copyAddress(item, 'full')} download>
            {m.openCopy}
          </a>
        </p>
      )
  }
}

/** The untouched file, and what the device wrote into it: for a purpose that is put on the record. */
const Original = ({ item }: { item: EvidenceView }) => {
  const m = useMessages(evidenceWords)
  const may = useMay('evidence.readOriginal')
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const [claim, setClaim] = useState<ExifClaim | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const stated = purpose.trim()
  const missing = stated.length < 2
  const params = { evidenceId: item.id }
  const read = async (): Promise<void> => {
    setTried(true)
    if (missing) return
    setBusy(true)
    setProblem(null)
    try {
      setClaim(await call(evidenceRoutes.claim, { params, query: { purpose: stated } }))
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  if (!may) {
    const sentence = { zh: evidenceWords.zh.originalOfOthers, en: evidenceWords.en.originalOfOthers }
    return <RefusedAction small title={m.download} because={{ sentence, code: 'ACTION_NOT_GRANTED' }} />
  }
  return (
    <Section title={m.original} rule="line" level={3}>
      <div className="al-evidence-original">
        <Field label={m.purpose} help={m.purposeHelp} error={tried && missing ? m.purposeMissing : undefined}>
          <TextInput value={purpose} onChange={setPurpose} maxLength={200} />
        </Field>
        <div className="al-evidence-deeds">
          <Button icon="eye" busy={busy} onClick={() => void read()}>
            {m.readClaim}
          </Button>
          <Button
            icon="download"
            onClick={() => {
              setTried(true)
              if (!missing) window.location.assign(addressOf(evidenceRoutes.original, { params, query: { purpose: stated } }))
            }}
          >
            {m.download}
          </Button>
        </div>
        <Problem problem={problem} />
        {claim === null ? null : <Claim claim={claim} />}
      </div>
    </Section>
  )
}

const Claim = ({ claim }: { claim: ExifClaim }) => {
  const m = useMessages(evidenceWords)
  const { position } = claim
  if (claim.state !== 'read') return <p className="al-quiet">{claim.state === 'absent' ? m.claimAbsent : m.claimUnreadable}</p>
  const where =
    position === null
      ? '—'
      : `${position.lng.toFixed(5)}, ${position.lat.toFixed(5)} WGS 84${position.accuracyMetres === null ? '' : ` ${m.accuracy(Math.round(position.accuracyMetres))}`}`
  const when = claim.takenAt === null ? (claim.takenLocal?.replace('T', ' ') ?? '—') : fullText(claim.takenAt)
  return (
    <>
      <DescriptionList
        termWidth={112}
        terms={[
          { term: m.claimPosition, detail: where },
          { term: m.claimTime, detail: when },
        ]}
      />
      <p className="al-quiet">{m.claimNote}</p>
    </>
  )
}
