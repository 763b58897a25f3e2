import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { exportEncodings, exportFormats, exportLanguages, exportStates } from '../rules/exporting.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const sentence = z.object({ zh: z.string(), en: z.string() })

/** The filters of a list as they stand in the address of its page. */
const query = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((given) => Object.keys(given).length <= 40, 'too many filters')

/** An export as its maker sees it. */
export const exported = z.object({
  id,
  list: z.string(),
  /** Null where the product no longer has the list. */
  title: sentence.nullable(),
  /** The page of the list with the same filters; null where it has none. */
  opens: z.string().nullable(),
  query,
  format: z.enum(exportFormats),
  /** Of csv alone. */
  encoding: z.enum(exportEncodings).nullable(),
  language: z.enum(exportLanguages),
  state: z.enum(exportStates),
  /** How many rows the list had when it was begun; those that come or go meanwhile make the file differ. */
  rowsExpected: z.number().int(),
  rowsDone: z.number().int(),
  begunAt: instant,
  endedAt: instant.nullable(),
  /** When the file goes; null before there is one. */
  expiresAt: instant.nullable(),
  /** Null before the file is ready. */
  file: z
    .object({ name: z.string(), sizeBytes: z.number().int(), sha256: z.string(), sm3: z.string(), checksumLine: z.string() })
    .nullable(),
  /** Why it was stopped. */
  problem: z.object({ code: z.string(), sentence }).nullable(),
})

const byExport = z.object({ exportId: id })

/** What a person asks of exports. */
export const exportRoutes = {
  exportLists: route({
    method: 'GET',
    path: '/api/ledgers/export-lists',
    summary: { zh: '可导出的列表', en: 'The lists that may be exported' },
    action: 'export.make',
    scope: 'all',
    output: z.object({
      /** Those that the post may read. */
      rows: z.array(
        z.object({
          list: z.string(),
          title: sentence,
          /** The kind of ledger whose layout it has, so that what went out can come in; null where it has none. */
          ledger: z.string().nullable(),
          columns: z.array(z.object({ key: z.string(), label: sentence })),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
  beginExport: route({
    method: 'POST',
    path: '/api/ledgers/exports',
    summary: { zh: '导出一个列表', en: 'Export a list' },
    action: 'export.make',
    scope: 'own',
    body: z.object({
      /** As `export-lists` names it, e.g. `hazards.hazards`. */
      list: z.string().min(1).max(80),
      query: query.default({}),
      format: z.enum(exportFormats),
      /** Of csv; xlsx knows no other than its own. */
      encoding: z.enum(exportEncodings).default('utf-8'),
      language: z.enum(exportLanguages).default('zh'),
    }),
    output: exported,
    success: 201,
    refusals: ['EXPORT_LIST_UNKNOWN', 'EXPORT_FILTER_REFUSED', 'EXPORT_FILTER_PERSONAL', 'EXPORTS_TOO_MANY', 'EXPORT_DISK_FULL'],
  }),
  exports: route({
    method: 'GET',
    path: '/api/ledgers/exports',
    summary: { zh: '我的导出', en: 'My exports' },
    action: 'export.make',
    scope: 'own',
    query: z.object({ after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    /** Those of the person in the present post, the newest first. */
    output: z.object({ rows: z.array(exported), total: z.number().int(), next: z.string().nullable() }),
    success: 200,
    refusals: [],
  }),
  oneExport: route({
    method: 'GET',
    path: '/api/ledgers/exports/:exportId',
    summary: { zh: '一个导出', en: 'One export' },
    action: 'export.make',
    scope: 'own',
    params: byExport,
    output: exported,
    success: 200,
    refusals: [],
  }),
  cancelExport: route({
    method: 'POST',
    path: '/api/ledgers/exports/:exportId/cancel',
    summary: { zh: '取消导出', en: 'Cancel an export' },
    action: 'export.make',
    scope: 'own',
    params: byExport,
    output: exported,
    success: 200,
    refusals: ['EXPORT_ENDED'],
  }),
  exportFile: route({
    method: 'GET',
    path: '/api/ledgers/exports/:exportId/file',
    summary: { zh: '下载导出的文件（可续传，附校验值）', en: 'The exported file, resumable and with its checksums' },
    action: 'export.make',
    scope: 'own',
    params: byExport,
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: ['EXPORT_NOT_READY', 'EXPORT_EXPIRED', 'EXPORT_RIGHT_LOST', 'EXPORT_RANGE_UNSATISFIABLE'],
  }),
}
