import type { DepartmentLine } from '../../rules/organisations.ts'

/** Surnames and given names to make people from who do not exist. */
export const surnames = [...'沈岑谢韩莫郭程裴顾陆柳葛闻祝方俞金洪虞戚']
export const givenNames = [
  '知远',
  '立勋',
  '清远',
  '允之',
  '明徽',
  '书禾',
  '如松',
  '一帆',
  '观澜',
  '屿舟',
  '望舒',
  '景行',
  '若谷',
  '怀瑾',
  '思齐',
  '承泽',
  '听涛',
  '知夏',
  '秉文',
  '慕白',
  '云舒',
  '子衿',
  '安和',
  '临川',
  '守拙',
  '致远',
  '静川',
  '行简',
  '维桢',
  '南乔',
]

/** The line's office as a province, a city and a county call it. */
export const offices: Readonly<Record<DepartmentLine, { readonly province: string; readonly local: string; readonly short: string }>> = {
  emergency: { province: '应急管理厅', local: '应急管理局', short: '应急' },
  fire: { province: '消防救援总队', local: '消防救援队伍', short: '消防' },
  publicSecurity: { province: '公安厅', local: '公安局', short: '公安' },
  transport: { province: '交通运输厅', local: '交通运输局', short: '交通' },
  construction: { province: '住房和城乡建设厅', local: '住房和城乡建设局', short: '住建' },
  health: { province: '卫生健康委员会', local: '卫生健康局', short: '卫健' },
  marketRegulation: { province: '市场监督管理局', local: '市场监督管理局', short: '市监' },
  naturalResources: { province: '自然资源厅', local: '规划和自然资源局', short: '资规' },
  water: { province: '水利厅', local: '水利局', short: '水利' },
  meteorology: { province: '气象局', local: '气象局', short: '气象' },
  ecology: { province: '生态环境厅', local: '生态环境局', short: '生态' },
  energy: { province: '能源局', local: '发展和改革局', short: '发改' },
  culture: { province: '文化广电和旅游厅', local: '文化广电旅游体育局', short: '文旅' },
  economy: { province: '经济和信息化厅', local: '经济和信息化局', short: '经信' },
}

/** Plants that exist nowhere; what they make is what such plants make. */
export const plants = [
  '澄湖精细化工',
  '望涛新材料',
  '东屿罐储',
  '海晏气体',
  '镇澜助剂',
  '昱成助剂',
  '蛟川树脂',
  '甬和氟材',
  '临江染化',
  '潮音医化',
  '白沙涂料',
  '云栖日化',
  '义蓬农化',
  '新湾电子化学',
  '前进胶粘',
  '江东特气',
  '观潮聚酯',
  '河庄催化剂',
  '澜石环氧',
  '浪屿香料',
  '青屿表面活性剂',
  '远帆锂电材料',
  '平湖液氯储运',
  '安泽化学仓储',
]

/** Halls and fields of an invented games. */
export const venueKinds = ['体育馆', '游泳馆', '体育场', '射击馆', '自行车馆', '网球中心', '水上运动中心', '电竞中心']
export const venueNames = ['观澜', '望潮', '听涛', '清渚', '云岫', '烟雨', '松风']
