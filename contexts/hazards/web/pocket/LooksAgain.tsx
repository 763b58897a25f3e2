import { Choice } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { PocketSection } from '../../../../ui/pocket/PocketPage.tsx'
import { HazardLevel } from './HazardRow.tsx'
import { messages } from './messages.ts'
import type { KeptPack, KeptUnit } from './packShape.ts'
import type { LookWord, VisitContent } from './visitContent.ts'

type Props = {
  readonly pack: KeptPack
  readonly kept: KeptUnit
  readonly visit: VisitContent
  readonly change: (work: (visit: VisitContent) => VisitContent) => void
}

const looks: readonly LookWord[] = ['gone', 'stillThere', 'worse']

/** Hazards that the visit's campaign took over, each to be looked at again: gone, still there, or worse. */
export const LooksAgain = ({ pack, kept, visit, change }: Props) => {
  const m = useMessages(messages).visit
  const mine = kept.registered.filter(({ campaignId }) => campaignId === visit.campaignId)
  if (mine.length === 0) return null
  return (
    <PocketSection title={m.looks} aside={`${Object.keys(visit.looks).length} / ${mine.length}`}>
      {mine.map(({ hazardId }) => {
        const line = pack.hazards[hazardId]?.line
        return (
          <div key={hazardId} className="hazards-look">
            <p>
              <HazardLevel level={line?.level ?? null} /> {line?.description ?? hazardId}
            </p>
            <Choice
              label={line?.description ?? m.looks}
              value={visit.looks[hazardId]?.finding ?? ''}
              onChange={(finding) => change((present) => ({ ...present, looks: { ...present.looks, [hazardId]: { finding, note: '' } } }))}
              options={looks.map((value) => ({ value, label: m.lookWords[value] }))}
            />
          </div>
        )
      })}
    </PocketSection>
  )
}
