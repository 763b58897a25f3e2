import type { CalledRegion } from '../ledger/place.ts'
import { placeReader } from '../ledger/place.ts'
import type { HazardRowFacts } from '../ledger/hazardRow.ts'
import type { Values } from '../ledger/column.ts'
import { creditCodeOf } from './creditCode.ts'

const region = (code: string, path: string, more: Partial<CalledRegion> = {}): CalledRegion => ({
  code,
  path,
  endedOn: null,
  successors: [],
  whole: true,
  ...more,
})

const qiantang = region('330114', '浙江省杭州市钱塘区')
const baiyang = region('330114001', '浙江省杭州市钱塘区白杨街道')
const names: Readonly<Record<string, readonly CalledRegion[]>> = {
  钱塘区: [qiantang],
  白杨街道: [baiyang],
  钱塘区白杨街道: [baiyang],
  城东街道: [region('330114002', '浙江省杭州市钱塘区城东街道'), region('330114003', '浙江省杭州市钱塘区城东街道（新）')],
  江干区: [region('330104', '浙江省杭州市江干区', { endedOn: '2021-04-09', successors: ['上城区'] })],
  下沙街道: [region('330114004', '浙江省杭州市钱塘区下沙街道', { endedOn: '2024-01-01', successors: ['白杨街道'] })],
  萧山区: [region('330109', '浙江省杭州市萧山区')],
}
const byCode = new Map(Object.values(names).flatMap((each) => each.map((one) => [one.code, one] as const)))

/** A county's officer reads rows on the day of the tests. */
export const rowFacts: HazardRowFacts = {
  today: '2026-11-24',
  side: 'authority',
  place: placeReader({ called: (text) => names[text] ?? [], byCode: (code) => byCode.get(code) }, { lo: '330114', hi: '330115' }),
}

export const valuesOf = (texts: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text }]))

/** A row of each ledger with nothing wrong in it. */
export const soundRows = {
  unit: {
    unitName: '杭州测试化工有限公司',
    uscc: creditCodeOf(7),
    region: '白杨街道',
    industry: '2614',
    kind: '企业',
    riskColour: '橙',
    lng: '120.35',
    lat: '30.30',
    registeredOn: '2024-03-05',
  },
  hazard: {
    number: 'YH2026-001',
    unitName: '杭州测试化工有限公司',
    region: '白杨街道',
    description: '可燃气体报警器失效',
    level: '一般隐患',
    foundOn: '2026-03-05',
    how: '部门检查',
    dueOn: '2026-03-20',
    responsible: '李四',
    fundsYuan: '3,000元',
    state: '已销号',
    rectifiedOn: '2026-03-10',
    reviewedBy: '王五',
    reviewedOn: '2026-03-12',
    closedOn: '2026-03-13',
  },
  visit: { number: 'JC-1', unitName: '杭州测试化工有限公司', on: '2026-03-05', how: '部门检查', by: '张三', result: '已检查', found: '3' },
} as const
