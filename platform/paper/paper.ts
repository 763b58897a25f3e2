/** A row of a table of facts: what is said, and what it is. */
export type Fact = readonly [label: string, value: string]

/** A JPEG with what stands below it; where there is none, what stands in its frame instead. */
export type Picture = { readonly bytes: Uint8Array | null; readonly instead: string; readonly caption: string }

/** A line to be written on by hand: whose, and how many millimetres long. */
export type Line = { readonly label: string; readonly lengthMillimetres: number }

/** A piece of a sentence; with an address it can be followed on a screen. */
export type Piece = { readonly text: string; readonly link?: string }

export type Block =
  /** Whom the paper is for. */
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A paragraph whose pieces can be followed: of the text, a remark in small type, or one of a list. */
  | { readonly kind: 'pieces'; readonly as: 'text' | 'remark' | 'item'; readonly pieces: readonly Piece[] }
  /** A table that goes on over pages, its head on each; numbers stand at the right. */
  | {
      readonly kind: 'grid'
      readonly title: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly (readonly Piece[])[])[]
      /** In millimetres; 0 takes what is left. */
      readonly columns: readonly { readonly widthMillimetres: number; readonly number: boolean }[]
    }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths: readonly number[]
    }
  | { readonly kind: 'pictures'; readonly title: string; readonly pictures: readonly Picture[] }
  /** Lines to sign on, each row beside each other. */
  | { readonly kind: 'lines'; readonly rows: readonly (readonly Line[])[] }
  /** Who issues it and when, at the right, with room for the seal. */
  | { readonly kind: 'seal'; readonly lines: readonly string[] }

/** What stands on a printed paper, as plain values: whoever draws it knows nothing of what it is about. */
export type Paper = {
  readonly language: 'zh' | 'en'
  readonly title: string
  /** The organisation in whose name it speaks. */
  readonly issuer: string
  readonly number: string
  /** What kind of copy this is, at the top. */
  readonly copy: string
  readonly blocks: readonly Block[]
  /** Where the record is found, as a code to be read by a phone, and what stands beside it. */
  readonly code: {
    readonly address: string
    readonly lines: readonly string[]
    /** Large where the paper hangs in the street and is read from two paces; beside its lines where absent. */
    readonly size?: 'large'
  }
  /** At the foot of each page. */
  readonly foot: string
  /** ISO instant of what it states: the same paper is the same file whenever it is drawn. */
  readonly statedAt: string
}
