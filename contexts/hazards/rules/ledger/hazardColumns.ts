import { column, unitNamed } from './column.ts'

/** The ledger of hazards as bureaux keep it (隐患排查治理台账). */
export const hazardColumns = [
  column('number', ['隐患编号', 'Number'], '编号 隐患序号 隐患编码 问题编号 台账编号 记录编号 隐患ID', { width: 20 }),
  ...unitNamed,
  column(
    'description',
    ['隐患描述', 'What is wrong'],
    '隐患内容 存在问题 存在的问题 问题描述 问题隐患 隐患问题 隐患情况 存在隐患 主要隐患 事故隐患 隐患名称 隐患 问题 发现的隐患 存在的隐患 存在的主要问题 具体问题 隐患描述/内容 问题及隐患',
    { needed: true, width: 44 },
  ),
  column('level', ['隐患等级', 'Level'], '级别 隐患级别 隐患类别 隐患分级 等级 隐患性质 问题等级 风险等级', { width: 10 }),
  column('isMajor', ['是否重大', 'Whether major'], '是否重大隐患 是否为重大隐患 是否属于重大隐患 是否重大事故隐患 重大隐患', { width: 10 }),
  column(
    'foundOn',
    ['发现日期', 'Found on'],
    '排查时间 排查日期 检查日期 检查时间 发现时间 隐患发现时间 隐患排查时间 发现隐患时间 上报时间 登记时间 登记日期 日期 时间',
    { needed: true, width: 12, as: 'day' },
  ),
  column(
    'foundBy',
    ['检查人员', 'Found by'],
    '检查人 排查人 排查人员 发现人 检查组成员 检查组人员 执法人员 上报人 登记人 检查专家 排查责任人',
    {
      width: 16,
    },
  ),
  column('how', ['检查方式', 'How it was found'], '排查方式 检查类型 排查类型 检查形式 隐患来源 来源 问题来源 发现方式 检查类别 任务来源', {
    width: 12,
  }),
  column('item', ['检查项编码', 'Item of a checklist'], '检查项 检查项目编码 检查表编码 判定标准编码 检查条目', { width: 14 }),
  column(
    'dueOn',
    ['整改期限', 'Due on'],
    '整改时限 限期 整改限期 限期整改日期 整改截止日期 整改截止时间 要求完成时间 计划完成时间 整改完成期限 整改期限/截止日期 拟完成时间 限改日期',
    {
      width: 12,
      as: 'day',
    },
  ),
  column(
    'responsible',
    ['整改责任人', 'To be put right by'],
    '责任人 整改负责人 整改人 整改人员 负责人 整改情况/责任人 隐患整改责任人 治理责任人',
    { width: 12 },
  ),
  column('measures', ['整改措施', 'Measures'], '整改要求 治理措施 整改建议 处理意见 整改方案 处理措施 整改意见 防范措施', { width: 36 }),
  column(
    'fundsYuan',
    ['整改资金（元）', 'Funds (yuan)'],
    '整改资金 整改资金(元) 治理资金(元) 治理资金（元） 投入资金(元) 投入资金（元） 资金(元) 资金（元）',
    {
      width: 14,
      as: 'number',
    },
  ),
  column(
    'fundsTenThousandYuan',
    ['整改资金（万元）', 'Funds (10,000 yuan)'],
    '整改资金(万元) 治理资金(万元) 治理资金（万元） 投入资金(万元) 投入资金（万元） 资金(万元) 资金（万元） 整改投入(万元) 整改投入（万元） 整改经费(万元) 整改经费（万元）',
    { width: 14, as: 'number' },
  ),
  column(
    'state',
    ['整改状态', 'State'],
    '整改情况 是否整改 是否已整改 是否完成整改 是否整改到位 是否整改完成 整改完成情况 整改结果 状态 隐患状态 整改进度 整改进展 整改落实情况 治理情况 整改情况/状态',
    { width: 12 },
  ),
  column('isClosed', ['是否销号', 'Whether closed'], '销号情况 销号状态 是否闭环 是否已销号 闭环情况 闭环状态', { width: 10 }),
  column(
    'rectifiedOn',
    ['整改完成日期', 'Put right on'],
    '整改完成时间 整改日期 整改时间 完成时间 完成日期 实际完成时间 实际整改时间 整改情况/完成时间 治理完成时间',
    {
      width: 12,
      as: 'day',
    },
  ),
  column('reviewedBy', ['复查人', 'Reviewed by'], '复查人员 验收人 验收人员 复核人 核查人 复查验收人 复查情况/复查人', { width: 12 }),
  column('reviewedOn', ['复查日期', 'Reviewed on'], '复查时间 验收时间 验收日期 复核时间 复核日期 核查时间 复查情况/复查时间', {
    width: 12,
    as: 'day',
  }),
  column('closedOn', ['销号日期', 'Closed on'], '销号时间 闭环时间 闭环日期 办结时间 办结日期 结案时间', { width: 12, as: 'day' }),
  column('lng', ['经度', 'Longitude'], '东经 经度坐标 坐标/经度 位置/经度', { width: 12, as: 'number' }),
  column('lat', ['纬度', 'Latitude'], '北纬 纬度坐标 坐标/纬度 位置/纬度', { width: 12, as: 'number' }),
] as const

export type HazardColumn = (typeof hazardColumns)[number]['key']
