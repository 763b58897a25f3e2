/** What a file is by the ending of its name: one that is read, the old format of spreadsheets, or another. */
export const fileNameKind = (name: string): 'read' | 'old' | 'other' => {
  const ending = /\.([^.]+)$/.exec(name.trim())?.[1]?.toLowerCase()
  if (ending === 'xlsx' || ending === 'csv') return 'read'
  return ending === 'xls' || ending === 'et' ? 'old' : 'other'
}
