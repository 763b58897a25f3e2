import type { Fix } from '../../../../ui/outbox/records.ts'
import type { SentAction } from '../../contract/hazardActions.ts'

/** What somebody does to a hazard on the spot, as the phone keeps it until it is sent. */
export type DeedContent = {
  readonly unitId: string
  readonly hazardId: string
  readonly description: string
  readonly deed: 'review' | 'selfCheck'
  /** The version of the hazard that the person had before him. */
  readonly baseVersion: number
  readonly personId: string
  readonly passed: boolean
  /** The reviewer's opinion, or what was done. */
  readonly text: string
  readonly photos: readonly string[]
  readonly costYuan: number | null
  readonly position: Fix | null
  readonly noPositionReason: string
}

/** A hazard found outside a visit. */
export type ReportContent = {
  readonly hazardId: string
  readonly unitId: string
  readonly unitName: string
  readonly description: string
  readonly proposedLevel: 'general' | 'major'
  readonly photos: readonly string[]
  readonly position: Fix | null
}

/** The action as the server, and the rules on the phone, take it. */
export const sentActionOf = (content: DeedContent, evidenceOf: (fileId: string) => string): SentAction => {
  const { deed, passed, text, photos, costYuan, personId } = content
  const evidence = photos.map(evidenceOf)
  if (deed === 'selfCheck') return { kind: 'selfCheck', rectifiedBy: [personId], description: text, evidence, costYuan }
  const noPositionReason = content.position === null && content.noPositionReason.trim() !== '' ? content.noPositionReason : null
  const review = { kind: 'review', opinion: text, evidence, noPositionReason } as const
  return passed ? { ...review, passed: true } : { ...review, passed: false, redoOn: null, suspend: false }
}
