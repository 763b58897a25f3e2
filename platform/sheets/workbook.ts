import type { SheetLimits } from './limits.ts'
import { lookOf, plain, type NumberLook } from './numbers.ts'
import { fault } from './refusals.ts'
import { attributeOf } from './xml.ts'
import { readPart, type Parts } from './zip.ts'

/** What a workbook says of itself before any sheet is read. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[]
  readonly from1904: boolean
  /** By the number of the style. */
  readonly looks: readonly NumberLook[]
  readonly texts: string | null
}

type Relation = { readonly id: string; readonly kind: string; readonly part: string }

/** A target against the folder of its part, by its text alone. */
const resolved = (folder: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

const relationsOf = async (parts: Parts, part: string, limits: SheetLimits): Promise<readonly Relation[]> => {
  const folder = folderOf(part)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found: Relation[] = []
  if (!parts.has(name)) return found
  await readPart(parts, name, limits.wholePartBytes, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship' || attributeOf(attributes, 'TargetMode', name) === 'External') return
      const kind = attributeOf(attributes, 'Type', name) ?? ''
      // Transitional and strict files differ in the address before the last word.
      found.push({
        id: attributeOf(attributes, 'Id', name) ?? '',
        kind: kind.slice(kind.lastIndexOf('/') + 1),
        part: resolved(folder, attributeOf(attributes, 'Target', name) ?? ''),
      })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

const looksOf = async (parts: Parts, part: string, limits: SheetLimits): Promise<readonly NumberLook[]> => {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  const known = new Map<number, NumberLook>()
  let inCells = false
  await readPart(parts, part, limits.wholePartBytes, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') codes.set(Number(attributeOf(attributes, 'numFmtId', part)), attributeOf(attributes, 'formatCode', part) ?? '')
      else if (tag === 'cellXfs') inCells = true
      else if (tag === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId', part) ?? 0)
        const look = known.get(id) ?? lookOf(id, codes.get(id))
        known.set(id, look)
        looks.push(look.as === 'plain' ? plain : look)
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return looks
}

/** Tells what the zip is when it is no workbook. */
const otherKind = (parts: Parts): Error => {
  if (parts.has('xl/workbook.bin')) return fault('SHEET_FORMAT_OLD', { format: 'xlsb' })
  if (parts.has('content.xml') && parts.has('mimetype')) return fault('SHEET_FORMAT_OLD', { format: 'ods' })
  if (parts.has('word/document.xml')) return fault('SHEET_FILE_UNKNOWN', { looksLike: 'Word' })
  if (parts.has('ppt/presentation.xml')) return fault('SHEET_FILE_UNKNOWN', { looksLike: 'PowerPoint' })
  return fault('SHEET_FILE_UNKNOWN', { looksLike: 'zip' })
}

/** Reads workbook, relations and styles. Macros, sheets of macros, charts and links to other files are passed over unread. */
export const readWorkbook = async (parts: Parts, limits: SheetLimits): Promise<Workbook> => {
  const root = (await relationsOf(parts, '', limits)).find((relation) => relation.kind === 'officeDocument')
  const part = root?.part ?? 'xl/workbook.xml'
  if (!parts.has(part) || part.endsWith('.bin') || part.startsWith('word/') || part.startsWith('ppt/')) throw otherKind(parts)
  const relations = await relationsOf(parts, part, limits)
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let from1904 = false
  await readPart(parts, part, limits.wholePartBytes, {
    open: (tag, attributes) => {
      if (tag === 'sheet') {
        const state = attributeOf(attributes, 'state', part)
        listed.push({
          name: (attributeOf(attributes, 'name', part) ?? '').slice(0, 255),
          hidden: state === 'hidden' || state === 'veryHidden',
          id: attributeOf(attributes, 'r:id', part) ?? /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '',
        })
        if (listed.length > limits.sheets) throw fault('SHEET_TOO_MANY_SHEETS', { limit: limits.sheets })
      } else if (tag === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904', part) ?? '')
    },
    close: () => undefined,
    text: () => undefined,
  })
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.find((candidate) => candidate.id === id)
    return relation?.kind === 'worksheet' ? [{ name, hidden, part: relation.part }] : []
  })
  if (new Set(sheets.map((sheet) => sheet.part.toLowerCase())).size < sheets.length)
    throw fault('SHEET_FILE_DAMAGED', { part, problem: 'one part for two sheets' })
  if (sheets.length === 0) throw fault('SHEET_FILE_DAMAGED', { part, problem: 'no sheet' })
  const styles = relations.find((relation) => relation.kind === 'styles')?.part
  const texts = relations.find((relation) => relation.kind === 'sharedStrings')?.part
  return {
    sheets,
    from1904,
    looks: styles !== undefined && parts.has(styles) ? await looksOf(parts, styles, limits) : [],
    texts: texts !== undefined && parts.has(texts) ? texts : null,
  }
}
