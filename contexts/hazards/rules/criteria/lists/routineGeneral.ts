import { routineList } from './routine.ts'

/** Duties that every employer has. */
export const routineGeneral = routineList({
  key: 'general',
  sector: 'general',
  title: { zh: '安全管理通用检查', en: 'Safety management, for every unit' },
  source: '安全生产法（2021）',
  appliesTo: { kinds: ['enterprise', 'place', 'site'], industries: [], tags: [] },
  table: `
01 | 安全生产法第二十一条 | 主要负责人说不清自己的七项职责，或者没有履行记录 | The principal person cannot name the seven duties, or no record shows them done | H
> 当面问，再看近三个月的带队检查、会议、投入记录 | Ask in person, then see three months of checks, meetings and spending
02 | 安全生产法第二十二条 | 没有覆盖到每个岗位的责任制，或者没有考核 | Responsibility does not reach every post, or is not assessed | H
03 | 安全生产法第二十三条 | 安全费用没有按规定提取使用 | Safety funds are not set aside and spent as the rules ask | H
04 | 安全生产法第二十四条 | 应设安全机构或专职人员而没有设 | A safety body or full-time staff is due and missing | H
05 | 安全生产法第二十七条 | 高危单位负责人、安全人员没有考核合格 | In a high-risk line, the principal person or safety staff have not passed the examination | H
06 | 安全生产法第二十八条 | 新员工、转岗、派遣、实习人员没有培训合格就上岗，或者没有档案 | New, moved, dispatched or student workers start untrained, or without a record | H
07 | 安全生产法第三十条 | 特种作业人员没有有效操作证 | A special trade is worked without a valid licence | H
08 | 安全生产法第三十五条 | 危险设施、场所没有明显警示标志 | Dangerous plant or places have no clear warning signs | H
09 | 安全生产法第三十六条 | 安全设备没有维护、检测，或者监控报警被关闭、数据被篡改 | Safety devices are not kept up, or alarms are shut off or their data altered | H
10 | 安全生产法第四十一条 | 没有风险分级和隐患台账，或者隐患没有向职工通报 | Risks are not graded, hazards not recorded, or not told to the staff | H
11 | 安全生产法第四十二条 | 车间、仓库与员工宿舍同楼，或者出口被锁、堵 | Workshop or store shares a building with dormitories, or exits are locked or blocked | H
12 | 安全生产法第四十五条 | 没有配发合格劳动防护用品，或者不戴 | Protective equipment is not issued, or not worn | H
13 | 安全生产法第四十九条 | 出租、发包没有审查条件、没有安全协议、没有统一协调 | Letting or contracting without check, agreement or joint management | H
14 | 安全生产法第八十一条 | 没有应急预案，或者没有定期演练 | There is no emergency plan, or it is not drilled | H
15 | 安全生产法第五十一条 | 没有缴工伤保险，或者高危单位没有投安责险 | Work injury insurance is not paid, or a high-risk unit has no liability cover | H`,
})
