import type { Sentence } from '../../../kernel/refusals.ts'
import type { RoomWords } from '../../../kernel/words.ts'
import { contract as desk } from '../../desk/contract/index.ts'
import { contract as law } from '../../law/contract/index.ts'
import { contract as identity } from '../contract/index.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'

const spoken: readonly RoomWords[] = [identity.words, law.words, desk.words]

const evidenceDeeds = Object.keys(zh.audit.evidenceDeeds).map((verb): [string, Sentence] => {
  const name = verb as keyof typeof zh.audit.evidenceDeeds
  return [`evidence.${verb}`, { zh: zh.audit.evidenceDeeds[name], en: en.audit.evidenceDeeds[name] }]
})

/** Every deed that some room puts on the record, in words. */
export const deedNames: ReadonlyMap<string, Sentence> = new Map([...spoken.flatMap(({ deeds }) => Object.entries(deeds)), ...evidenceDeeds])

/** A deed in words; one that no room speaks of stands under its own name. */
export const deedName = (action: string): Sentence => deedNames.get(action) ?? { zh: action, en: action }

/** Where a record opens; null where its kind has no page. */
export const pageOf = (kind: string, id: string): string | null => {
  const room = spoken.find(({ pages }) => kind in pages)
  return room?.pages[kind]?.(id) ?? null
}
