import type { Role } from './actor.ts'
import type { Sentence } from './refusals.ts'

type Address = `/${string}`

/** One kind of thing that somebody owes. */
export type OwedWords = {
  /** What is to be done, as a short imperative: 授予角色. */
  readonly title: Sentence
  /** The button that leads there: 去授权. */
  readonly deed: Sentence
  /** How the view's `detail` reads; absent where it reads as it stands. */
  readonly detail?: (detail: string) => Sentence
}

/** One figure of a region. */
export type FigureWords<Action = string> = {
  readonly title: Sentence
  /** What is counted: 家, 人. */
  readonly unit: Sentence
  /** Who may do this may open the records, and is shown the figure. */
  readonly action: Action
  /** The list of the records that the figure counts. */
  readonly records: Address
}

/** An alarm as it stands: what it is of, and what its sentence is made of. */
export type AlarmFacts = { readonly subject: string; readonly failures: number; readonly facts: Readonly<Record<string, unknown>> }

/**
 * How the desk speaks of a room's things, whoever owns them. Both languages travel with the answer, so a screen switches
 * without asking again, and a sentence that is missing does not compile.
 */
export type RoomWords<
  Actions extends Readonly<Record<string, readonly Role[]>> = Readonly<Record<string, readonly Role[]>>,
  OwedKind extends string = string,
  Figure extends string = string,
> = {
  /** The room as the source of an item: 隐患. */
  readonly room: Sentence
  /** Each action, and any other deed that the room puts on the record, as a short imperative: 登记人员. */
  readonly deeds: { readonly [Deed in keyof Actions]: Sentence } & { readonly [deed: string]: Sentence }
  readonly owed: { readonly [Kind in OwedKind]: OwedWords }
  /** In the order of the desk. */
  readonly figures: { readonly [Name in Figure]: FigureWords<keyof Actions> }
  readonly alarms: { readonly [kind: string]: (alarm: AlarmFacts) => Sentence }
  /** Rules that are no deed, by the name that limits say they are used in. */
  readonly rules?: { readonly [rule: string]: Sentence }
  /** Where a record of a kind opens; a kind without a page of its own is left out. */
  readonly pages: { readonly [recordKind: string]: (id: string) => Address }
}
