import { describe, expect, it } from 'vitest'
import { compose } from './compose.ts'
import { isNumber, runsOf, textOf, type BulletinText, type Section } from './document.ts'
import type { BulletinFacts } from './facts.ts'
import { withRests } from './figures.ts'
import { october, still } from './testing/story.ts'

const section = (text: BulletinText, key: Section['key']): string => {
  const found = text.sections.find((each) => each.key === key)
  if (!found) throw new Error(`no section ${key}`)
  return found.blocks.map((block) => (block.kind === 'table' ? '' : textOf(block.runs))).join('\n')
}

const keysOf = (text: BulletinText) => text.sections.map(({ key }) => key)

describe('the bulletin of a busy month', () => {
  const zh = compose(october, 'zh')
  const en = compose(october, 'en')

  it('says title, days, and as of when it was counted', () => {
    expect(zh.title).toBe('钱塘区隐患排查整治战报')
    expect(zh.subtitle).toBe('2026年10月')
    expect(zh.counted).toContain('2026年11月24日10时05分')
    expect(en.title).toBe('Hazard bulletin, Qiantang')
  })

  it('tells visits, found, rectified and major in 万, and in millions', () => {
    expect(section(zh, 'overview')).toContain(
      '2026年10月，钱塘区开展检查616.7万家次，发现隐患571万个，其中重大隐患5.6万个；期内整改销号580万个。',
    )
    expect(section(en, 'overview')).toContain(
      'In Qiantang, 2026-10: 6.17 million visits were made; 5.71 million hazards were found, 56,000 of them major; 5.8 million hazards were put right and closed.',
    )
  })

  it('compares with the same days of last year, and warns of a small base', () => {
    expect(section(zh, 'overview')).toContain(
      '与上年同期（2025年10月）相比：检查由500万家次增长23.3%；发现隐患与上年同期的571万个持平；整改销号由20个增长10倍以上（基数小，仅供参考）。',
    )
  })

  it('explains figures that look contradictory: more closed than found, visits that are not units', () => {
    expect(section(zh, 'overview')).toContain('销号数包括期前发现、期内销号的隐患')
    expect(section(zh, 'coverage')).toContain('两者不能相除')
    expect(section(en, 'coverage')).toContain('The one cannot be divided by the other.')
  })

  it('tells units apart from visits, and never all where it is not all', () => {
    expect(section(zh, 'coverage')).toContain('台账在册1万家，期内由部门、专家或互查人员检查过9996家，覆盖率99.9%；期内未检查4家。')
  })

  it('tells major hazards with five in place and listed', () => {
    expect(section(zh, 'hazards')).toContain('现未销号6000个，其中五落实到位5500个；现挂牌督办12个。')
  })

  it('tells known hazards looked at again apart from those newly found and closed', () => {
    expect(section(zh, 'flood')).toContain(
      '“汛期隐患复查”：在册隐患18.3万个，已复查15.8万个，复查率86.3%，未复查2.5万个。期内新发现隐患2.5万个，其中已整改销号2.4万个。',
    )
    expect(section(en, 'flood')).toContain('known hazards 183,000, looked at again 158,000 (86.3%)')
    expect(section(zh, 'flood')).toContain('互不包含')
  })

  it('tells enforcement, what the public told, and rechecks', () => {
    expect(section(zh, 'enforcement')).toContain('立案40起，告知38起，作出处罚决定30起、罚款125万元，送达29起，履行25起、收缴90万元。')
    expect(section(zh, 'tips')).toContain('收到举报210件；作出决定200件，其中按时190件，按时率95%；查实80件；奖励60件、3.6万元。')
    expect(section(zh, 'inspection')).toContain('现场复核90个，发现虚假销号3个，占复核的3.3%')
    expect(section(en, 'enforcement')).toContain('penalties of CNY 1.25 million')
  })

  it('ranks regions with their denominators, equal shares alike, and none of too few units', () => {
    const table = zh.sections.find(({ key }) => key === 'regions')!.blocks[0]!
    if (table.kind !== 'table') throw new Error('no table')
    expect(table.rows.map(({ cells, quiet }) => [...cells.slice(0, 5).map(textOf), quiet])).toEqual([
      ['1', '河庄街道', '40', '40', '100%', false],
      ['2', '义蓬街道', '400', '300', '75%', false],
      ['2', '前进街道', '80', '60', '75%', false],
      ['—', '临江街道', '29', '29', '100%', true],
      ['—', '钱塘区本级', '200', '200', '100%', true],
    ])
  })

  it('tells what remains to be done', () => {
    expect(section(zh, 'remaining').split('\n')).toEqual([
      '超过整改期限尚未整改的隐患：31个',
      '未销号的重大隐患：6000个',
      '五落实未到位的重大隐患：500个',
      '期内未检查的在册单位：4家',
      '“汛期隐患复查”未复查的在册隐患：2.5万个',
    ])
  })

  it('has every number open what it counts', () => {
    const numbers = runsOf(zh).filter(isNumber)
    expect(numbers.length).toBeGreaterThan(80)
    expect(numbers.filter(({ address }) => address === null)).toEqual([])
    const found = numbers.find(({ figure }) => figure === 'found')
    expect(found?.address).toBe('/hazards?withdrawn=false&region=330114&foundFrom=2026-10-01&foundTo=2026-10-31')
    expect(numbers.find(({ figure, value }) => figure === 'visits' && value === 5_000_000)?.address).toBe(
      '/visits?result=checked&region=330114&from=2025-10-01&to=2025-10-31',
    )
  })

  it('says the same numbers in both languages', () => {
    const told = (text: BulletinText) =>
      runsOf(text)
        .filter(isNumber)
        .map(({ figure, value, address }) => `${figure} ${value} ${address}`)
        .toSorted()
    expect(told(en)).toEqual(told(zh))
  })

  it.each(['zh', 'en'] as const)('has no digit outside a number, a day or a rank (%s)', (language) => {
    const lines = compose(october, language).sections.flatMap(({ blocks }) =>
      // The first column of the table are the ranks.
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.slice(1)) : [block.runs])),
    )
    const plain = lines
      .flat()
      .filter((run) => !isNumber(run))
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\d{4}年\d{1,2}月(\d{1,2}日(\d\d时\d\d分)?)?|\d{4}-\d\d(-\d\d)?( \d\d:\d\d)?/g, '')
    // The change on last year and the least denominator are said of numbers that open.
    expect(plain.replaceAll(/(增长|下降|up |down )(\d+(\.\d)?%|10倍以上)|30家|30 units/g, '')).not.toMatch(/\d/)
  })
})

