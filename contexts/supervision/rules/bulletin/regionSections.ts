import { line, voiceOf, type Block, type Run, type Section, type Voice } from './document.ts'
import type { BulletinFacts } from './facts.ts'
import type { FigureName } from './figures.ts'
import { isSmall, smallBase, type Language } from './numbers.ts'

const whereIn = ({ period, campaign }: BulletinFacts, region: string, alone: boolean) => ({
  region,
  alone,
  from: period.from,
  to: period.to,
  campaignId: campaign?.campaignId ?? null,
})

const unitsOf = ({ campaign }: BulletinFacts) =>
  campaign ? (['targets', 'targetsChecked'] as const) : (['register', 'unitsChecked'] as const)

type Placed = {
  readonly name: string
  readonly alone: boolean
  readonly voice: Voice
  /** Checked of so many units. */
  readonly checked: number
  readonly units: number
  /** Too few units to be ranked by their coverage. */
  readonly small: boolean
}

/** The greater share first, compared without dividing; then the name of the region's code, so that the order is always one. */
const byCoverage = (one: Placed, other: Placed): number =>
  Number(one.small) - Number(other.small) || other.checked * one.units - one.checked * other.units

const head = {
  zh: (campaign: boolean) => [
    '名次',
    '地区',
    campaign ? '范围（家）' : '在册（家）',
    '已检查（家）',
    '覆盖率',
    '发现（个）',
    '其中已销号（个）',
    '整改率',
    '现逾期（个）',
  ],
  en: (campaign: boolean) => [
    'Rank',
    'Region',
    campaign ? 'Units' : 'Register',
    'Checked',
    'Coverage',
    'Found',
    'Of these closed',
    'Closing rate',
    'Overdue now',
  ],
} as const

const none: Run = { text: '—' }

/** Regions beside each other, each rate with its denominator; by coverage, and none of too few units among them. */
export const regions = (facts: BulletinFacts, language: Language): readonly Section[] => {
  const [units, checked] = unitsOf(facts)
  const placed = facts.regions
    .map(({ regionCode, regionName, alone, tally }): Placed => {
      const voice = voiceOf(language, tally, whereIn(facts, regionCode, alone))
      const own = language === 'zh' ? `${regionName.zh}本级` : `${regionName.en} itself`
      return {
        name: alone ? own : regionName[language],
        alone,
        voice,
        checked: voice.value(checked),
        units: voice.value(units),
        small: alone || isSmall(voice.value(units)),
      }
    })
    .toSorted(byCoverage)
  if (placed.length < 2) return []
  const rankOf = (of: Placed): number => 1 + placed.filter((other) => !other.small && byCoverage(other, of) < 0).length
  const rows = placed.map((each) => {
    const { cell, share } = each.voice
    return {
      quiet: each.small,
      cells: [
        [each.small ? none : { text: String(rankOf(each)) }],
        [{ text: each.name }],
        [cell(units)],
        [cell(checked)],
        [share(checked, units) ?? none],
        [cell('found')],
        [cell('foundClosed')],
        [share('foundClosed', 'found') ?? none],
        [cell('overdue')],
      ],
    }
  })
  const zh = language === 'zh'
  const table: Block = { kind: 'table', title: zh ? '按覆盖率' : 'By coverage', head: head[language](facts.campaign !== null), rows }
  const note: Block = {
    kind: 'note',
    runs: zh
      ? line`只按覆盖率排名，同率同名次；单位不足${String(smallBase)}家的地区和本级列出数字，不排名，因为一家之差就会改变名次。`
      : line`Ranked by coverage alone, equal shares sharing a rank. Regions of fewer than ${String(smallBase)} units, and what stands in the region itself, are told and not ranked: a single unit would change their place.`,
  }
  return [{ key: 'regions', title: zh ? '各地情况' : 'Region by region', blocks: [table, note] }]
}

type Rest = readonly [FigureName, zh: string, en: string]

const rests = (facts: BulletinFacts): readonly Rest[] => [
  ['overdue', '超过整改期限尚未整改的隐患', 'Hazards past their deadline and not put right'],
  ['openMajor', '未销号的重大隐患', 'Major hazards open'],
  ['openMajorNotFive', '五落实未到位的重大隐患', 'Major hazards without five in place'],
  facts.campaign
    ? ['targetsUnchecked', '检查范围内尚未检查的单位', 'Units of the campaign not checked yet']
    : ['unitsUnchecked', '期内未检查的在册单位', 'Units of the register not checked in these days'],
]

/** What remains to be done, each with its records; that nothing does is said. */
export const remaining = (facts: BulletinFacts, language: Language): Section => {
  const zh = language === 'zh'
  const voice = voiceOf(language, facts.tally, whereIn(facts, facts.regionCode, false))
  const items = rests(facts)
    .filter(([name]) => voice.value(name) > 0)
    .map(([name, chinese, english]): Block => ({
      kind: 'item',
      runs: zh ? line`${chinese}：${voice.count(name)}` : line`${english}: ${voice.cell(name)}`,
    }))
  const known = facts.floods.flatMap(({ campaignId, name, tally }): readonly Block[] => {
    const { value, count, cell } = voiceOf(language, tally, { ...whereIn(facts, facts.regionCode, false), campaignId })
    if (value('notReinspected') === 0) return []
    return [
      {
        kind: 'item',
        runs: zh
          ? line`“${name}”未复查的在册隐患：${count('notReinspected')}`
          : line`Known hazards of “${name}” not looked at again: ${cell('notReinspected')}`,
      },
    ]
  })
  const blocks = [...items, ...known]
  return {
    key: 'remaining',
    title: zh ? '尚待办理' : 'What remains to be done',
    blocks:
      blocks.length > 0
        ? blocks
        : [
            {
              kind: 'paragraph',
              runs: zh
                ? line`没有逾期隐患、未销号的重大隐患和未检查的单位。`
                : line`No hazard is overdue, no major hazard is open, and no unit is unchecked.`,
            },
          ],
  }
}
