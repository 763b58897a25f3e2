import { column, unitNamed } from './column.ts'

/** The ledger of visits as bureaux keep it (检查台账). */
export const visitColumns = [
  column('number', ['检查编号', 'Number'], '编号 文书编号 检查记录编号 记录编号 检查单号 文书号', { width: 20 }),
  ...unitNamed,
  column('on', ['检查日期', 'Visited on'], '检查时间 走访时间 走访日期 排查时间 排查日期 执法日期 执法时间 巡查时间 巡查日期 日期 时间', {
    needed: true,
    width: 12,
    as: 'day',
  }),
  column('how', ['检查方式', 'How'], '检查类型 检查形式 检查类别 排查方式 排查类型 任务来源', { width: 12 }),
  column('by', ['检查人员', 'Visited by'], '检查人 执法人员 排查人 排查人员 走访人员 检查组成员 检查专家 巡查人员', { width: 16 }),
  column('department', ['检查部门', 'Department'], '检查机构 执法部门 执法单位 组织部门 牵头部门 检查主体 检查组', { width: 20 }),
  column('result', ['检查结果', 'Result'], '结果 检查结论 是否检查 是否进入 检查状态', { width: 12 }),
  column(
    'found',
    ['发现隐患数', 'Hazards found'],
    '隐患数 隐患数量 问题数 问题数量 发现问题数 发现隐患（处） 发现隐患(处) 发现隐患(条) 发现隐患（条）',
    {
      width: 10,
      as: 'number',
    },
  ),
  column('note', ['检查情况', 'Note'], '检查内容 备注 检查记录 情况说明 检查情况说明', { width: 36 }),
] as const

export type VisitColumn = (typeof visitColumns)[number]['key']
