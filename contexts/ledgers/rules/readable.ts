import { ok, refuse, type Result } from '../../../kernel/result.ts'

type Sheet = { readonly name: string; readonly taken: boolean; readonly headRows: readonly number[]; readonly missing: readonly string[] }
type Column = { readonly key: string; readonly label: { readonly zh: string; readonly en: string } }

/** Whether every sheet that is taken has a head and all columns that its kind needs. */
export const readable = (sheets: readonly Sheet[], columns: readonly Column[]): Result<null> => {
  const taken = sheets.filter((sheet) => sheet.taken)
  if (taken.length === 0) {
    const [first] = sheets
    return sheets.length === 1 && first && first.headRows.length === 0
      ? refuse('IMPORT_HEAD_MISSING', { sheet: first.name })
      : refuse('IMPORT_NO_SHEET', {})
  }
  for (const { name, headRows, missing } of taken) {
    if (headRows.length === 0) return refuse('IMPORT_HEAD_MISSING', { sheet: name })
    if (missing.length > 0)
      return refuse('IMPORT_COLUMNS_MISSING', {
        sheet: name,
        columns: missing.map((key) => columns.find((column) => column.key === key)?.label ?? { zh: key, en: key }),
      })
  }
  return ok(null)
}
