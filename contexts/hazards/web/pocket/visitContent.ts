import type { CallInput } from '../../../../ui/api.ts'
import type { Fix } from '../../../../ui/outbox/records.ts'
import type { visitRoutes } from '../../contract/visitRoutes.ts'

export type VisitWay = 'selfCheck' | 'expertCheck' | 'peerCheck' | 'departmentCheck'
export type AnswerWord = 'yes' | 'no' | 'notApplicable'
export type LookWord = 'gone' | 'stillThere' | 'worse'

/** A hazard found on a visit, before the server has it. */
export type FindingContent = {
  readonly hazardId: string
  readonly itemKey: string | null
  readonly description: string
  readonly proposedLevel: 'general' | 'major'
  readonly photos: readonly string[]
  readonly place: Fix | null
}

/** A visit as it is being filled in, and as the phone keeps it until it is sent. */
export type VisitContent = {
  readonly visitId: string
  readonly unitId: string
  readonly unitName: string
  readonly how: VisitWay
  readonly announced: boolean
  readonly campaignId: string | null
  readonly result: 'checked' | 'notAdmitted'
  /** Items in the order in which they are asked. */
  readonly items: readonly string[]
  /** Which of them is on the screen, from 0; as many as there are: the overview. */
  readonly at: number
  readonly answers: { readonly [itemKey: string]: { readonly answer: AnswerWord; readonly note: string } }
  readonly findings: readonly FindingContent[]
  readonly looks: { readonly [hazardId: string]: { readonly finding: LookWord; readonly note: string } }
  readonly photos: readonly string[]
  readonly note: string
  readonly position: Fix | null
  readonly noPositionReason: string
  /** ISO instant by the phone. */
  readonly begunAt: string
}

/** Answers an item and goes on to the next that has no answer, or to the overview. */
export const answerItem = (visit: VisitContent, itemKey: string, answer: AnswerWord, note = ''): VisitContent => {
  const answers = { ...visit.answers, [itemKey]: { answer, note: note === '' ? (visit.answers[itemKey]?.note ?? '') : note } }
  // What is in order now was no finding after all.
  const findings = answer === 'no' ? visit.findings : visit.findings.filter((finding) => finding.itemKey !== itemKey)
  return { ...visit, answers, findings }
}

/** The next item without an answer, after the present one; the overview where there is none. */
export const nextItem = ({ items, answers, at }: VisitContent): number => {
  const later = items.findIndex((key, index) => index > at && answers[key] === undefined)
  return later === -1 ? items.length : later
}

export const findingOf = (visit: VisitContent, itemKey: string): FindingContent | undefined =>
  visit.findings.find((finding) => finding.itemKey === itemKey)

/** Puts a finding in, or changes it. */
export const putFinding = (visit: VisitContent, finding: FindingContent): VisitContent => ({
  ...visit,
  findings: visit.findings.some(({ hazardId }) => hazardId === finding.hazardId)
    ? visit.findings.map((each) => (each.hazardId === finding.hazardId ? finding : each))
    : [...visit.findings, finding],
})

/** Every photo that the visit names, in the order in which they are sent. */
export const photosOf = (visit: VisitContent): readonly string[] => [...visit.photos, ...visit.findings.flatMap(({ photos }) => photos)]

export type Gap = 'description' | 'photo' | 'finding' | 'position' | 'nothing'

/** What still has to be said before it can go, the first at the top; empty where nothing is missing. */
export const gapsOf = (visit: VisitContent): readonly Gap[] => {
  const gaps = new Set<Gap>()
  if (visit.how !== 'selfCheck' && visit.position === null && visit.noPositionReason.trim() === '') gaps.add('position')
  if (visit.result === 'notAdmitted') return [...gaps]
  for (const { description, photos } of visit.findings) {
    if (description.trim() === '') gaps.add('description')
    if (photos.length === 0) gaps.add('photo')
  }
  if (Object.entries(visit.answers).some(([key, { answer }]) => answer === 'no' && findingOf(visit, key) === undefined)) gaps.add('finding')
  const did = Object.keys(visit.answers).length + visit.findings.length + Object.keys(visit.looks).length + visit.photos.length
  if (did === 0 && visit.note.trim() === '') gaps.add('nothing')
  return [...gaps]
}

type Body = NonNullable<CallInput<typeof visitRoutes.recordVisit>['body']>

/** The visit as the server takes it. The same content is the same body, whenever it is sent. */
export const bodyOf = (visit: VisitContent, claimedAt: string, evidenceOf: (fileId: string) => string): Body => {
  const { visitId, campaignId, how, announced, result, note, position, photos } = visit
  const checked = result === 'checked'
  return {
    visitId,
    campaignId,
    how,
    announced,
    result,
    note,
    position,
    noPositionReason: position === null && visit.noPositionReason.trim() !== '' ? visit.noPositionReason : null,
    claimedAt,
    begunAt: visit.begunAt,
    answers: checked
      ? visit.items.flatMap((itemKey) => {
          const given = visit.answers[itemKey]
          return given ? [{ itemKey, answer: given.answer, note: given.note }] : []
        })
      : [],
    evidenceIds: photos.map(evidenceOf),
    findings: checked
      ? visit.findings.map(({ hazardId, itemKey, description, proposedLevel, place, photos: of }) => ({
          hazardId,
          itemKey,
          description,
          proposedLevel,
          place,
          evidenceIds: of.map(evidenceOf),
        }))
      : [],
    reinspections: checked
      ? Object.entries(visit.looks).map(([hazardId, { finding, note: said }]) => ({ hazardId, finding, note: said }))
      : [],
  }
}
