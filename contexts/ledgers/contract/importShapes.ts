import { z } from 'zod'
import { importDeeds, importStates } from '../rules/importState.ts'
import { whys } from '../rules/matchColumns.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const count = z.number().int().min(0)

export const sentence = z.object({ zh: z.string(), en: z.string() })

/** One column of a sheet: what stands above it, and as what it is read; `key` null: not taken. */
export const columnView = z.object({
  /** From 0, the first column of the sheet. */
  place: count,
  /** The head's rows joined by a slash. */
  heading: z.string(),
  key: z.string().nullable(),
  /** 0 to 1. */
  confidence: z.number(),
  why: z.enum(whys),
})

/** One sheet of a file as it will be read. */
export const sheetView = z.object({
  index: count,
  name: z.string(),
  hidden: z.boolean(),
  taken: z.boolean(),
  /** The rows of the head as the spreadsheet numbers them; none where no head was found. */
  headRows: z.array(z.number().int().min(1)),
  columns: z.array(columnView),
  /** Matched as the organisation corrected it before. */
  remembered: z.boolean(),
  /** Keys of needed columns that no column is matched to. */
  missing: z.array(z.string()),
})

/** How many rows came to what; `ready` in a check: would be taken. */
export const countsView = z.object({ taken: count, present: count, refused: count, skipped: count })

/** A pass over the whole file: the check, which writes nothing, or the taking. */
export const passView = z.object({
  startedAt: instant,
  endedAt: instant.nullable(),
  ...countsView.shape,
  /** Rows done so far. */
  rows: count,
  sheets: z.array(z.object({ index: count, rows: count, ...countsView.shape })),
  /** The faults of refused rows, the most frequent first; the sentence is that of the first row. */
  faults: z.array(z.object({ code: z.string(), column: z.string().nullable(), rows: count, sentence })),
})

const personView = z.object({ id, name: z.string().nullable() })

export const importRow = z.object({
  id,
  /** Null once the file was taken away at the end of its time. */
  name: z.string().nullable(),
  sizeBytes: count,
  state: z.enum(importStates),
  kind: z.string().nullable(),
  kindTitle: sentence.nullable(),
  madeAt: instant,
  by: personView,
  organisation: z.object({ id, name: z.string().nullable() }),
  mine: z.boolean(),
  /** Rows of the file that are read, known after the check. */
  totalRows: count.nullable(),
  /** Of the pass that runs or ran last. */
  rowsDone: count,
  counts: countsView,
  /** Why it stopped or could not be read. */
  stop: z.object({ code: z.string(), sentence }).nullable(),
})

export type ImportRow = z.output<typeof importRow>

export const importView = z.object({
  ...importRow.shape,
  version: z.number().int(),
  receivedBytes: count,
  chunkLimitBytes: count,
  format: z.enum(['xlsx', 'csv']).nullable(),
  encoding: z.enum(['utf-8', 'gb18030']).nullable(),
  /** SM3 of the file. */
  fileDigest: z.string().nullable(),
  choices: z.record(z.string(), z.string()),
  sheets: z.array(sheetView),
  /** Kinds that the file may be, the likeliest first, each 0 to 1. */
  kinds: z.array(z.object({ kind: z.string(), confidence: z.number() })),
  check: passView.nullable(),
  take: passView.nullable(),
  /** The same file sent earlier, as far as this post sees it, the newest first. */
  sentBefore: z.array(z.object({ importId: id, at: instant, by: z.string().nullable(), state: z.enum(importStates), taken: count })),
  /** When the file and the rows sent back are taken away. */
  keepUntil: instant,
  purgedAt: instant.nullable(),
  /** What whoever asks may do now with it; the others are refused. */
  may: z.array(z.enum(importDeeds)),
})

export type ImportView = z.output<typeof importView>
export type SheetView = z.output<typeof sheetView>
export type PassView = z.output<typeof passView>
export type KindView = z.output<typeof kindView>
export type RowView = z.output<typeof rowView>
export type MatchingInput = z.input<typeof matchingInput>

export const kindView = z.object({
  kind: z.string(),
  title: sentence,
  /** Whether whoever asks may import it. */
  granted: z.boolean(),
  /** `headings`: under what else the column is known in files, a head of two rows joined by a slash. */
  columns: z.array(z.object({ key: z.string(), label: sentence, headings: z.array(z.string()), needed: z.boolean() })),
  choices: z.array(z.object({ key: z.string(), title: sentence, values: z.array(z.object({ key: z.string(), title: sentence })) })),
})

/** A row that was not taken: sent back with its faults, or passed over as no record (a total, a note). */
export const rowView = z.object({
  sheet: count,
  row: z.number().int().min(1),
  outcome: z.enum(['refused', 'skipped']),
  faults: z.array(z.object({ column: z.string().nullable(), code: z.string(), sentence })),
})

/** Of a matching what a person may change. */
export const matchingInput = z.object({
  version: z.number().int(),
  kind: z.string().min(1).max(60),
  choices: z.record(z.string().max(60), z.string().max(60)).default({}),
  sheets: z
    .array(
      z.object({
        index: count,
        taken: z.boolean(),
        /** One to three rows that follow each other; the last of them is followed by the first row of data. */
        headRows: z.array(z.number().int().min(1)).max(3),
        columns: z.array(z.object({ place: count, key: z.string().min(1).max(60).nullable() })).max(256),
      }),
    )
    .max(255),
})
