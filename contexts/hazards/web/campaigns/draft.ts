import type { Campaign } from './records.ts'

/** What somebody has entered of a campaign so far. */
export type CampaignDraft = {
  readonly name: string
  readonly kind: Campaign['kind']
  readonly from: string
  readonly to: string
  readonly regionCode: string
  readonly goals: string
  readonly goalPercent: string
  readonly checklists: readonly string[]
}

export const emptyDraft = (regionCode: string): CampaignDraft => ({
  name: '',
  kind: 'ordinary',
  from: '',
  to: '',
  regionCode,
  goals: '',
  goalPercent: '100',
  checklists: [],
})

export type DraftFault =
  | 'nameMissing'
  | 'fromMissing'
  | 'toMissing'
  | 'toBefore'
  | 'goalsMissing'
  | 'goalBad'
  | 'checklistsMissing'
  | 'regionMissing'

/** What is missing or wrong, by the field where it is said. */
export const draftFaults = (draft: CampaignDraft): Partial<Record<keyof CampaignDraft, DraftFault>> => ({
  ...(draft.name.trim() === '' ? { name: 'nameMissing' as const } : {}),
  ...(draft.from === '' ? { from: 'fromMissing' as const } : {}),
  ...(draft.to === '' ? { to: 'toMissing' as const } : draft.from !== '' && draft.to < draft.from ? { to: 'toBefore' as const } : {}),
  ...(draft.regionCode === '' ? { regionCode: 'regionMissing' as const } : {}),
  ...(draft.goals.trim() === '' ? { goals: 'goalsMissing' as const } : {}),
  ...(/^(?:[1-9]\d?|100)$/.test(draft.goalPercent.trim()) ? {} : { goalPercent: 'goalBad' as const }),
  ...(draft.checklists.length === 0 ? { checklists: 'checklistsMissing' as const } : {}),
})

/** A kept draft read back; null where it is none of ours. */
export const readDraft = (kept: string | null): CampaignDraft | null => {
  if (kept === null) return null
  try {
    const read: unknown = JSON.parse(kept)
    if (typeof read !== 'object' || read === null) return null
    const draft = read as Partial<Record<keyof CampaignDraft, unknown>>
    const { name, kind, from, to, regionCode, goals, goalPercent, checklists } = draft
    const texts = [name, from, to, regionCode, goals, goalPercent]
    const whole =
      texts.every((text) => typeof text === 'string') &&
      (kind === 'ordinary' || kind === 'flood') &&
      Array.isArray(checklists) &&
      checklists.every((key) => typeof key === 'string')
    return whole ? (read as CampaignDraft) : null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}
