import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { useFilling } from '../../../../ui/outbox/filling.ts'
import { useDraft } from '../../../../ui/outbox/useDraft.ts'
import { PocketPage } from '../../../../ui/pocket/PocketPage.tsx'
import { usePosition } from '../../../../ui/position.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Empty, Loading, Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { FindingScreen } from './FindingScreen.tsx'
import { handIn } from './handIn.ts'
import { messages } from './messages.ts'
import type { KeptPack } from './packShape.ts'
import { QuestionScreen } from './QuestionScreen.tsx'
import { usePack } from './usePack.ts'
import type { AskedItem } from './visitScreen.ts'
import { nextItem, photosOf, putFinding, type FindingContent, type VisitContent } from './visitContent.ts'
import './pocketHazards.css'

const VisitOverview = lazy(async () => ({ default: (await import('./VisitOverview.tsx')).VisitOverview }))

/** An item of the pack, from whichever list has it. */
const itemIn = (pack: KeptPack | null | undefined, key: string): AskedItem | undefined => {
  for (const list of Object.values(pack?.lists ?? {})) {
    const item = list.items[key]
    if (item) return { ...item, list: list.title, namesFault: list.purpose === 'major' }
  }
  return undefined
}

/** The better fix stays: a first one that is off by 80 m gives way to one that is off by 5. */
const usePlaced = (visit: VisitContent | undefined, change: (work: (visit: VisitContent) => VisitContent) => void) => {
  const position = usePosition(visit !== undefined)
  const { fix } = position
  const held = visit?.position ?? null
  const better = fix !== null && visit !== undefined && (held === null || fix.accuracyMetres < held.accuracyMetres)
  useEffect(() => {
    if (better) change((present) => ({ ...present, position: fix }))
  }, [better, fix, change])
  return position
}

/** A visit as it is being made: its questions one by one, what was found, and the whole before it goes. */
const VisitPage = () => {
  const m = useMessages(messages)
  const { draftId } = usePathParameters<'draftId'>()
  const navigate = useNavigate()
  const pocket = usePocket()
  const { pack } = usePack()
  const { draft, change, savedAt, settled, problem } = useDraft<VisitContent>(draftId)
  const [editing, setEditing] = useState<string | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  useFilling()
  const visit = draft?.content
  const position = usePlaced(visit, change)
  if (draft === undefined || pack === undefined) {
    return (
      <PocketPage title={m.visit.title('')} back="/m">
        <Loading rows={6} />
      </PocketPage>
    )
  }
  if (draft === null || visit === undefined) {
    return (
      <PocketPage title={m.unit.title} back="/m">
        <Empty title={m.visit.gone} icon="question" action={<ButtonLink to="/m/outbox">{m.outbox}</ButtonLink>}>
          <p>{m.visit.goneNext}</p>
        </Empty>
      </PocketPage>
    )
  }
  const goOn = (): void => {
    setEditing(null)
    change((present) => (present.at < present.items.length ? { ...present, at: nextItem(present) } : present))
  }
  const edit = (finding: FindingContent): void => {
    change((present) => putFinding(present, finding))
    setEditing(finding.hazardId)
  }
  const send = async (): Promise<void> => {
    setFailed(null)
    try {
      await settled()
      const checked = visit.result === 'checked'
      await handIn(pocket, {
        draft,
        content: visit,
        title: `${visit.unitName} ${checked ? m.visit.itemTitle(Object.keys(visit.answers).length) : m.visit.notAdmittedTitle}`,
        detail: checked && visit.findings.length > 0 ? m.visit.findings(visit.findings.length) : '',
        files: photosOf(visit),
        claimedAt: new Date(serverNow()).toISOString(),
        subjectAddress: `/m/units/${visit.unitId}`,
      })
      tell({ text: m.visit.kept })
      navigate('/m/outbox')
    } catch (thrown) {
      setFailed(thrown)
    }
  }
  const finding = visit.findings.find(({ hazardId }) => hazardId === editing)
  const itemKey = visit.items[visit.at]
  const item = itemKey === undefined ? undefined : itemIn(pack, itemKey)
  const common = { draftId, visit, change, savedAt, position }
  return (
    <>
      {finding ? (
        <FindingScreen
          {...common}
          finding={finding}
          item={finding.itemKey === null ? undefined : itemIn(pack, finding.itemKey)}
          onDone={goOn}
        />
      ) : itemKey !== undefined ? (
        <QuestionScreen key={itemKey} {...common} itemKey={itemKey} item={item} onFinding={edit} />
      ) : (
        <Suspense fallback={<Loading rows={6} />}>
          <VisitOverview {...common} pack={pack} itemOf={(key) => itemIn(pack, key)} onFinding={edit} onSend={send} />
        </Suspense>
      )}
      <Problem problem={failed ?? problem} />
    </>
  )
}

export default VisitPage