describe('where nothing happened', () => {
  it('the bulletin says so, without comparison, rate or ranking', () => {
    const zh = compose(still, 'zh')
    expect(keysOf(zh)).toEqual(['overview', 'coverage', 'hazards', 'remaining'])
    expect(section(zh, 'overview')).toBe(
      '2026年10月，钱塘区没有检查记录，未发现隐患；期内整改销号0个。\n上年同期（2025年10月）没有检查、发现和销号的记录，不作同比。',
    )
    expect(section(zh, 'coverage')).toContain('没有在册的检查对象，无从计算覆盖率')
    expect(section(zh, 'hazards')).toContain('期内未发现重大隐患，现无未销号的重大隐患。')
    expect(section(zh, 'remaining')).toBe('没有逾期隐患、未销号的重大隐患和未检查的单位。')
    expect(runsOf(zh).some(({ text }) => text.includes('%'))).toBe(false)
    expect(section(compose(still, 'en'), 'overview')).toContain('no visit was made; no hazard was found')
  })
})

describe('what is there decides what is said', () => {
  const changed = (tally: BulletinFacts['tally']): BulletinFacts => ({ ...october, tally: withRests({ ...october.tally, ...tally }) })

  it('no major hazard among those found', () => {
    expect(section(compose(changed({ foundMajor: 0, found: 12 }), 'zh'), 'overview')).toContain('发现隐患12个，没有重大隐患')
  })

  it('a year without one of the figures has no rate of it', () => {
    const facts = { ...october, lastYear: { ...october.lastYear, tally: { visits: 5_000_000, found: 0, closed: 0 } } }
    expect(section(compose(facts, 'zh'), 'overview')).toContain('发现隐患上年同期为0个，不计增减率')
  })

  it('no more closed than found needs no explanation', () => {
    expect(section(compose(changed({ closed: 10, found: 12 }), 'zh'), 'overview')).not.toContain('期前发现')
  })

  it('a running period is told up to its last day', () => {
    const running = { ...october, period: { kind: 'month', from: '2026-11-01', to: '2026-11-24', ended: false } as const }
    expect(compose(running, 'zh').subtitle).toBe('2026年11月1日至24日（截至当日）')
  })

  it('steps that nobody took say so', () => {
    const quiet = changed({
      'enforcement.opened': 0,
      'enforcement.noticed': 0,
      'enforcement.decided': 0,
      'enforcement.served': 0,
      'enforcement.performed': 0,
      'tips.decided': 0,
      'supervision.rechecked': 0,
    })
    expect(section(compose(quiet, 'zh'), 'enforcement')).toContain('期内没有立案')
    expect(section(compose(quiet, 'zh'), 'tips')).toContain('没有作出决定的')
    expect(section(compose(quiet, 'zh'), 'inspection')).toContain('尚未复核')
  })

  it('a campaign is told by its own units, and what knows no campaign says so', () => {
    const campaign = { campaignId: 'c', name: '有限空间专项行动', kind: 'ordinary' as const, from: '2026-09-01', to: '2026-12-31' }
    const facts: BulletinFacts = {
      ...october,
      campaign,
      floods: [],
      tally: withRests({ ...october.tally, targets: 50, targetsChecked: 20 }),
    }
    const zh = compose(facts, 'zh')
    expect(zh.title).toBe('钱塘区“有限空间专项行动”战报')
    expect(section(zh, 'coverage')).toContain('检查范围50家，行动开展以来检查过20家，覆盖率40%；尚未检查30家。')
    expect(section(zh, 'tips')).toContain('不区分专项行动')
    expect(
      runsOf(zh)
        .filter(isNumber)
        .find(({ figure }) => figure === 'found')?.address,
    ).toContain('campaignId=c')
  })
})
