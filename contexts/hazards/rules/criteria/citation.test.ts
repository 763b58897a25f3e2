import { describe, expect, it } from 'vitest'
import { citation } from './citation.ts'
import { builtInLibrary } from './library.ts'

describe('what a finding rests on, in short', () => {
  it.each([
    ['chem20.05', '2017', '第五项', '化危 20 条 第五项', 'Chemicals 20, item 5'],
    ['chem20.20', '2017', '第二十项', '化危 20 条 第二十项', 'Chemicals 20, item 20'],
    ['coal.15', '2020', '第三条（十五）', '煤矿重大隐患 第三条（十五）', 'Coal mines, art. 3 (15)'],
    ['fire.6.1', '2017', '6.1', '重大火灾隐患 6.1', 'Major fire hazards, 6.1'],
    [
      'general.01',
      '2026',
      '安全生产法第一百零三条',
      '安全管理通用检查 安全生产法第一百零三条',
      'Safety management, for every unit, 安全生产法 art. 103',
    ],
    [
      'specialWork.01',
      '2026',
      'GB 30871-2022 第4章',
      '特殊作业现场检查 GB 30871-2022 第4章',
      'Special work on the spot, GB 30871-2022 ch. 4',
    ],
    ['flood.01', '2026', '民法典第一千二百五十三条', '防汛防台检查 民法典第一千二百五十三条', 'Flood and typhoon check, 民法典 art. 1253'],
    ['gone.01', '1', '', 'gone.01', 'gone.01'],
  ])('%s of %s', (code, edition, clause, zh, en) => {
    expect(citation(builtInLibrary, { code, edition, clause })).toEqual({ zh, en })
  })

  it('no list of an authority that has items is called by its long title', () => {
    const long = builtInLibrary
      .filter(({ purpose, items }) => purpose === 'major' && items.length > 0)
      .flatMap(({ edition, title, items }) => {
        const [{ key: code, clause }] = items as [(typeof items)[number]]
        return citation(builtInLibrary, { code, edition, clause }).zh.startsWith(title.zh) ? [code] : []
      })
    expect(long).toEqual([])
  })

  it('every clause of the library has an English sentence without a Chinese number in it', () => {
    const left = builtInLibrary.flatMap(({ edition, items }) =>
      items.flatMap(
        ({ key: code, clause }) => citation(builtInLibrary, { code, edition, clause }).en.match(/第|（[一二三四五六七八九十]/) ?? [],
      ),
    )
    expect(left).toEqual([])
  })
})
