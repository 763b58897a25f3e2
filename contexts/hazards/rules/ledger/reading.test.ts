import { describe, expect, it } from 'vitest'
import { industryMeant } from './industry.ts'
import { moneyIn, readDay, readingOf } from './reading.ts'
import { levelOf, standingOf, visitResultOf, wayOf, yesOrNo } from './words.ts'
import { unitKindOf } from './unitRow.ts'

describe('a day, in all the spellings of a ledger', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024/03/05 14:30', '2024-03-05'],
    ['2024-03-05T06:30:00Z', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年03月05号', '2024-03-05'],
    ['2024年3月5', '2024-03-05'],
    [' 2024 - 3 - 5 ', '2024-03-05'],
    ['2024年2月29日', '2024-02-29'],
    ['45356', '2024-03-05'],
  ])('%s', (text, day) => {
    expect(readDay({ text })).toEqual({ day })
  })

  it.each([
    [1, '1899-12-31'],
    [60, '1900-02-28'],
    [45_356, '2024-03-05'],
    [45_356.75, '2024-03-05'],
    [2_958_465, '9999-12-31'],
  ])('the serial number %s of a spreadsheet', (serial, day) => {
    expect(readDay({ text: '45356', serial })).toEqual({ day })
  })

  it('an empty cell, and one that is filled in as empty, is no day', () => {
    expect([readDay(undefined), readDay({ text: '' }), readDay({ text: '/' }), readDay({ text: '无' }), readDay({ text: '——' })]).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it.each([
    ['3月5日', 'DAY_WITHOUT_YEAR'],
    ['3.5', 'DAY_WITHOUT_YEAR'],
    ['03-05', 'DAY_WITHOUT_YEAR'],
    ['2023年2月30日', 'DAY_NOT_IN_CALENDAR'],
    ['2023-02-29', 'DAY_NOT_IN_CALENDAR'],
    ['20231301', 'DAY_NOT_IN_CALENDAR'],
    ['2024-3-0', 'DAY_NOT_IN_CALENDAR'],
    ['立即', 'DAY_UNREADABLE'],
    ['2024年3月', 'DAY_UNREADABLE'],
    ['12345', 'DAY_UNREADABLE'],
  ])('%s is a fault', (text, code) => {
    expect(readDay({ text })).toBe(code)
  })
})

describe('words', () => {
  it.each([
    ['一般', 'general'],
    ['一般隐患', 'general'],
    ['一般事故隐患', 'general'],
    ['较大隐患', 'general'],
    ['重大', 'major'],
    ['重大隐患', 'major'],
    ['重大事故隐患', 'major'],
    ['重大火灾隐患', 'major'],
    ['特别重大', 'major'],
    ['严重', null],
    ['是', null],
  ])('16号令 art. 3: the level %s', (text, level) => {
    expect(levelOf(text)).toBe(level)
  })

  it.each([
    ['未整改', 'open'],
    ['否', 'open'],
    ['逾期未整改', 'open'],
    ['尚未整改完成', 'open'],
    ['整改中', 'underway'],
    ['正在整改', 'underway'],
    ['限期整改', 'underway'],
    ['已整改', 'rectified'],
    ['完成', 'rectified'],
    ['√', 'rectified'],
    ['是', 'rectified'],
    ['待复查', 'rectified'],
    ['已整改，待销号', 'rectified'],
    ['已更换灭火器 3 具', 'rectified'],
    ['当场整改', 'rectified'],
    ['已销号', 'closed'],
    ['闭环', 'closed'],
    ['复查合格', 'closed'],
    ['不详', null],
  ])('the state %s', (text, stands) => {
    expect(standingOf(text)).toBe(stands)
  })

  it.each([
    ['企业自查', 'selfCheck'],
    ['部门检查', 'departmentCheck'],
    ['双随机抽查', 'departmentCheck'],
    ['第三方服务机构', 'expertCheck'],
    ['交叉检查', 'peerCheck'],
    ['12345 投诉', 'publicReport'],
    ['其他', null],
  ])('the way %s', (text, way) => {
    expect(wayOf(text)).toBe(way)
  })

  it('yes and no, kinds of units, results of visits', () => {
    expect(['是', '√', 'Y', '否', '×', '也许'].map(yesOrNo)).toEqual([true, true, true, false, false, null])
    expect(['企业', '在建工地', '沿街店铺', '村（社区）', '九小场所', '飞船'].map(unitKindOf)).toEqual([
      'enterprise',
      'site',
      'place',
      'village',
      'place',
      null,
    ])
    expect(['已检查', '未能进入', '关门停业', '发现 3 处', '好'].map(visitResultOf)).toEqual([
      'checked',
      'notAdmitted',
      'notAdmitted',
      'checked',
      null,
    ])
  })

  it.each([
    ['2614', '2614'],
    ['C26', '26'],
    ['C2614 有机化学原料制造', '2614'],
    ['有机化学原料制造（2614）', '2614'],
    ['有机化学原料制造', '2614'],
    ['制造业', 'C'],
    ['谷物种植', '011'],
    ['稻谷种植', '0111'],
    ['化工', undefined],
    ['9999', undefined],
  ])('GB/T 4754-2017: the industry %s', (text, code) => {
    expect(industryMeant(text)?.code).toBe(code)
  })

  it.each([
    ['3000', 1, 3000],
    ['3,000元', 1, 3000],
    ['￥3000.50', 1, 3000.5],
    ['2.5', 10_000, 25_000],
    ['2.5万元', 1, 25_000],
    ['300元', 10_000, 300],
    ['/', 1, null],
  ])('the money %s', (text, unitYuan, yuan) => {
    const reading = readingOf({ funds: { text } })
    expect(moneyIn(reading, 'funds', unitYuan)).toBe(yuan)
    expect(reading.faults).toEqual([])
  })
})
