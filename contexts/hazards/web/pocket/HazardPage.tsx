import { useEffect, useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction } from '../../../../ui/Button.tsx'
import { shortText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useNetwork } from '../../../../ui/network.ts'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { PocketPage, PocketSection } from '../../../../ui/pocket/PocketPage.tsx'
import { serverNow, useNow } from '../../../../ui/serverClock.ts'
import { Empty, Loading, Problem } from '../../../../ui/states.tsx'
import { stateNames } from '../../contract/names.ts'
import type { DeedContent } from './deedContent.ts'
import { beginDraft } from './handIn.ts'
import { HazardFacts } from './HazardFacts.tsx'
import { HazardLevel } from './HazardRow.tsx'
import { messages } from './messages.ts'
import type { HazardRecord, KeptPack, KeptUnit } from './packShape.ts'
import { spotDeedOf, type Because, type SpotDeed } from './spotDeed.ts'
import { usePack, useUnitAnew } from './usePack.ts'
import './pocketHazards.css'

const OnTheSpot = ({ record, kept, deed }: { record: HazardRecord; kept: KeptUnit; deed: SpotDeed }) => {
  const m = useMessages(messages).hazard
  const navigate = useNavigate()
  const pocket = usePocket()
  const [judged, setJudged] = useState<{ readonly because: Because | null } | null>(null)
  useEffect(() => {
    let left = false
    // The rules come after the page: they are a third of it, and a glance at a hazard needs none of them.
    void import('./spotRules.ts').then(({ mayOnSpot }) => {
      if (!left) setJudged({ because: mayOnSpot(record, kept, deed, new Date(serverNow()).toISOString()) })
    })
    return () => {
      left = true
    }
  }, [record, kept, deed])
  const title = deed === 'review' ? m.review : m.selfCheck
  if (judged === null) return <Loading rows={1} what={title} />
  const { because } = judged
  if (because !== null) return <RefusedAction title={title} because={because} />
  const begin = async (): Promise<void> => {
    const content: DeedContent = {
      unitId: record.line.unitId,
      hazardId: record.line.hazardId,
      description: record.line.description,
      deed,
      baseVersion: record.line.version,
      personId: pocket.owner.personId,
      passed: true,
      text: '',
      photos: [],
      costYuan: null,
      position: null,
      noPositionReason: '',
    }
    navigate(await beginDraft(pocket, { kind: 'hazards.deed', title: `${title} ${record.line.number}`, folder: 'deeds', content }))
  }
  return (
    <Button kind="primary" icon="check" large wide onClick={() => void begin()}>
      {title}
    </Button>
  )
}

const Hazard = ({ pack, record, kept }: { pack: KeptPack; record: HazardRecord; kept: KeptUnit }) => {
  const m = useMessages(messages).hazard
  const { language } = useLanguage()
  const { online } = useNetwork()
  const now = useNow(60_000)
  const { line } = record
  const deed = spotDeedOf(record)
  return (
    <PocketPage
      title={`${m.number} ${line.number}`}
      back={`/m/units/${line.unitId}`}
      aside={stateNames[line.state][language]}
      actions={online ? <ButtonLink to={`/hazards/${line.unitId}/${line.hazardId}`}>{m.look}</ButtonLink> : undefined}
    >
      <p className="hazards-where">
        <HazardLevel level={line.level} solid /> {line.unitName}
      </p>
      <HazardFacts record={record} />
      {deed === null ? (
        <Empty title={m.nothing} icon="desk">
          <p>{m.nothingNext}</p>
        </Empty>
      ) : (
        <PocketSection title={deed === 'review' ? m.review : m.selfCheck}>
          <div className="hazards-spot">
            <OnTheSpot record={record} kept={kept} deed={deed} />
          </div>
        </PocketSection>
      )}
      <p className="pocket-note">{m.asOf(shortText(pack.madeAt, now))}</p>
    </PocketPage>
  )
}

/** A hazard on the phone, and what may be done at it on the spot. */
const HazardPage = () => {
  const m = useMessages(messages)
  const { unitId, hazardId } = usePathParameters<'unitId' | 'hazardId'>()
  const { pack } = usePack()
  // Somebody may have acted on it since the pack came: with network it is always asked for anew.
  const { fetching, problem } = useUnitAnew(unitId)
  const record = pack?.hazards[hazardId]
  const kept = pack?.units[unitId]
  if (pack && record && kept) return <Hazard pack={pack} record={record} kept={kept} />
  return (
    <PocketPage title={m.hazard.number} back="/m">
      {pack !== undefined && !fetching ? (
        <Empty
          title={m.hazard.notHere}
          icon="question"
          action={<ButtonLink to={`/hazards/${unitId}/${hazardId}`}>{m.hazard.look}</ButtonLink>}
        >
          <p>{m.unit.notHereNext}</p>
        </Empty>
      ) : (
        <Loading rows={6} />
      )}
      <Problem problem={problem} />
    </PocketPage>
  )
}

export default HazardPage
