import type { Language } from '../../../ui/language.tsx'

/** A name that stands first: English begins it with a capital letter. */
export const titled = (name: string, language: Language): string =>
  language === 'en' ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name

/** Yuan with thousands apart. */
export const amount = (yuan: number): string => yuan.toLocaleString('en')
