import type { Sentence } from '../../../../kernel/refusals.ts'
import type { Tally } from './figures.ts'
import type { Period, Days } from './periods.ts'

export type CampaignFacts = {
  readonly campaignId: string
  readonly name: string
  readonly kind: 'ordinary' | 'flood'
  readonly from: string
  readonly to: string
}

/** Everything that a bulletin is written from: counted under one snapshot, and kept with it. */
export type BulletinFacts = {
  readonly regionCode: string
  readonly regionName: Sentence
  readonly period: Period
  readonly campaign: CampaignFacts | null
  /** ISO instant at which it was counted. */
  readonly asOf: string
  readonly tally: Tally
  /** The same days of the year before. */
  readonly lastYear: Days & { readonly tally: Tally }
  /** Flood campaigns of these days, each with what it counts. */
  readonly floods: readonly (CampaignFacts & { readonly tally: Tally })[]
  /** The regions below, and what stands in the region itself. */
  readonly regions: readonly {
    readonly regionCode: string
    readonly regionName: Sentence
    readonly alone: boolean
    readonly tally: Tally
  }[]
}
