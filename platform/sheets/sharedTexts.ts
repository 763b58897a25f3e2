import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { SheetLimits } from './limits.ts'
import { fault } from './refusals.ts'
import type { Cell } from './sheet.ts'
import { readPart, type Parts } from './zip.ts'

/** The texts that cells of a workbook share, by their number. Undefined where there is none of the number; null where it is empty. */
export type SharedTexts = { readonly at: (index: number) => Cell | null | undefined; readonly close: () => void }

/** `_x000D_` stands for a control character (ISO/IEC 29500-1, 22.4.2.4). NUL, which no database takes for text, is left out. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => (hex === '0000' ? '' : String.fromCharCode(Number.parseInt(hex, 16))))
        .toWellFormed()
    : text

/** Units of one escaped control character. */
export const escapedUnits = 7

/** A piece of a longer string keeps the whole of it in memory in V8, from 13 units on; a copy does not. */
const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))

const textsOfABlock = 512
const blocksKept = 64

/**
 * Texts past those that memory holds, in blocks of 512 in a file without a name. Spreadsheet programs
 * number texts as rows first name them, so that reading goes from block to block; 64 of them are kept.
 */
const openSpill = () => {
  const path = join(tmpdir(), `anlan-sheet-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  // Without a name from the first byte on, so that nothing of a ledger stays behind when the process is killed.
  rmSync(path)
  const starts: number[] = []
  const kept = new Map<number, readonly (Cell | null)[]>()
  let pending: string[] = []
  let bytes = 0
  const settle = (): void => {
    if (pending.length === 0) return
    const block = Buffer.from(JSON.stringify(pending))
    writeSync(file, block, 0, block.length, bytes)
    starts.push(bytes)
    bytes += block.length
    pending = []
  }
  const blockAt = (block: number): readonly (Cell | null)[] => {
    const start = starts[block]!
    const bytesOfBlock = Buffer.alloc((starts[block + 1] ?? bytes) - start)
    readSync(file, bytesOfBlock, 0, bytesOfBlock.length, start)
    return (JSON.parse(bytesOfBlock.toString()) as string[]).map((text) => (text === '' ? null : { text }))
  }
  return {
    add: (text: string): void => {
      pending.push(text)
      if (pending.length === textsOfABlock) settle()
    },
    settle,
    at: (index: number): Cell | null | undefined => {
      const number = Math.floor(index / textsOfABlock)
      if (number >= starts.length) return undefined
      let block = kept.get(number)
      if (block === undefined) {
        block = blockAt(number)
        if (kept.size >= blocksKept) kept.delete(kept.keys().next().value!)
      } else kept.delete(number)
      kept.set(number, block)
      return block[index % textsOfABlock]
    },
    close: (): void => closeSync(file),
  }
}

/** Reads the shared texts: runs of rich text joined, the reading aids of Japanese left out. */
export const readSharedTexts = async (parts: Parts, part: string, limits: SheetLimits): Promise<SharedTexts> => {
  const cells: (Cell | null)[] = []
  let spill: ReturnType<typeof openSpill> | null = null
  let count = 0
  let units = 0
  let text = ''
  let inText = false
  let inItem = false
  let aids = 0
  try {
    await readPart(parts, part, limits.partBytes, {
      open: (tag) => {
        if (tag === 't') inText = inItem && aids === 0
        else if (tag === 'si') {
          text = ''
          inItem = true
        } else if (tag === 'rPh') aids += 1
      },
      close: (tag) => {
        if (tag === 't') inText = false
        else if (tag === 'rPh') aids -= 1
        else if (tag === 'si') {
          inItem = false
          count += 1
          const shown = ownCopy(unescaped(text).trim())
          if (shown.length > limits.cellUnits) throw fault('SHEET_CELL_TOO_LONG', { sheet: part, row: count, limit: limits.cellUnits })
          units += shown.length
          if (units > limits.textUnits || count > limits.texts) throw fault('SHEET_TOO_MUCH_TEXT', { limit: limits.textUnits })
          if (spill === null && units + count * 16 > limits.textUnitsInMemory) spill = openSpill()
          if (spill === null) cells.push(shown === '' ? null : { text: shown })
          else spill.add(shown)
        }
      },
      text: (piece) => {
        if (!inText) return
        text += piece
        if (text.length > limits.cellUnits * escapedUnits)
          throw fault('SHEET_CELL_TOO_LONG', { sheet: part, row: count, limit: limits.cellUnits })
      },
    })
  } catch (error) {
    ;(spill as ReturnType<typeof openSpill> | null)?.close()
    throw error
  }
  const rest = spill as ReturnType<typeof openSpill> | null
  rest?.settle()
  return { at: (index) => (index < cells.length ? cells[index] : rest?.at(index - cells.length)), close: () => rest?.close() }
}

/** Of a workbook that has none. */
export const noTexts: SharedTexts = { at: () => undefined, close: () => undefined }
