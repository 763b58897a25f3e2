import { Link } from '../../../../ui/address.tsx'
import { RowClocks } from '../../../../ui/Clocks.tsx'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { dateText, dayMinuteText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { DescriptionList, Section } from '../../../../ui/Page.tsx'
import { foundByAuthority } from '../../rules/hazard.ts'
import { shortNumber } from '../../rules/hazardNumber.ts'
import { messages } from './messages.ts'
import type { Names } from './names.ts'
import type { HazardRecord } from './record.ts'
import { beforeAndAfter } from './timelineOf.ts'

/** Beside the loop: who owes what, before and after, reports, controls, requests, and the hazard it repeats. */
export const Side = ({ record, names }: { record: HazardRecord; names: Names }) => {
  const m = useMessages(messages)
  const terms = useTerms(record, names)
  return (
    <>
      <Section title={m.side.owed} rule="line">
        {record.owed.length === 0 ? (
          <p className="al-quiet">{m.side.owedNone}</p>
        ) : (
          <ul className="hazard-owed">
            {record.owed.map((owed) => (
              <li key={owed.kind}>
                <span>
                  <b>{names.duty(owed.kind)}</b>
                  <span className="al-quiet"> {names.owner(owed)}</span>
                </span>
                <RowClocks
                  step={owed.stepDueAt === null ? undefined : { startedAt: owed.since, dueAt: owed.stepDueAt }}
                  legal={
                    owed.lawDueAt === null ? undefined : { startedAt: record.legalClock?.originAt ?? owed.since, dueAt: owed.lawDueAt }
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Compared record={record} />
      {terms.length === 0 ? null : (
        <Section title={m.side.reports} rule="line">
          <DescriptionList terms={terms} />
        </Section>
      )}
    </>
  )
}

const Compared = ({ record }: { record: HazardRecord }) => {
  const m = useMessages(messages)
  const pair = beforeAndAfter(record.history)
  const side = (title: string, ids: readonly string[]) => (
    <div>
      <h3>{title}</h3>
      {ids.length === 0 ? (
        <p className="hazard-compared-none">{m.side.notYet}</p>
      ) : (
        <EvidenceStrip
          recordKind="hazard"
          recordId={record.recordId}
          ids={ids}
          size="large"
          most={3}
          nameOf={(personId) => record.people[personId]}
          follows={['hazards']}
          empty={<p className="hazard-compared-none">{m.side.notYet}</p>}
        />
      )}
    </div>
  )
  return (
    <Section title={m.side.compare} rule="line">
      <div className="hazard-compared">
        {side(m.side.before, pair.before)}
        {side(m.side.after, pair.after)}
      </div>
    </Section>
  )
}

const useTerms = ({ hazard, line, mayRepeat }: HazardRecord, names: Names) => {
  const m = useMessages(messages)
  const { reports, controls, listing, softening, withdrawal, recurrenceOf } = hazard
  const extension = 'extensions' in hazard ? hazard.extensions.find(({ outcome }) => outcome === 'pending') : undefined
  const by = (step: { readonly by: { readonly personId: string }; readonly receivedAt: string }): string =>
    `${dayMinuteText(step.receivedAt)} ${names.personOf(step.by.personId)}`
  const asked = (step: { readonly by: { readonly personId: string }; readonly receivedAt: string }): string =>
    m.side.asked(names.personOf(step.by.personId), dayMinuteText(step.receivedAt))
  const major = hazard.level === 'major'
  return [
    ...(major
      ? [
          {
            term: m.side.authority,
            detail: reports.authority === null ? (foundByAuthority(hazard) ? m.side.notNeeded : m.side.notReported) : by(reports.authority),
          },
          {
            term: m.side.staff,
            detail: reports.staff === null ? m.side.notReported : `${by(reports.staff)} · ${m.story.means[reports.staff.means]}`,
          },
        ]
      : []),
    ...(listing === null
      ? []
      : [{ term: m.side.listing, detail: `${listing.documentNo} · ${names.tierOf(listing.tier)} · ${m.side.until(listing.dueOn)}` }]),
    ...(controls === null ? [] : [{ term: m.side.controls, detail: `${controls.text} · ${by(controls.step)}` }]),
    ...(extension === undefined
      ? []
      : [
          {
            term: m.side.extension,
            detail: `${m.side.extensionAsked(extension.toOn, names.personOf(extension.step.by.personId), dayMinuteText(extension.step.receivedAt))} · ${extension.reason}`,
          },
        ]),
    ...(softening === null ? [] : [{ term: m.side.softening, detail: `${asked(softening.step)} · ${softening.reason}` }]),
    ...(withdrawal === null ? [] : [{ term: m.side.withdrawal, detail: `${asked(withdrawal.step)} · ${withdrawal.reason}` }]),
    ...(mayRepeat.length === 0
      ? []
      : [
          {
            term: m.side.mayRepeat,
            detail: mayRepeat.map(({ hazardId, number, description, foundAt }) => (
              <div key={hazardId}>
                <Link to={`/hazards/${line.unitId}/${hazardId}`}>{shortNumber(number)}</Link> {dateText(foundAt)} {description}
              </div>
            )),
          },
        ]),
    ...hazard.falselyClosed.map(({ closedAt, closedBy, reviewedBy, reopenedAt }) => ({
      term: m.side.falselyClosed,
      detail: m.side.falseClosing(
        dateText(closedAt),
        names.personOf(closedBy.personId),
        names.personOf(reviewedBy.personId),
        dateText(reopenedAt),
      ),
    })),
    ...(recurrenceOf === null
      ? []
      : [{ term: m.side.recurrence, detail: <Link to={`/hazards/${line.unitId}/${recurrenceOf}`}>{m.side.recurrenceOf}</Link> }]),
  ]
}
