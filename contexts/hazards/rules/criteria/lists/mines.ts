import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

const coalUnits = { kinds: ['enterprise'], industries: ['06', '111'], tags: [] } as const

const headings = {
  zh: '只录入了目录一级的情形，每条之下的具体条件以原文为准。',
  en: 'The headings alone are entered; the conditions under each are to be read in the document.',
}

/** Coal mines by heading: order 4 of 2020 and order 21 of 2026, which took its place. */
export const coal: readonly Checklist[] = [
  {
    key: 'coal',
    edition: '2020',
    title: { zh: '煤矿重大事故隐患判定标准（2020版）', en: 'Criteria of major hazards of coal mines, edition of 2020' },
    documentNumber: '应急管理部令第4号',
    sector: 'coalMine',
    purpose: 'major',
    inForceFrom: '2021-01-01',
    inForceTo: '2026-07-01',
    source: '应急管理部令第4号第三条的十五个方面，据通行解读',
    confidence: 'medium',
    appliesTo: coalUnits,
    note: headings,
    items: readItems(
      { key: 'coal', makesMajor: true, confidence: 'medium' },
      `
capacity | 第三条（一） | 超能力、超强度或超定员生产 | Output, pace or head count go beyond what is approved
gas | 第三条（二） | 瓦斯超限还在作业 | Work goes on while gas is above the limit
outburst | 第三条（三） | 突出矿井没有落实防突措施 | A mine prone to outbursts does not carry out the measures against them
drainage | 第三条（四） | 高瓦斯矿井没有抽采、监控系统或系统不正常 | A gassy mine has no drainage and monitoring, or they do not work
ventilation | 第三条（五） | 通风系统不完善、不可靠 | Ventilation is incomplete or unreliable
water | 第三条（六） | 有严重水患没有有效措施 | A grave danger of water is not met
boundary | 第三条（七） | 超层、越界开采 | Coal is won beyond the seam or boundary granted
rockburst | 第三条（八） | 有冲击地压危险没有有效措施 | A danger of rock bursts is not met
fire | 第三条（九） | 自然发火严重没有有效措施 | Grave spontaneous heating is not met
banned | 第三条（十） | 使用禁止、淘汰的设备工艺 | Banned or obsolete machines or methods are used
power | 第三条（十一） | 没有双回路供电 | There is no double circuit of power
building | 第三条（十二） | 新建、改扩建期间违规生产 | Coal is won against the rules while the mine is built or extended
contract | 第三条（十三） | 整体承包没有重新取得、变更许可，或者再转包、采掘外包 | The mine is let without a new licence, let again, or its faces are let out
reform | 第三条（十四） | 改制期间责任和许可不落实 | Responsibility or licence is unclear while the owner changes
other | 第三条（十五） | 其他重大事故隐患 | Another major hazard`,
    ),
  },
  {
    key: 'coal',
    edition: '2026',
    title: { zh: '煤矿重大事故隐患判定标准', en: 'Criteria of major hazards of coal mines' },
    documentNumber: '应急管理部令第21号',
    sector: 'coalMine',
    purpose: 'major',
    inForceFrom: '2026-07-01',
    inForceTo: null,
    source: '应急管理部令第21号第三、二十一条，据公开的逐条核对本；第四至二十条未录入',
    confidence: 'high',
    appliesTo: coalUnits,
    note: headings,
    items: readItems(
      { key: 'coal', makesMajor: true, confidence: 'high' },
      `
capacity | 第三条（一） | 产量、强度或人员超过核定 | Output, pace or head count go beyond what is approved
gas | 第三条（二） | 瓦斯超过限值仍作业 | Work goes on while gas is above the limit
outburst | 第三条（三） | 突出矿井没有按规定防突 | A mine prone to outbursts does not carry out the measures against them
drainage | 第三条（四） | 突出、高瓦斯矿井没有按规定抽采，或者系统不正常 | A mine prone to outbursts or gassy has no drainage as the rules ask, or it does not work
ventilation | 第三条（五） | 通风系统有缺陷，不可靠 | Ventilation is incomplete or unreliable
boundary | 第三条（六） | 越层、越界采煤 | Coal is won beyond the seam or boundary granted
water | 第三条（七） | 水患严重而措施无效 | A grave danger of water is not met
rockburst | 第三条（八） | 冲击地压危险而措施无效 | A danger of rock bursts is not met
fire | 第三条（九） | 自然发火严重而措施无效 | Grave spontaneous heating is not met
banned | 第三条（十） | 仍用应淘汰的危险设备工艺 | Dangerous machines or methods due for removal are used
monitoring | 第三条（十一） | 监控、通讯系统没有按规定建立或不正常 | Monitoring and communication are not there as the rules ask, or do not work
slope | 第三条（十二） | 露天煤矿边坡角超设计或严重变形而没有有效措施 | The slope of an open pit is steeper than designed or moves gravely, and this is not met
power | 第三条（十三） | 没有按规定双回路供电 | There is no double circuit of power as the rules ask
building | 第三条（十四） | 新建边建边采，或者改扩建期间违规生产 | Coal is won while a mine is built, or beyond bounds while it is extended
contract | 第三条（十五） | 整体承包后没有重新取得或变更安全许可就生产，再转包，或者采掘、维修外包 | A mine let as a whole works without new licence, is let again, or faces and repairs are let out
reform | 第三条（十六） | 改制、合并、分立期间责任机构或许可不落实 | Responsibility or licence is unclear during change, merger or division
other | 第三条（十七） | 其他重大事故隐患 | Another major hazard`,
    ),
  },
]

