import { encodeQR } from 'qr'
import { useEffect } from 'react'
import { usePathParameters } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { Wordmark } from '../../../../ui/Mark.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { codePath } from './codePath.ts'
import { messages } from './messages.ts'
import type { UnitRecord } from './records.ts'
import './units.css'

/** The sheet for a unit's door: its name and the code that opens it in the pocket. */
const GateCodePage = () => {
  const m = useMessages(messages)
  const { unitId } = usePathParameters<'unitId'>()
  const query = useRead(routes.unit, { params: { unitId } })
  return (
    <Read query={query} what={m.code.title}>
      {({ unit }) => <Sheet unit={unit} />}
    </Read>
  )
}

const Sheet = ({ unit }: Pick<UnitRecord, 'unit'>) => {
  const m = useMessages(messages)
  const say = useSay()
  useEffect(() => {
    document.title = `${m.code.title} · ${unit.name}`
  }, [m, unit.name])
  // A quarter of it may be scratched or rained upon; the border is the quiet zone of four modules that readers ask for.
  const rows = encodeQR(`${window.location.origin}/m/units/${unit.unitId}`, 'raw', { ecc: 'quartile', border: 4 })
  return (
    // Ink on paper in either theme: a reader finds no light code on dark ground.
    <main className="hazards-unit-sheet" data-theme="light">
      <div className="hazards-unit-sheet-deeds">
        <Button kind="primary" onClick={() => window.print()}>
          {m.code.print}
        </Button>
        <ButtonLink to={`/units/${unit.unitId}`}>{m.code.back}</ButtonLink>
        <span className="al-quiet">{m.code.help}</span>
      </div>
      <h1>{unit.name}</h1>
      <p>{[say(unit.regionName), unit.address].filter((part) => part !== null).join(' · ')}</p>
      <svg
        className="hazards-unit-code"
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        role="img"
        aria-label={m.code.aloud(unit.name)}
        shapeRendering="crispEdges"
      >
        <path d={codePath(rows)} fill="currentColor" />
      </svg>
      <p className="hazards-unit-scan">{m.code.scan}</p>
      <Wordmark />
    </main>
  )
}

export default GateCodePage
