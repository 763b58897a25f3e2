import { column, unitNamed } from './column.ts'

/** The register of units as bureaux keep it (监管对象台账). */
export const unitColumns = [
  ...unitNamed.map((each) => (each.key === 'region' || each.key === 'industry' ? { ...each, needed: true } : each)),
  column('kind', ['对象类型', 'Kind'], '类型 单位类型 主体类型 对象类别 检查对象类型 监管对象类型 单位类别', { width: 10 }),
  column('address', ['地址', 'Address'], '详细地址 单位地址 企业地址 生产经营地址 经营地址 注册地址 所在地址 场所地址 生产地址', {
    width: 36,
  }),
  column('riskColour', ['风险等级', 'Colour of risk'], '风险颜色 风险分级 四色等级 红橙黄蓝 安全风险等级 风险级别 四色', { width: 10 }),
  column('lng', ['经度', 'Longitude'], '东经 经度坐标 坐标/经度 位置/经度 X坐标', { width: 12, as: 'number' }),
  column('lat', ['纬度', 'Latitude'], '北纬 纬度坐标 坐标/纬度 位置/纬度 Y坐标', { width: 12, as: 'number' }),
  column('registeredOn', ['登记日期', 'Registered on'], '登记时间 入库日期 入库时间 建档日期 建档时间 纳管日期 录入时间', {
    width: 12,
    as: 'day',
  }),
] as const

export type UnitColumn = (typeof unitColumns)[number]['key']
