import { ButtonLink } from '../../../../ui/Button.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { RefusalError } from '../../../../ui/api.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { PlainTable } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes, type RegisterFacts } from '../../contract/index.ts'
import { formMessages } from './formMessages.ts'
import { messages } from './messages.ts'
import { RegionPath } from '../choosing/regions.ts'
import type { UnitDraft } from './unitDraft.ts'
import { Likeness } from './UnitDoubles.tsx'

type Candidate = RegisterFacts['UNIT_PROBABLY_REGISTERED']['candidates'][number]

/** The probable doubles that a refusal names; none where it is another refusal. */
export const candidatesOf = (problem: unknown): readonly Candidate[] =>
  problem instanceof RefusalError && problem.code === 'UNIT_PROBABLY_REGISTERED'
    ? (problem.facts as RegisterFacts['UNIT_PROBABLY_REGISTERED']).candidates
    : []

/** What was filled in beside each unit it is probably the same as, and the two ways on. */
export const ProbableDoubles = ({
  candidates,
  draft,
  onChange,
  missing,
}: {
  candidates: readonly Candidate[]
  draft: UnitDraft
  onChange: (part: Partial<UnitDraft>) => void
  missing: boolean
}) => {
  const m = useMessages(formMessages)
  return (
    <section className="hazards-unit-probable" aria-label={m.probably} role="alert">
      <h2>{m.probably}</h2>
      <p className="al-quiet">{m.probablyHelp}</p>
      {candidates.map((candidate, index) => (
        <Beside key={candidate.unitId ?? index} candidate={candidate} draft={draft} />
      ))}
      <Field label={m.otherUnit} help={m.otherHelp} error={missing ? m.otherMissing : undefined}>
        <TextArea value={draft.doubleReason} maxLength={2000} onChange={(doubleReason) => onChange({ doubleReason })} />
      </Field>
    </section>
  )
}

const Beside = ({ candidate, draft }: { candidate: Candidate; draft: UnitDraft }) => {
  const m = useMessages(formMessages)
  const words = useMessages(messages)
  const { data } = useRead(routes.unit, { params: { unitId: candidate.unitId ?? '' } }, { enabled: candidate.unitId !== null })
  const other = data?.unit
  return (
    <div className="hazards-unit-beside">
      <PlainTable
        caption={candidate.name}
        head={['', m.yours, candidate.name]}
        rows={[
          [m.name, draft.name, candidate.name],
          [m.uscc, draft.uscc, other?.uscc ?? '—'],
          [m.region, <RegionPath key="mine" code={draft.regionCode} />, <RegionPath key="theirs" code={candidate.regionCode} />],
          [m.address, draft.address, other?.address ?? '—'],
          [m.industry, draft.industry?.name ?? '', other === undefined ? '—' : `${other.industryCode} ${other.industryName}`],
        ]}
      />
      <p className="hazards-unit-verdict">
        <Likeness {...candidate} distanceMetres={null} />
        {candidate.unitId === null ? (
          <span className="al-quiet">{m.outOfScope}</span>
        ) : (
          <ButtonLink to={`/units/${candidate.unitId}`} icon="right">
            {m.open}
            <span className="al-unseen"> {words.one}</span>
          </ButtonLink>
        )}
      </p>
    </div>
  )
}
