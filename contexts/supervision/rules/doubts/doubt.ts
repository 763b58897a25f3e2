/** Signs that somebody should look. None of them says that anything is wrong. */
export const doubtKinds = ['photoExact', 'photoNear', 'travel', 'seconds', 'copiedText', 'far'] as const

export type DoubtKind = (typeof doubtKinds)[number]

/** 提请查看, 已说明, 查实. */
export const doubtStates = ['raised', 'explained', 'substantiated'] as const

export type DoubtState = (typeof doubtStates)[number]

/** A record as its page names it: kind and id, with its unit. */
export type RecordRef = { readonly kind: 'visit' | 'hazard'; readonly id: string; readonly unitId: string }

/** A position as a device told it, and when. */
export type Spot = {
  readonly record: RecordRef
  readonly at: string
  readonly lng: number
  readonly lat: number
  readonly accuracyMetres: number
}

/** What a supervisor looks at; by kind. Instants are ISO, distances metres. */
export type Evidence = {
  photoExact: { readonly photo: PhotoRef; readonly earlier: PhotoRef }
  photoNear: { readonly photo: PhotoRef; readonly earlier: PhotoRef; readonly agreementPercent: number; readonly limitPercent: number }
  travel: {
    readonly from: Spot
    readonly to: Spot
    readonly metres: number
    readonly surelyMetres: number
    readonly seconds: number
    readonly kmPerHour: number
    readonly limitKmPerHour: number
  }
  seconds: { readonly record: RecordRef; readonly items: number; readonly seconds: number; readonly limitSecondsPerItem: number }
  copiedText: { readonly text: TextRef; readonly earlier: TextRef; readonly similarityPercent: number; readonly limitPercent: number }
  far: {
    readonly spot: Spot
    readonly unit: { readonly lng: number; readonly lat: number }
    readonly metres: number
    readonly limitMetres: number
  }
}

export type PhotoRef = { readonly evidenceId: string; readonly record: RecordRef; readonly at: string; readonly personId: string | null }
export type TextRef = { readonly record: RecordRef; readonly at: string; readonly personId: string; readonly text: string }

export type DoubtOf<Kind extends DoubtKind> = {
  readonly kind: Kind
  /** The same sign found again is the same doubt. */
  readonly key: string
  /** The record it is raised about; with a photo or a text, the later one. */
  readonly record: RecordRef
  /** Whose records are in doubt: none of them is ever shown it. */
  readonly people: readonly string[]
  readonly evidence: Evidence[Kind]
}

export type Doubt = { readonly [Kind in DoubtKind]: DoubtOf<Kind> }[DoubtKind]
