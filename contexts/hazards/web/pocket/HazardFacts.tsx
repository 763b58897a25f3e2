import { evidenceRoutes } from '../../../../platform/evidence/contract.ts'
import { addressOf } from '../../../../ui/api.ts'
import { shortText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { useNetwork } from '../../../../ui/network.ts'
import { PocketLine } from '../../../../ui/pocket/PocketPage.tsx'
import { useNow } from '../../../../ui/serverClock.ts'
import { spotMessages } from './spotMessages.ts'
import type { HazardRecord } from './packShape.ts'

/** Photos that the server has; they are shown with network. */
const Evidence = ({ ids, title }: { ids: readonly string[]; title: string }) => {
  const { online } = useNetwork()
  if (!online || ids.length === 0) return null
  return (
    <div className="pocket-photos">
      {ids.map((evidenceId, index) => (
        <span className="pocket-photo" key={evidenceId}>
          <img src={addressOf(evidenceRoutes.copy, { params: { evidenceId }, query: { size: '320' } })} alt={`${title} ${index + 1}`} />
        </span>
      ))}
    </div>
  )
}

/** What the hazard is: found, required, put right, each with who and when. */
export const HazardFacts = ({ record: { hazard, people } }: { record: HazardRecord }) => {
  const m = useMessages(spotMessages).hazard
  const now = useNow(60_000)
  const said = (personId: string, at: string): string => m.by(people[personId] ?? '', shortText(at, now))
  const { found } = hazard
  return (
    <div>
      <PocketLine label={m.found}>
        {found.description}
        <br />
        <span className="pocket-note">
          {found.finder === undefined
            ? said(found.step.by.personId, found.step.claimedAt)
            : m.by(found.finder ?? '', shortText(found.step.claimedAt, now))}
        </span>
        <Evidence ids={found.evidence} title={m.found} />
      </PocketLine>
      {'order' in hazard && hazard.order !== null ? (
        <PocketLine label={m.required}>
          {hazard.order.requirement}
          <br />
          <span className="pocket-note">
            {said(hazard.order.step.by.personId, hazard.order.step.claimedAt)} · {m.due(hazard.order.dueOn)}
          </span>
        </PocketLine>
      ) : null}
      {'selfCheck' in hazard ? (
        <PocketLine label={m.rectified}>
          {hazard.selfCheck.description}
          <br />
          <span className="pocket-note">{said(hazard.selfCheck.step.by.personId, hazard.selfCheck.step.claimedAt)}</span>
          <Evidence ids={hazard.selfCheck.evidence} title={m.rectified} />
        </PocketLine>
      ) : null}
    </div>
  )
}
