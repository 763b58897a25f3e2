import type { Confidence } from '../../../../kernel/law.ts'
import type { Sentence } from '../../../../kernel/refusals.ts'
import type { UnitKind, UnitTag } from './unit.ts'

/** The trade or the matter that a checklist is of. */
export const sectors = {
  chemical: { zh: '化工和危险化学品', en: 'Chemicals' },
  workAndTrade: { zh: '工贸', en: 'Work and trade' },
  fire: { zh: '消防', en: 'Fire' },
  coalMine: { zh: '煤矿', en: 'Coal mines' },
  nonCoalMine: { zh: '金属非金属矿山', en: 'Metal and non-metal mines' },
  gas: { zh: '城镇燃气', en: 'Town gas' },
  construction: { zh: '房屋市政工程', en: 'Building and municipal works' },
  specialEquipment: { zh: '特种设备', en: 'Special equipment' },
  fireworks: { zh: '烟花爆竹', en: 'Fireworks' },
  civilExplosives: { zh: '民用爆炸物品', en: 'Civil explosives' },
  power: { zh: '电力', en: 'Electric power' },
  waterConservancy: { zh: '水利', en: 'Water conservancy' },
  transport: { zh: '交通运输', en: 'Transport' },
  grain: { zh: '粮食储备', en: 'Grain storage' },
  fishery: { zh: '渔业', en: 'Fishery' },
  elderCare: { zh: '养老服务', en: 'Care for the elderly' },
  general: { zh: '综合', en: 'General' },
  flood: { zh: '防汛防台', en: 'Flood and typhoon' },
} as const satisfies Record<string, Sentence>

export type Sector = keyof typeof sectors

/**
 * Whom a list or an item is for. Kinds narrow; an industry or a tag lets in: a unit fits when its kind is among the
 * kinds, and its code lies within one of the industries or it bears one of the tags. Empty fields ask for nothing.
 */
export type Scope = {
  readonly kinds: readonly UnitKind[]
  /** Codes of GB/T 4754; a code stands for all below it. */
  readonly industries: readonly string[]
  readonly tags: readonly UnitTag[]
}

/** Everybody. */
export const anyUnit: Scope = { kinds: [], industries: [], tags: [] }

/** One question an inspector answers. The sentence says what is wrong when the answer is no. */
export type Item = {
  /** Unique in the library but for the same matter in another edition: `chem20.05`. */
  readonly key: string
  /** Where it stands in the document; for lists of our own, the rule it rests on. */
  readonly clause: string
  readonly zh: string
  readonly en: string
  /** A finding that cites it is a major hazard. */
  readonly makesMajor: boolean
  readonly confidence: Confidence
  readonly howToCheck: Sentence | null
  readonly appliesTo: Scope
}

/** One edition of a list. Editions of one list bear the same key and follow each other without overlap. */
export type Checklist = {
  readonly key: string
  readonly edition: string
  readonly title: Sentence
  /** As the authority numbered it; null for our own lists and where it is not known. */
  readonly documentNumber: string | null
  readonly sector: Sector
  /** Criteria of major hazards as an authority issued them, or daily checks put together here. */
  readonly purpose: 'major' | 'routine'
  readonly inForceFrom: string
  /** Exclusive; null while in force. */
  readonly inForceTo: string | null
  /** Where the sense was taken from. */
  readonly source: string
  readonly confidence: Confidence
  readonly appliesTo: Scope
  readonly note: Sentence | null
  readonly items: readonly Item[]
}
