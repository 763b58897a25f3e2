import { useId, useState } from 'react'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fullText } from '../../../ui/instant.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { DescriptionList, Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { useMay } from '../../../ui/session.ts'
import { Problem } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { AuditDiff } from './AuditDiff.tsx'
import { RecordOf, useActor } from './auditParts.tsx'
import { deedName, pageOf } from './auditWords.ts'
import { Copied } from './FirstPassword.tsx'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { HideIn } from './HideIn.tsx'
import { messages } from './messages.ts'
import { Purpose } from './Purpose.tsx'
import type { AuditEntry } from './records.ts'
import { RegionPath } from './regions.ts'

type Narrowing = { readonly personId: string } | { readonly recordKind: string; readonly recordId: string }

export type AuditEntryDrawerProps = {
  readonly entry: AuditEntry
  readonly onClose: () => void
  readonly onNarrow: (filter: Narrowing) => void
}

/** One step of the record: who, what, before and after, from where, and its place in the chain. */
export const AuditEntryDrawer = ({ entry, onClose, onNarrow }: AuditEntryDrawerProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const actor = useActor()
  const page = pageOf(entry.recordKind, entry.recordId)
  const { personId } = entry
  return (
    <Dialog
      open
      onClose={onClose}
      form="drawer"
      wide
      title={say(deedName(entry.action))}
      actions={
        <>
          {page === null ? null : <ButtonLink to={page}>{m.audit.openRecord}</ButtonLink>}
          <Button onClick={() => onNarrow({ recordKind: entry.recordKind, recordId: entry.recordId })}>{m.audit.onlyRecord}</Button>
          {personId === null ? null : <Button onClick={() => onNarrow({ personId })}>{m.audit.onlyPerson}</Button>}
        </>
      }
    >
      <DescriptionList
        terms={[
          { term: m.audit.at, detail: fullText(entry.at) },
          { term: m.audit.who, detail: actor(entry) },
          { term: m.audit.record, detail: <RecordOf entry={entry} whole /> },
          { term: m.audit.region, detail: <RegionPath code={entry.regionCode} /> },
          { term: m.audit.result, detail: entry.result === 'done' ? m.audit.done : `${m.audit.refused} · ${entry.refusalCode ?? ''}` },
          ...(entry.purpose === null ? [] : [{ term: m.audit.purpose, detail: entry.purpose }]),
          ...(entry.address === null ? [] : [{ term: m.audit.from, detail: entry.address }]),
          ...(entry.device === null ? [] : [{ term: m.audit.device, detail: entry.device }]),
          { term: m.audit.chain, detail: `${entry.chain} · ${m.audit.entry(entry.seq)}` },
          { term: m.audit.hash, detail: <CopiedHash hash={entry.hash} /> },
        ]}
      />
      <Section title={m.audit.diff} level={3} rule="none">
        <AuditDiff before={entry.before} after={entry.after} caption={m.audit.diff} />
      </Section>
      {entry.hasPersonal ? <Personal entry={entry} /> : null}
    </Dialog>
  )
}

/** The digest, to be held against an export or a checkpoint kept elsewhere. */
const CopiedHash = ({ hash }: { hash: string }) => {
  const m = useMessages(messages)
  return (
    <span className="identity-hash">
      <Copied text={hash} label={m.audit.hash} />
    </span>
  )
}

type Revealed = RouteOutput<typeof routes.revealAuditEntry>

/** The personal values of a step stay sealed until a purpose is on the record, and are hidden again by themselves. */
const Personal = ({ entry }: { entry: AuditEntry }) => {
  const m = useMessages(messages)
  const form = useId()
  const may = useMay('audit.reveal')
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const reveal = useWrite(routes.revealAuditEntry, { changes: [] })
  const hide = (): void => {
    setRevealed(null)
    setPurpose('')
    setTried(false)
  }
  const send = async (): Promise<void> => {
    setTried(true)
    if (purpose.trim() === '') return showFirstWrong()
    const done = await attempt(reveal.write({ params: { chain: entry.chain, seq: entry.seq }, body: { purpose: purpose.trim() } }))
    if (done) setRevealed(done.value)
  }
  return (
    <Section
      title={m.audit.personal}
      level={3}
      rule="line"
      aside={revealed === null || revealed.destroyed ? undefined : <HideIn onHide={hide} />}
    >
      {revealed === null ? (
        <>
          <p className="al-quiet">{m.audit.personalSealed}</p>
          {may ? (
            <>
              <Purpose id={form} value={purpose} onChange={setPurpose} tried={tried} onSubmit={() => void send()} />
              <div className="al-form-actions">
                <Button type="submit" form={form} icon="eye" busy={reveal.isPending}>
                  {m.audit.reveal}
                </Button>
              </div>
              <Problem problem={reveal.error} />
            </>
          ) : null}
        </>
      ) : revealed.destroyed ? (
        <p>{m.audit.personalDestroyed}</p>
      ) : (
        <AuditDiff before={revealed.before} after={revealed.after} caption={m.audit.personal} />
      )}
    </Section>
  )
}
