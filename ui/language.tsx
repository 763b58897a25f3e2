import { useCallback } from 'react'
import type { Sentence } from '../kernel/refusals.ts'
import { keep, recall } from './keep.ts'
import { createState, useStateOf } from './state.ts'

export type Language = 'zh' | 'en'

/** A tree of sentences: plain ones, and functions of the facts they tell. */
export type MessageTree = { readonly [name: string]: string | ((...facts: never[]) => string) | MessageTree }

/** The same tree in another language: same names, same facts, other words. */
export type Told<Tree> = Tree extends string
  ? string
  : Tree extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Name in keyof Tree]: Told<Tree[Name]> }

/** Names that the second tree has beyond the first become `never`, so that the compiler finds them. */
type Exactly<Tree, Model> = Tree extends string | ((...facts: never[]) => string)
  ? Tree
  : { readonly [Name in keyof Tree]: Name extends keyof Model ? Exactly<Tree[Name], Model[Name]> : never }

export type Messages<Tree> = { readonly zh: Told<Tree>; readonly en: Told<Tree> }

/**
 * The sentences of a part or a room in both languages. Chinese comes first and gives the shape;
 * a sentence that English lacks, has too many, or tells from other facts, does not compile.
 */
export const defineMessages = <const Zh extends MessageTree, const En extends Told<Zh>>(both: {
  readonly zh: Zh
  readonly en: En & Exactly<En, Zh>
}): Messages<Zh> => both as unknown as Messages<Zh>

const isLanguage = (value: string | null): value is Language => value === 'zh' || value === 'en'

const kept = recall('language')
const languageState = createState<Language>(isLanguage(kept) ? kept : 'zh')

const showLanguage = (language: Language): void => {
  // The state is also read in tests without a page.
  if (typeof document === 'undefined') return
  document.documentElement.lang = htmlLanguage(language)
}

/** The language tag of HTML. */
const htmlLanguage = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')

showLanguage(languageState.get())

/** Switches the whole product at once and keeps the choice in this browser. */
export const setLanguage = (language: Language): void => {
  keep('language', language)
  showLanguage(language)
  languageState.set(language)
}

/** The present language and how to switch it. */
export const useLanguage = (): {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
} => ({ language: useStateOf(languageState), setLanguage })

/** The sentences in the present language. */
export const useMessages = <Tree,>(messages: Messages<Tree>): Told<Tree> => messages[useLanguage().language]

/** Picks the words of a sentence that carries both languages, such as one from the server. */
export const useSay = (): ((sentence: Sentence) => string) => {
  const { language } = useLanguage()
  return useCallback((sentence: Sentence) => sentence[language], [language])
}
