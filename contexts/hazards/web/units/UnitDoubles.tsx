import { useState } from 'react'
import { Link } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import { ReasonedDeed } from './ReasonedDeed.tsx'
import type { Duplicate, UnitRecord } from './records.ts'

/** How alike two units are, in words. */
export const Likeness = ({
  score,
  reasons,
  distanceMetres,
}: {
  score: number
  reasons: readonly Duplicate['reasons'][number][]
  distanceMetres: number | null
}) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <>
      {m.doubles.score(Math.round(score * 100))} ·{' '}
      {reasons.map((reason) => m.doubles.reasons[reason]).join(language === 'zh' ? '、' : ', ')}
      {distanceMetres === null ? null : ` · ${m.doubles.distance(Math.round(distanceMetres).toLocaleString('en'))}`}
    </>
  )
}

/** Units that are probably this one, to be joined; and those that were joined to it. */
export const UnitDoubles = ({ record: { unit, joined } }: { record: UnitRecord }) => {
  const m = useMessages(messages)
  const mayJoin = useMay('unit.join')
  const [into, setInto] = useState<Duplicate | null>(null)
  const stands = unit.aliasOf === null && unit.closedOn === null
  const query = useRead(routes.unitDuplicates, { params: { unitId: unit.unitId } }, { enabled: stands })
  return (
    <>
      {stands ? (
        <Section title={m.doubles.title} rule="line">
          <Read query={query} rows={2} what={m.doubles.title}>
            {(doubles) =>
              doubles.length === 0 ? (
                <p className="al-quiet">{m.doubles.none}</p>
              ) : (
                <ul className="hazards-unit-rows">
                  {doubles.map((double, index) => (
                    <li key={double.unitId ?? index}>
                      {double.unitId === null ? <b>{double.name}</b> : <Link to={`/units/${double.unitId}`}>{double.name}</Link>}
                      {double.unitId !== null && mayJoin ? (
                        <Button kind="bare" onClick={() => setInto(double)}>
                          {m.doubles.join}
                          <span className="al-unseen"> {double.name}</span>
                        </Button>
                      ) : null}
                      <span className="hazards-unit-below">
                        <Likeness {...double} />
                        {double.unitId === null ? ` · ${m.doubles.outOfScope}` : ''}
                      </span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Read>
        </Section>
      ) : null}
      {joined.length === 0 ? null : (
        <Section title={m.joined.title} rule="line">
          <ul className="hazards-unit-rows">
            {joined.map((other) => (
              <li key={other.unitId}>
                <Link to={`/units/${other.unitId}`}>{other.name}</Link>
                <span className="hazards-unit-end">{dateText(other.at)}</span>
                <span className="hazards-unit-below">
                  {m.joined.by} {other.personName} · {other.reason} · <Likeness {...other} distanceMetres={null} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {into?.unitId ? <JoinUnit unit={unit} into={{ id: into.unitId, name: into.name }} onClose={() => setInto(null)} /> : null}
    </>
  )
}

const JoinUnit = ({ unit, into, onClose }: { unit: UnitRecord['unit']; into: { id: string; name: string }; onClose: () => void }) => {
  const m = useMessages(messages)
  const join = useWrite(routes.joinUnits)
  const { effects } = m.doubles
  return (
    <ReasonedDeed
      title={m.doubles.joinTitle(unit.name, into.name)}
      effects={[effects.counts(unit.name, into.name), effects.stays, effects.trace]}
      confirm={m.doubles.join}
      onClose={onClose}
      busy={join.isPending}
      problem={join.error}
      onConfirm={(reason) =>
        join
          .write({ params: { unitId: unit.unitId }, body: { intoId: into.id, reason, version: unit.version } })
          .then(() => tell({ text: `${m.doubles.joined} · ${into.name}` }))
      }
    />
  )
}
