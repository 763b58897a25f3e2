import { useEffect, useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction } from '../../../../ui/Button.tsx'
import { shortText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useNetwork } from '../../../../ui/network.ts'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { PocketPage } from '../../../../ui/pocket/PocketPage.tsx'
import { serverNow, useNow } from '../../../../ui/serverClock.ts'
import { Empty, Loading, Problem } from '../../../../ui/states.tsx'
import { stateNames } from '../../contract/names.ts'
import type { DeedContent } from './deedContent.ts'
import { beginDraft } from './handIn.ts'
import { HazardFacts } from './HazardFacts.tsx'
import { HazardLevel } from './HazardRow.tsx'
import { messages } from './messages.ts'
import { spotMessages } from './spotMessages.ts'
import type { HazardRecord, KeptPack, KeptUnit } from './packShape.ts'
import { spotDeedOf, type Because, type SpotDeed } from './spotDeed.ts'
import { usePack, useUnitAnew } from './usePack.ts'
import './pocketHazards.css'

/** Whether the person may do it; null until the rules, which come after the page, have said so. */
const useJudged = (record: HazardRecord, kept: KeptUnit, deed: SpotDeed | null): { readonly because: Because | null } | null => {
  const [judged, setJudged] = useState<{ readonly because: Because | null } | null>(null)
  useEffect(() => {
    if (deed === null) return
    let left = false
    // They are a third of the page, and a glance at a hazard needs none of them.
    void import('./spotRules.ts').then(({ mayOnSpot }) => {
      if (!left) setJudged({ because: mayOnSpot(record, kept, deed, new Date(serverNow()).toISOString()) })
    })
    return () => {
      left = true
    }
  }, [record, kept, deed])
  return judged
}

const Hazard = ({ pack, record, kept }: { pack: KeptPack; record: HazardRecord; kept: KeptUnit }) => {
  const m = useMessages(spotMessages).hazard
  const { language } = useLanguage()
  const { online } = useNetwork()
  const navigate = useNavigate()
  const pocket = usePocket()
  const now = useNow(60_000)
  const { line } = record
  const deed = spotDeedOf(record)
  const judged = useJudged(record, kept, deed)
  const title = deed === 'review' ? m.review : m.selfCheck
  const begin = async (of: SpotDeed): Promise<void> => {
    const content: DeedContent = {
      unitId: line.unitId,
      hazardId: line.hazardId,
      description: line.description,
      deed: of,
      baseVersion: line.version,
      personId: pocket.owner.personId,
      passed: true,
      text: '',
      photos: [],
      costYuan: null,
      position: null,
      noPositionReason: '',
    }
    navigate(await beginDraft(pocket, { kind: 'hazards.deed', title: `${title} ${line.number}`, folder: 'deeds', content }))
  }
  const mayBegin = deed !== null && judged !== null && judged.because === null
  return (
    <PocketPage
      title={`${m.number} ${line.number}`}
      back={`/m/units/${line.unitId}`}
      aside={stateNames[line.state][language]}
      actions={
        online || mayBegin ? (
          <>
            {online ? <ButtonLink to={`/hazards/${line.unitId}/${line.hazardId}`}>{m.look}</ButtonLink> : null}
            {mayBegin ? (
              <Button kind="primary" icon="check" onClick={() => void begin(deed)}>
                {title}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <p className="hazards-where">
        <HazardLevel level={line.level} solid /> {line.unitName}
      </p>
      <HazardFacts record={record} />
      {deed === null ? (
        <Empty title={m.nothing} icon="desk">
          <p>{m.nothingNext}</p>
        </Empty>
      ) : null}
      {deed !== null && judged !== null && judged.because !== null ? <RefusedAction title={title} because={judged.because} /> : null}
      <p className="pocket-note">{m.asOf(shortText(pack.madeAt, now))}</p>
    </PocketPage>
  )
}

/** A hazard on the phone, and what may be done at it on the spot. */
const HazardPage = () => {
  const m = useMessages(messages)
  const spot = useMessages(spotMessages).hazard
  const { unitId, hazardId } = usePathParameters<'unitId' | 'hazardId'>()
  const { pack } = usePack()
  // Somebody may have acted on it since the pack came: with network it is always asked for anew.
  const { fetching, problem } = useUnitAnew(unitId)
  const record = pack?.hazards[hazardId]
  const kept = pack?.units[unitId]
  if (pack && record && kept) return <Hazard pack={pack} record={record} kept={kept} />
  return (
    <PocketPage title={spot.number} back="/m">
      {pack !== undefined && !fetching ? (
        <Empty title={spot.notHere} icon="question" action={<ButtonLink to={`/hazards/${unitId}/${hazardId}`}>{spot.look}</ButtonLink>}>
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
