import { Link, usePathParameters } from '../../../../ui/address.tsx'
import { Tag } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { unitKinds, unitTags } from '../../rules/criteria/unit.ts'
import { riskColourNames } from '../../rules/risk.ts'
import { messages } from './messages.ts'
import { levelOfColour, type UnitRecord } from './records.ts'
import { RegionPath } from '../choosing/regions.ts'
import { SourceExplained, SourceMark } from './SourceExplained.tsx'
import { UnitDeeds } from './UnitDeeds.tsx'
import { UnitDoubles } from './UnitDoubles.tsx'
import { UnitLists } from './UnitLists.tsx'
import { UnitChecklists, UnitHazards, UnitVisits } from './UnitRecords.tsx'
import './units.css'

/** One unit: what the register holds of it, its major hazard source explained, what was done at it, and what may be done. */
const UnitPage = () => {
  const m = useMessages(messages)
  const { unitId } = usePathParameters<'unitId'>()
  const query = useRead(routes.unit, { params: { unitId } })
  return (
    <Read query={query} rows={10} what={m.one}>
      {(record) => <Shown key={record.unit.unitId} record={record} />}
    </Read>
  )
}

const Shown = ({ record }: { record: UnitRecord }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { unit, majorHazardSource: source, exposedPeople } = record
  return (
    <>
      <PageHead
        title={unit.name}
        crumbs={[{ title: m.title, to: '/units' }]}
        marks={
          <>
            <Tag>{say(unitKinds[unit.kind])}</Tag>
            {unit.riskColour === null ? null : <RiskChip unit={unit} />}
            {source === null || !source.major ? null : <SourceMark verdict={source} />}
            {unit.closedOn === null ? null : <Tag tone="silent">{m.facts.closedOn(unit.closedOn)}</Tag>}
            {unit.aliasOf === null ? null : <Tag tone="accent">{m.alias.mark}</Tag>}
          </>
        }
        facts={
          <>
            <span>{say(unit.regionName)}</span>
            <span>
              {unit.industryCode} {unit.industryName}
            </span>
            {unit.uscc === null ? null : (
              <span>
                {m.facts.uscc} {unit.uscc}
              </span>
            )}
          </>
        }
      />
      {unit.aliasOf === null ? null : <StandsElsewhere intoId={unit.aliasOf} />}
      <Columns
        side={
          <>
            <UnitDeeds record={record} />
            <UnitLists record={record} />
            <UnitDoubles record={record} />
          </>
        }
      >
        <Section title={m.facts.title} rule="none">
          <Facts record={record} />
        </Section>
        <Section title={m.source.title} note={m.source.standard} aside={source === null ? undefined : <SourceMark verdict={source} />}>
          {source === null ? (
            <p className="al-quiet">{m.source.none}</p>
          ) : (
            <SourceExplained verdict={source} exposedPeople={exposedPeople} />
          )}
        </Section>
        <UnitHazards unitId={unit.unitId} />
        <UnitVisits unitId={unit.unitId} />
        <UnitChecklists unitId={unit.unitId} />
      </Columns>
    </>
  )
}

const RiskChip = ({ unit: { riskColour } }: Pick<UnitRecord, 'unit'>) => {
  const { language } = useLanguage()
  return riskColour === null ? null : <LevelChip level={levelOfColour[riskColour]} word={riskColourNames[riskColour][language]} />
}

/** Where the unit that stands for this one is found. */
const StandsElsewhere = ({ intoId }: { intoId: string }) => {
  const m = useMessages(messages)
  const { data } = useRead(routes.unit, { params: { unitId: intoId } })
  return (
    <p className="hazards-unit-alias">
      {m.alias.text} {m.alias.stands} <Link to={`/units/${intoId}`}>{data?.unit.name ?? intoId.slice(0, 8)}</Link>
    </p>
  )
}

const Facts = ({ record: { unit } }: { record: UnitRecord }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const notSet = <span className="al-quiet">{m.notSet}</span>
  const named = (id: string | null, name: string | null, to: string) =>
    id === null ? notSet : name === null ? <span className="al-quiet">{m.facts.outOfSight}</span> : <Link to={`${to}/${id}`}>{name}</Link>
  return (
    <DescriptionList
      termWidth={148}
      terms={[
        { term: m.facts.uscc, detail: unit.uscc ?? notSet },
        { term: m.facts.region, detail: <RegionPath code={unit.regionCode} /> },
        { term: m.facts.recordedRegion, detail: <RegionPath code={unit.recordedRegion} /> },
        { term: m.facts.industry, detail: `${unit.industryCode} ${unit.industryName}` },
        { term: m.facts.organisation, detail: named(unit.organisationId, unit.organisationName, '/organisations') },
        { term: m.facts.responsible, detail: named(unit.responsiblePersonId, unit.responsiblePersonName, '/people') },
        { term: m.facts.address, detail: unit.address ?? notSet },
        {
          term: m.facts.place,
          detail:
            unit.place === null ? (
              notSet
            ) : (
              <>
                {unit.place.lng.toFixed(6)}, {unit.place.lat.toFixed(6)} <span className="al-quiet">{m.facts.datum}</span>
              </>
            ),
        },
        {
          term: m.facts.tags,
          detail: unit.tags.length === 0 ? notSet : unit.tags.map((tag) => say(unitTags[tag])).join(language === 'zh' ? '；' : '; '),
        },
        { term: m.facts.registeredOn, detail: unit.registeredOn },
        ...(unit.doubleReason === null ? [] : [{ term: m.facts.doubleReason, detail: unit.doubleReason }]),
        ...(unit.closeReason === null ? [] : [{ term: m.facts.closeReason, detail: unit.closeReason }]),
      ]}
    />
  )
}

export default UnitPage
