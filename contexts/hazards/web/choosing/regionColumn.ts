import type { Sentence } from '../../../../kernel/refusals.ts'
import type { Language } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table/columns.ts'

/** The column of a list that names the region of each row, as wide as its names are: 上城区 or Shangcheng District. */
export const regionColumn = <Row extends { readonly regionName: Sentence }>(title: string, language: Language): Column<Row> => ({
  key: 'region',
  title,
  width: language === 'zh' ? 112 : 150,
  render: ({ regionName }) => regionName[language],
})
