import type { DoubtLimits } from '../limits.ts'
import type { DoubtOf, TextRef } from './doubt.ts'

/** What somebody wrote, and for which organisation. */
export type Written = TextRef & { readonly organisationId: string }

const marks = /[\p{P}\p{S}\s]+/gu

/** Letters and digits alone, in one form: who changes a comma has not written anew. */
export const bareText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(marks, '')

/** The sentences of a text, bare. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/[。！？；!?;\n]+/u)
    .map(bareText)
    .filter((sentence) => sentence !== '')

/** The text without what many people write. */
export const ownWords = (text: string, isPhrase: (sentence: string) => boolean): string =>
  sentencesOf(text)
    .filter((sentence) => !isPhrase(sentence))
    .join('')

/** Each three characters that follow each other. */
const shinglesOf = (bare: string): ReadonlySet<string> => {
  const characters = [...bare]
  return new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')))
}

/** The share of shingles that two bare texts have in common (Jaccard), from 0 to 1. */
export const similarity = (one: string, other: string): number => {
  const [mine, theirs] = [shinglesOf(one), shinglesOf(other)]
  if (mine.size === 0 || theirs.size === 0) return one === other && one !== '' ? 1 : 0
  let both = 0
  for (const shingle of mine) if (theirs.has(shingle)) both += 1
  return both / (mine.size + theirs.size - both)
}

/** FNV-1a, begun from a salt. */
const hashOf = (text: string, salt: number): number => {
  let hash = (0x811c9dc5 ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

const bandCount = 16
const rowsOfBand = 3

/**
 * Sixteen keys of which two texts have one in common if they are alike: a band is three least hashes of the shingles
 * (MinHash). Texts that share three quarters of their shingles have one in common with a chance of 0.9998.
 */
export const bandsOfText = (bare: string): readonly number[] => {
  const shingles = [...shinglesOf(bare)]
  if (shingles.length === 0) return []
  return Array.from({ length: bandCount }, (_, band) => {
    const least = Array.from({ length: rowsOfBand }, (_each, row) =>
      shingles.reduce((smallest, shingle) => Math.min(smallest, hashOf(shingle, band * rowsOfBand + row)), 0xffffffff),
    )
    // A whole number of 32 bits with a sign, as the database keeps it.
    return hashOf(least.join('.'), band) | 0
  })
}

/**
 * A long text that says nearly the same as an earlier one of the same person or organisation, of another unit, once what
 * many people write is taken out of both.
 */
export const textDoubt = (
  text: Written,
  earlier: Written,
  isPhrase: (sentence: string) => boolean,
  { textSimilarity, textLeastCharacters }: DoubtLimits,
): DoubtOf<'copiedText'> | null => {
  if (text.record.unitId === earlier.record.unitId) return null
  if (text.personId !== earlier.personId && text.organisationId !== earlier.organisationId) return null
  const [mine, theirs] = [ownWords(text.text, isPhrase), ownWords(earlier.text, isPhrase)]
  if ([...mine].length < textLeastCharacters || [...theirs].length < textLeastCharacters) return null
  const similarityPercent = Math.round(similarity(mine, theirs) * 100)
  if (similarityPercent < textSimilarity) return null
  const { organisationId: _mine, ...later } = text
  const { organisationId: _theirs, ...before } = earlier
  return {
    kind: 'copiedText',
    key: `copiedText/${text.record.id}`,
    record: text.record,
    people: [...new Set([text.personId, earlier.personId])],
    evidence: { text: later, earlier: before, similarityPercent, limitPercent: textSimilarity },
  }
}
