import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'
import pdfmake from 'pdfmake'
import { encodeQR } from 'qr'
import { layoutOf } from './layout.ts'
import type { Paper } from './paper.ts'

const face = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${name}`))

/** 宋体: the text; a heavier cut where a paper uses 小标宋 or bold. */
const faces = { normal: face('400Regular/NotoSerifSC_400Regular.ttf'), bold: face('600SemiBold/NotoSerifSC_600SemiBold.ttf') } as const

/** What the faces cannot draw is told by its number in Unicode, never by an empty box or by nothing. */
export const drawable = (text: string, characters: ReadonlySet<number>): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    return code < 0x20 || characters.has(code) ? character : `〔U+${code.toString(16).toUpperCase()}〕`
  }).join('')

const everyText = <Value>(value: Value, mend: (text: string) => string): Value => {
  if (typeof value === 'string') return mend(value) as Value
  if (Array.isArray(value)) return (value as readonly unknown[]).map((each) => everyText(each, mend)) as Value
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everyText(each, mend)])) as Value
}

/** Draws papers as PDF with the faces read once; each file holds no more of them than its own characters. */
export type Typesetter = (paper: Paper) => Promise<Uint8Array>

/** Reads the faces (15 MB each). */
export const openTypesetter = async (): Promise<Typesetter> => {
  const opened = fontkit.create(await readFile(faces.normal))
  if (!('characterSet' in opened)) throw new TypeError('the face is a collection')
  const characters = new Set(opened.characterSet)
  pdfmake.setFonts({ serif: { ...faces } })
  // A paper fetches nothing and reads no file but its faces, whatever a text in it says.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => Object.values<string>(faces).includes(path))
  return async (paper) => {
    // Quotation marks of the face are as wide as a Chinese character, which tears an English word apart.
    const mend = (text: string): string =>
      drawable(paper.language === 'en' ? text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"') : text, characters)
    const { code, ...rest } = paper
    const told: Paper = {
      ...everyText(rest, mend),
      code: { ...code, lines: everyText(code.lines, mend) },
    }
    const picture = encodeQR(code.address, 'svg', { ecc: 'medium', border: 1 })
    return pdfmake.createPdf(layoutOf(told, picture)).getBuffer()
  }
}