const nonCoalUnits = {
  kinds: ['enterprise'],
  industries: ['08', '09', '10'],
  tags: ['undergroundMine', 'openPitMine', 'tailingsPond'],
} as const

/** 矿安〔2022〕88号: underground, open pit, tailings; to be read with the supplement of 2024. */
export const nonCoal: Checklist = {
  key: 'nonCoal',
  edition: '2022',
  title: { zh: '金属非金属矿山重大事故隐患判定标准', en: 'Criteria of major hazards of metal and non-metal mines' },
  documentNumber: '矿安〔2022〕88号',
  sector: 'nonCoalMine',
  purpose: 'major',
  inForceFrom: '2022-09-01',
  inForceTo: null,
  source: '矿安〔2022〕88号，64项，据公开的逐条核对本；合并改写，细目以原文为准',
  confidence: 'high',
  appliesTo: nonCoalUnits,
  note: {
    zh: '与2024年补充情形一并使用。',
    en: 'To be used with the supplement of 2024.',
  },
  items: readItems(
    { key: 'nonCoal', makesMajor: true, confidence: 'high' },
    `
[@undergroundMine]
1-01 | 一（一） | 安全出口数量、间距、梯子间不够，或者不畅通、与设计不符 | Exits are too few, too close, without ladders, blocked, or not as designed
1-02 | 一（二） | 地下矿使用禁止的设备、材料、工艺 | Banned machines, materials or methods are used underground
1-03 | 一（三） | 不同矿权或相邻系统井巷贯通 | Workings of different owners or neighbouring systems are joined
1-04 | 一（四） | 规定的图纸没有保存、没有按期更新，或者与实际不符 | The plans asked for are missing, out of date, or not as it is
1-05 | 一（五） | 露天转地下没有按设计防排水、回采顺序、留顶柱 | From open pit to underground: drainage, order or crown pillar are not as designed
1-06 | 一（六） | 地表水、降水危及井下却没有按设计防治 | Surface water endangers the mine and is not kept out as designed
1-07 | 一（七） | 主排水泵、管路、防水门不足，或者用采空区当水仓 | Main pumps, pipes or water doors fall short, or old workings serve as sump
1-08 | 一（八） | 井口没有高出历史最高洪水位1米，又没有按设计防护 | A shaft collar is not one metre above the highest flood known, nor protected as designed
1-09 | 一（九） | 水文中等以上矿井没有防治水人员、机构队伍、探放水设备或不按设计探放水 | With medium or complex hydrology, staff, team or equipment to probe for water is missing
1-10 | 一（十） | 水文复杂矿山防水门、水仓隔墙配水阀不合设计 | With complex hydrology, water doors or sump walls are not as designed
1-11 | 一（十一） | 突水威胁区采掘没有方案措施，或者没有按设计超前探放水 | Work where water may break in without plan, or without probing ahead as designed
1-12 | 一（十二） | 受倒灌威胁的矿井在强降雨、上游洪水时没有停产撤人 | A mine that may be flooded from above does not stop and clear out in heavy rain or flood
1-13 | 一（十三） | 自然发火矿山没有监测、没有防灭火或发现预兆不处理 | Spontaneous heating is not monitored, prevented or dealt with
1-14 | 一（十四） | 相邻矿山移动范围重叠没有按设计留矿柱 | Where neighbouring mines affect each other, pillars are not left as designed
1-15 | 一（十五） | 移动范围内有村庄、重要设施，或者井口受滑坡泥石流影响，没有按设计防护 | Villages or plant stand on moving ground, or entries under slides, without the measures designed
1-16 | 一（十六） | 保安矿柱、采场矿柱没有按设计留、采，或者擅自开采 | Pillars are not left or won as designed, or are robbed
1-17 | 一（十七） | 采空区没有按设计的方式、时间处理 | Voids are not treated in the way and time designed
1-18 | 一（十八） | 地压严重矿山没有专人专措，或者有大面积预兆不撤人 | Under heavy ground pressure there is no staff and plan, or people stay when signs appear
1-19 | 一（十九） | 巷道、采场顶板没有按设计支护 | Roofs are not supported as designed
1-20 | 一（二十） | 没有机械通风，或者主通风机、备用电机、风质风量、反风不合规定 | There is no fan ventilation, or fans, stand-by, air or reversal are not as the rules ask
1-21 | 一（二十一） | 气体检测仪、自救器没有配齐携带，或者不会用自救器 | Gas testers and self-rescuers are not carried by all, or people cannot use them
1-22 | 一（二十二） | 提人系统没有检验、保护失效、没有联锁、没有过卷和防跑车装置 | Man-hoisting is not tested, or lacks protection, interlocks, overwind or runaway devices
1-23 | 一（二十三） | 井下运人车没有安标、超员、制动不合规或没有检测 | Man-riding vehicles are unapproved, overfull, wrongly braked or untested
1-24 | 一（二十四） | 一级负荷没有双电源，或者任一电源带不动全部 | First class loads lack double supply, or one supply cannot carry them all
1-25 | 一（二十五） | 向采场供电的6至35千伏中性点直接接地 | The neutral of 6 to 35 kV supply to the stopes is earthed directly
1-26 | 一（二十六） | 地质水文复杂矿山施工没有施工组织设计或不落实 | In complex ground, works have no method statement or do not keep to it
1-27 | 一（二十七） | 新改扩建没有批准设计就施工，或者验收前生产 | New works go on without approved design, or produce before acceptance
1-28 | 一（二十八） | 发包给不合格单位、超数量，或者项目部人员不合规定 | Work is let to the unqualified or to too many, or their staff fall short
1-29 | 一（二十九） | 井下、井口动火没有审批或没有措施 | Hot work underground or at the collar without approval or measures
1-30 | 一（三十） | 年产超设计20%以上，或者月产达到年设计能力20% | Output is a fifth above design in a year, or a fifth of a year's in one month
1-31 | 一（三十一） | 监测监控、人员定位、通信系统缺失、不正常、被关闭或数据造假 | Monitoring, locating or communication is missing, faulty, shut off or falsified
1-32 | 一（三十二） | 专职矿长、总工、副矿长或专业技术人员没有配齐 | Full-time manager, chief engineer, deputies or engineers are missing
[@openPitMine]
2-01 | 二（一） | 地下转露天没有探明或没有按设计处理采空区、溶洞 | From underground to open pit: voids were not found or treated as designed
2-02 | 二（二） | 露天矿使用禁止的设备、材料、工艺 | Banned machines, materials or methods are used in the pit
2-03 | 二（三） | 没有自上而下分台阶或分层开采 | The pit is not worked from the top down in benches
2-04 | 二（四） | 工作帮坡角或最终台阶高度超过设计 | Working slope or final bench is steeper or higher than designed
2-05 | 二（五） | 采挖破坏设计保留的矿柱、挂帮矿体 | Pillars or walls to be left are mined or damaged
2-06 | 二（六） | 采场、排土场边坡没有做稳定性分析 | Stability of pit and dump slopes was not analysed
2-07 | 二（七） | 200米以上边坡没有在线监测，或者监测被关、造假 | Slopes of 200 m are not monitored, or monitoring is shut off or falsified
2-08 | 二（八） | 边坡有滑移迹象：放射裂缝、坡脚隆起、位移加速 | A slope shows cracks, a rising toe or faster movement
2-09 | 二（九） | 运输道路坡度超设计10%以上 | Haul roads are over ten percent steeper than designed
2-10 | 二（十） | 凹陷露天矿没有按设计建防洪排洪 | A pit below ground has no flood defence as designed
2-11 | 二（十一） | 排土场地基坡陡、近人员密集处、没有截排水，又没有按设计措施 | A dump on steep ground, near people or without drains lacks the measures designed
2-12 | 二（十二） | 没有按设计留安全平台、清扫平台 | Safety or cleaning benches are not as designed
2-13 | 二（十三） | 擅自回采在用排土场 | A dump in use is mined without right
[@tailingsPond]
3-01 | 三（一） | 库区、坝上违反设计开挖爆破等危及坝体 | Digging or blasting against the design endangers the dam
3-02 | 三（二） | 坝体管涌、流土、贯穿裂缝、滑动或大面积沼泽化 | The dam shows piping, through cracks, sliding or wide wetting
3-03 | 三（三） | 外坡比陡于设计 | The outer slope is steeper than designed
3-04 | 三（四） | 超坝高或超库容 | Dam height or volume goes beyond design
3-05 | 三（五） | 堆积上升速率超设计 | The dam rises faster than designed
3-06 | 三（六） | 没有按规程做坝体安全性复核 | The dam was not reviewed as the code asks
3-07 | 三（七） | 浸润线埋深小于控制值 | The water line in the dam is higher than allowed
3-08 | 三（八） | 汛前没有调洪演算，或者干滩、防洪高度不够 | There was no flood routing before the season, or beach or freeboard falls short
> 汛前必查：看演算报告、库水位尺和干滩实测 | Before the flood season: routing report, gauge, measured beach
3-09 | 三（九） | 排洪构筑物强度不够、堵塞、坍塌、倾斜或封堵不合设计 | Decant works are weak, blocked, fallen, leaning or wrongly sealed
3-10 | 三（十） | 设计外的尾矿、废料、废水进库 | Tailings, waste or water outside the design enter
3-11 | 三（十一） | 不同性质尾砂没有按设计混合排放 | Different tailings are not placed as designed
3-12 | 三（十二） | 冬季没有按设计冰下放矿 | In winter tailings are not placed under ice as designed
3-13 | 三（十三） | 安全监测没有按设计设置、不正常、被关或造假 | Monitoring is not as designed, faulty, shut off or falsified
3-14 | 三（十四） | 干式库含水、推进方向、分层、碾压不合设计 | A dry stack is too wet, or direction, layers or rolling are not as designed
3-15 | 三（十五） | 验算抗滑安全系数不到标准值的0.98倍 | The computed factor of safety is below 0.98 of the standard's
3-16 | 三（十六） | 三等以上库、头顶库没有可用的应急道路 | A larger pond or one above people has no usable emergency road
3-17 | 三（十七） | 擅自回采、方式不合设计，或者边采边排 | Tailings are re-mined without right, not as designed, or while others are placed
3-18 | 三（十八） | 独立选矿厂尾矿场所没有按尾矿库管理 | A store of a separate mill's tailings is not run as a tailings pond
3-19 | 三（十九） | 专职安全、技术、特种作业人员没有配足 | Full-time safety, technical or licensed staff are missing`,
  ),
}

