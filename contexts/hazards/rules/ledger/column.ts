import type { Sentence } from '../../../../kernel/refusals.ts'

/** A column of a ledger as bureaux keep it: how the product heads it, and under which headings it is met. */
export type Column<Key extends string = string> = {
  readonly key: Key
  readonly label: Sentence
  readonly headings: readonly string[]
  readonly needed: boolean
  readonly looks: { readonly width: number; readonly as: 'text' | 'number' | 'day' }
}

/** One cell as it stood in the file. */
export type Value = { readonly text: string; readonly serial?: number }

/** The values of a row by column; what the file does not have is absent. */
export type Values = Readonly<Record<string, Value>>

type More = { readonly needed?: boolean; readonly width?: number; readonly as?: Column['looks']['as'] }

/** One column. Headings are written one after the other, between blanks. */
export const column = <const Key extends string>(
  key: Key,
  [zh, en]: readonly [zh: string, en: string],
  headings: string,
  { needed = false, width = 16, as = 'text' }: More = {},
): Column<Key> => ({ key, label: { zh, en }, headings: headings.split(' '), needed, looks: { width, as } })

/** What all three ledgers say of the unit in question. */
export const unitNamed = [
  column(
    'unitName',
    ['单位名称', 'Unit'],
    '企业名称 单位 企业 检查对象 检查对象名称 被检查单位 被检查单位名称 受检单位 场所名称 场所 对象名称 生产经营单位 生产经营单位名称 经营主体 主体名称 项目名称 名称 隐患单位 责任单位 整改单位',
    { needed: true, width: 32 },
  ),
  column(
    'uscc',
    ['统一社会信用代码', 'Unified social credit code'],
    '信用代码 社会信用代码 统一信用代码 统一代码 社会统一信用代码 统一社会信用代码/组织机构代码',
    { width: 22 },
  ),
  column('county', ['县（市、区）', 'County'], '县市区 区县 县区 所属区县 所属县区 所属县（市、区） 区（县、市） 县(市、区) 区县名称', {
    width: 12,
  }),
  column(
    'region',
    ['所属镇街', 'Town or street'],
    '镇街 属地 所属属地 属地镇街 乡镇街道 乡镇（街道） 乡镇(街道) 镇（街道） 镇(街道) 街道 乡镇 所在镇街 所属街道 所属乡镇 所属区域 所在区域 行政区划 区划 村社 所属村社 村（社区） 村(社区) 所属地区 地区',
    { width: 20 },
  ),
  column(
    'industry',
    ['行业类别', 'Industry'],
    '行业 所属行业 行业领域 国民经济行业 国民经济行业分类 国民经济行业代码 行业代码 行业分类 行业名称 行业小类',
    { width: 20 },
  ),
] as const
