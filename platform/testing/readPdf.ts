import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import jsqr from 'jsqr'

/** Node finds the function below `default`; the types of a bundler, by which journeys are checked, say otherwise. */
type Decode = (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null
const { default: decode } = jsqr as unknown as { readonly default: Decode }

/** What a reader sees of a PDF. */
export type ReadPdf = {
  readonly pages: number
  readonly title: unknown
  /** The text of all pages without blanks, so that the break of a line hides nothing. */
  readonly text: string
  readonly pageTexts: readonly string[]
  /** How many signs are drawn as the empty box of the face (.notdef). */
  readonly missingGlyphs: number
  /** How many pictures are drawn. */
  readonly pictures: number
  /** What the code on a page says, from the last page backwards; null without one. */
  readonly code: string | null
}

type Glyph = { readonly unicode: string }

const glyphsOf = async (page: PDFPageProxy) => {
  const { fnArray, argsArray } = await page.getOperatorList()
  const shown = fnArray.flatMap((kind, index) => (kind === OPS.showText ? ((argsArray[index] as [(Glyph | number)[]])[0] ?? []) : []))
  return {
    // Whoever cut the faces to what is used says of the empty box that it stands for no character.
    missing: shown.filter((each) => typeof each === 'object' && each.unicode === '\0').length,
    pictures: fnArray.filter((kind) => kind === OPS.paintImageXObject).length,
  }
}

type Context = { getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray } }

/** The page as a printer would draw it, at 150 dots an inch. */
const drawPage = async (document: PDFDocumentProxy, number: number) => {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 150 / 72 })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  // The reader makes its own canvas; the names of its types are the browser's, which the server does not know.
  const factory = document.canvasFactory as {
    create(width: number, height: number): { readonly canvas: never; readonly context: Context }
  }
  const { canvas, context } = factory.create(width, height)
  await page.render({ canvas, canvasContext: context as never, viewport }).promise
  return { data: context.getImageData(0, 0, width, height).data, width, height }
}

const codeOf = async (document: PDFDocumentProxy): Promise<string | null> => {
  for (let number = document.numPages; number > 0; number--) {
    const { data, width, height } = await drawPage(document, number)
    const found = decode(data, width, height)
    if (found) return found.data
  }
  return null
}

/** Reads a PDF back. */
export const readPdf = async (pdf: Uint8Array): Promise<ReadPdf> => {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_each, index) => document.getPage(index + 1)))
  const texts = await Promise.all(pages.map((page) => page.getTextContent()))
  const pageTexts = texts.map(({ items }) =>
    items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replaceAll(/\s/g, ''),
  )
  const drawn = await Promise.all(pages.map(glyphsOf))
  const { info } = await document.getMetadata()
  return {
    pages: pages.length,
    title: (info as { Title?: unknown }).Title,
    text: pageTexts.join(''),
    pageTexts,
    missingGlyphs: drawn.reduce((sum, { missing }) => sum + missing, 0),
    pictures: drawn.reduce((sum, { pictures }) => sum + pictures, 0),
    code: await codeOf(document),
  }
}