export const nonCoalSupplement: Checklist = {
  key: 'nonCoalSupplement',
  edition: '2024',
  title: { zh: '金属非金属矿山重大事故隐患判定标准补充情形', en: 'Supplement to the criteria of metal and non-metal mines' },
  documentNumber: '矿安〔2024〕41号',
  sector: 'nonCoalMine',
  purpose: 'major',
  inForceFrom: '2024-04-23',
  inForceTo: null,
  source: '矿安〔2024〕41号，8项，据公开的逐条核对本；通知没有单列实施日，按落款日起算',
  confidence: 'medium',
  appliesTo: nonCoalUnits,
  note: {
    zh: '极端天气指暴雨、大风、洪水等红色或橙色预警；尾矿库巡查和抢险人员除外。',
    en: 'Extreme weather means a red or orange warning of rain, wind or flood; patrols and rescuers of a tailings pond are excepted.',
  },
  items: readItems(
    { key: 'nonCoalSupplement', makesMajor: true, confidence: 'medium' },
    `
[@undergroundMine]
1-1 | 一（一） | 进风井口、平硐口50米内存放油料、易燃易爆物 | Fuel or flammables lie within 50 m of an intake or adit
1-2 | 一（二） | 受地表水威胁却没有查清隐蔽致灾因素或治理，仍在受威胁区生产 | Under threat of surface water, hidden causes are not found or treated and work goes on there
1-3 | 一（三） | 地下矿办公、生活区设在危崖、塌陷区或洪水滑坡范围 | Offices or quarters of the mine stand under cliffs, on sinking ground, or where flood or slide may come
1-4 | 一（四） | 极端天气地下矿没有及时停工撤人 | In extreme weather an underground mine does not stop and clear out
[@openPitMine]
2-1 | 二（一） | 露天矿办公、生活区设在危崖、塌陷区或洪水滑坡范围 | Offices or quarters of the pit stand under cliffs, on sinking ground, or where flood or slide may come
2-2 | 二（二） | 极端天气露天矿没有及时停工撤人 | In extreme weather an open pit does not stop and clear out
[@tailingsPond]
3-1 | 三（一） | 排洪拱板、盖板缝隙没有用设计材料充实，或者封堵体位置不对 | Joints of decant slabs are not filled as designed, or a seal sits in the wrong place
3-2 | 三（二） | 极端天气尾矿库没有及时停止作业、撤出人员 | In extreme weather work on a tailings pond does not stop and clear out`,
  ),
}
