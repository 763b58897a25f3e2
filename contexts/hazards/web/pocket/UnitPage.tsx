import { useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { PocketLine, PocketPage, PocketSection } from '../../../../ui/pocket/PocketPage.tsx'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Loading, Problem } from '../../../../ui/states.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { BeginVisit } from './BeginVisit.tsx'
import { HazardRow } from './HazardRow.tsx'
import { messages } from './messages.ts'
import type { KeptPack, KeptUnit } from './packShape.ts'
import { beginReport } from './reports.ts'
import { usePack, useUnitAnew } from './usePack.ts'
import './pocketHazards.css'

const Facts = ({ kept: { unit } }: { kept: KeptUnit }) => {
  const m = useMessages(messages).unit
  const say = useSay()
  const lines: readonly (readonly [string, string | null])[] = [
    [m.address, unit.address],
    [m.region, say(unit.regionName)],
    [m.industry, `${unit.industryCode} ${unit.industryName}`],
    [m.responsible, unit.responsiblePersonName],
    [m.last, unit.lastCheckedOn ?? m.never],
  ]
  return (
    <div>
      {lines.map(([label, value]) =>
        value === null ? null : (
          <PocketLine key={label} label={label}>
            {value}
          </PocketLine>
        ),
      )}
    </div>
  )
}

const Unit = ({ pack, kept }: { pack: KeptPack; kept: KeptUnit }) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const pocket = usePocket()
  const [beginning, setBeginning] = useState(false)
  const mayReport = useMay('hazard.find')
  const { unit, ways } = kept
  const hazards = Object.values(pack.hazards).filter(({ line }) => line.unitId === unit.unitId)
  const open = hazards.filter(({ line }) => line.state !== 'closed')
  return (
    <PocketPage
      title={unit.name}
      back="/m"
      actions={
        <>
          {mayReport ? (
            <Button icon="camera" onClick={() => void beginReport(pocket, unit).then(navigate)}>
              {m.report}
            </Button>
          ) : null}
          {ways.length === 0 ? null : (
            <Button kind="primary" icon="check" onClick={() => setBeginning(true)}>
              {ways.includes('selfCheck') ? m.unit.visitSelf : m.unit.visit}
            </Button>
          )}
        </>
      }
    >
      <Facts kept={kept} />
      <PocketSection title={m.unit.hazards} aside={open.length > 0 ? String(open.length) : undefined}>
        {open.length === 0 ? <p className="pocket-note hazards-quiet">{m.unit.noHazards}</p> : null}
        {open.map((record) => (
          <HazardRow
            key={record.line.hazardId}
            record={record}
            owed={pack.owed.find(({ hazardId }) => hazardId === record.line.hazardId)}
          />
        ))}
      </PocketSection>
      <p className="pocket-note">{m.pack(dateText(pack.madeAt))}</p>
      <Dialog
        open={beginning}
        onClose={() => setBeginning(false)}
        form="sheet"
        title={ways.includes('selfCheck') ? m.unit.visitSelf : m.unit.visit}
      >
        <BeginVisit pack={pack} kept={kept} />
      </Dialog>
    </PocketPage>
  )
}

/** One unit on the phone: what it is, its open hazards, and the way into a visit. */
const UnitPage = () => {
  const m = useMessages(messages)
  const { unitId } = usePathParameters<'unitId'>()
  const { pack } = usePack()
  const kept = pack?.units[unitId]
  const { fetching, problem, known, again } = useUnitAnew(unitId)
  if (pack && kept) return <Unit pack={pack} kept={kept} />
  return (
    <PocketPage title={m.unit.title} back="/m">
      {pack === undefined || fetching ? (
        <Loading rows={6} what={m.unit.title} />
      ) : (
        <Empty
          title={known === false ? m.unit.unknown : m.unit.notHere}
          icon="question"
          action={<Button onClick={again}>{m.unit.fetch}</Button>}
        >
          <p>{m.unit.notHereNext}</p>
        </Empty>
      )}
      <Problem problem={problem} />
    </PocketPage>
  )
}

export default UnitPage
