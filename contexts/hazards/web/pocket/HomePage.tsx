import { useEffect, useState } from 'react'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { shortText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useOutboxState, usePocket } from '../../../../ui/outbox/context.ts'
import type { Draft } from '../../../../ui/outbox/records.ts'
import { PocketPage, PocketRow, PocketSection } from '../../../../ui/pocket/PocketPage.tsx'
import { usePosition } from '../../../../ui/position.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Failed, Loading } from '../../../../ui/states.tsx'
import { distanceMetres } from '../../../../kernel/geometry.ts'
import { HazardRow } from './HazardRow.tsx'
import { messages } from './messages.ts'
import type { KeptPack, KeptUnit } from './packShape.ts'
import { beginReport } from './reports.ts'
import { usePack } from './usePack.ts'
import './pocketHazards.css'

const useDrafts = (): readonly Draft[] => {
  const { box, owner } = usePocket()
  const { items } = useOutboxState()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  useEffect(() => {
    let left = false
    void box.drafts(owner).then((found) => {
      if (!left) setDrafts(found)
    })
    return () => {
      left = true
    }
    // A thing handed in ends its draft.
  }, [box, owner, items.length])
  return drafts
}

const UnitRows = ({ units }: { units: readonly KeptUnit[] }) => {
  const m = useMessages(messages)
  const say = useSay()
  const [near, setNear] = useState(false)
  const { fix } = usePosition(near)
  const away = ({ unit }: KeptUnit): number | null => (fix === null || unit.place === null ? null : distanceMetres(fix, unit.place))
  const sorted = fix === null ? units : units.toSorted((one, other) => (away(one) ?? Infinity) - (away(other) ?? Infinity))
  const own = units.every(({ person }) => person.side === 'unit')
  return (
    <PocketSection
      title={own ? m.unitsOwn : m.units}
      aside={
        units.length > 1 ? (
          <button type="button" className="hazards-near" aria-pressed={near} onClick={() => setNear(!near)}>
            {m.near}
          </button>
        ) : undefined
      }
    >
      {sorted.map((kept) => {
        const { unit, registered } = kept
        const distance = away(kept)
        const facts = [
          say(unit.regionName),
          unit.openHazards > 0 ? m.openHazards(unit.openHazards) : '',
          registered.length > 0 ? m.toLook(registered.length) : '',
        ].filter((fact) => fact !== '')
        return (
          <PocketRow
            key={unit.unitId}
            to={`/m/units/${unit.unitId}`}
            title={unit.name}
            detail={facts.join(' · ')}
            aside={distance === null ? undefined : m.away(m.metres(distance))}
          />
        )
      })}
    </PocketSection>
  )
}

/** The units to go to: planned ones first, then those that were scanned, then all others of the pack. */
const inOrder = (pack: KeptPack): readonly KeptUnit[] => {
  const rank = ({ plannedIn, addedAt }: KeptUnit): number => (plannedIn.length > 0 ? 0 : addedAt === null ? 2 : 1)
  return Object.values(pack.units).toSorted((one, other) => rank(one) - rank(other))
}

const Taken = ({ pack }: { pack: KeptPack }) => {
  const m = useMessages(messages)
  const units = inOrder(pack)
  const owed = pack.owed.filter(({ hazardId }) => pack.hazards[hazardId] !== undefined)
  return (
    <>
      <PocketSection title={m.owed} aside={owed.length > 0 ? String(owed.length) : undefined}>
        {owed.length === 0 ? <p className="pocket-note hazards-quiet">{m.owedNone}</p> : null}
        {owed.map((thing) => {
          const record = pack.hazards[thing.hazardId]
          return record ? <HazardRow key={`${thing.hazardId} ${thing.kind}`} record={record} owed={thing} /> : null
        })}
      </PocketSection>
      {units.length === 0 ? (
        <PocketSection title={m.units}>
          <Empty title={m.unitsNone} icon="pin">
            <p>{m.unitsNoneNext}</p>
          </Empty>
        </PocketSection>
      ) : (
        <UnitRows units={units} />
      )}
      {pack.unitsLeftOut > 0 ? <p className="pocket-note">{m.leftOut(pack.unitsLeftOut)}</p> : null}
    </>
  )
}

/** The first page of the pocket: what is on the phone, what is owed, where to go. */
const HomePage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const pocket = usePocket()
  const { items } = useOutboxState()
  const { pack, loading, problem, renew } = usePack()
  const drafts = useDrafts()
  const now = useNow(60_000)
  const mayReport = useMay('hazard.find')
  return (
    <PocketPage
      title={m.home}
      aside={
        <button type="button" className="hazards-near" aria-label={m.renew} aria-busy={loading} onClick={renew}>
          {loading ? m.packLoading : pack ? m.pack(shortText(pack.madeAt, now)) : m.packNone}
        </button>
      }
      actions={
        <>
          <ButtonLink to="/m/scan" icon="scan">
            {m.scan}
          </ButtonLink>
          {mayReport ? (
            <Button kind="primary" icon="camera" onClick={() => void beginReport(pocket, null).then(navigate)}>
              {m.report}
            </Button>
          ) : null}
        </>
      }
    >
      <PocketRow
        to="/m/outbox"
        title={m.outbox}
        detail={items.length === 0 ? m.outboxEmpty : m.outboxCount(items.length)}
        aside={items.length === 0 ? undefined : <b className="hazards-count">{items.length}</b>}
      />
      {problem === null ? null : <Failed problem={problem} onRetry={renew} />}
      {drafts.length === 0 ? null : (
        <PocketSection title={m.drafts}>
          {drafts.map((draft) => (
            <PocketRow key={draft.id} to={draft.address} title={draft.title} detail={m.draftSaved(shortText(draft.savedAt, now))} />
          ))}
        </PocketSection>
      )}
      {pack === undefined || (pack === null && loading) ? <Loading rows={5} what={m.home} /> : null}
      {pack === null && !loading ? (
        <Empty title={m.packNone} icon="layers">
          <p>{m.packNoneNext}</p>
        </Empty>
      ) : null}
      {pack ? <Taken pack={pack} /> : null}
    </PocketPage>
  )
}

export default HomePage
