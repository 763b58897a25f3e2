import type { Language, Told } from '../../../ui/language.tsx'
import type { Value } from '../rules/judgeTightening.ts'
import { messages } from './messages.ts'
import type { zh } from './messages.zh.ts'

type Words = Told<typeof zh>

/** A value as people read it, without its unit: `1,000`, `0.5`, `是`. */
export const valueText = (value: Value, m: Words): string => {
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 6 })
  if (typeof value === 'boolean') return value ? m.yes : m.no
  return value
}

/** A unit as people read it; one without a word of its own stands as the row writes it. */
export const unitText = (unit: string, m: Words): string => (m.units as Readonly<Record<string, string>>)[unit] ?? unit

/** Both together: `30 分钟`. */
export const withUnit = (value: Value, unit: string, m: Words): string => {
  const word = unitText(unit, m)
  return word === '' ? valueText(value, m) : `${valueText(value, m)} ${word}`
}

/** The value that was typed for a limit, of the kind that the limit has; null where it is none. */
export const readValue = (typed: string, kind: Value): Value | null => {
  const text = typed.trim().replaceAll(/[,，\s]/g, '')
  if (typeof kind === 'string') return typed.trim() === '' ? null : typed.trim()
  if (typeof kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : null
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return null
  return Number(text)
}

const clauseWords: readonly (readonly [RegExp, string])[] = [
  [/\bart\. (\d+)\((\d+)\)/g, '第$1条第$2项'],
  [/\bart\. (\d+)/g, '第$1条'],
  [/\bch\. (\d+)/g, '第$1章'],
  [/\btable (\d+)/g, '表$1'],
  [/\bannex\b/g, '附件'],
  [/\bevidence (\d+)/g, '证据 $1'],
  [/\bas numbered before the amendment of (\d+)/g, '$1年修正前的条号'],
  [/, /g, '，'],
]

/** A clause as its own language writes it: `art. 3(1)` is 第3条第1项 in Chinese. */
export const clauseText = (clause: string, language: Language): string =>
  language === 'en' ? clause : clauseWords.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), clause)

/** The sentences of one language, for code outside a component. */
export const wordsOf = (language: Language): Words => messages[language]
