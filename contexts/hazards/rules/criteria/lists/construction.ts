import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

const constructionUnits = { kinds: ['site', 'enterprise'], industries: ['E'], tags: [] } as const

/** 房屋市政工程: the edition of 2024 in full, that of 2022 by title. */
export const construction: readonly Checklist[] = [
  {
    key: 'construction',
    edition: '2022',
    title: {
      zh: '房屋市政工程重大事故隐患判定标准（2022版）',
      en: 'Criteria of major hazards in building and municipal works, edition of 2022',
    },
    documentNumber: '建质规〔2022〕2号',
    sector: 'construction',
    purpose: 'major',
    inForceFrom: '2022-04-19',
    inForceTo: '2024-12-13',
    source: '题名与废止依据见建质规〔2024〕5号第十八条；起始日期未核',
    confidence: 'low',
    appliesTo: constructionUnits,
    note: {
      zh: '已由2024版代替，条文未录入；历史记录需要时由管理员补录。',
      en: 'Replaced by the edition of 2024; its items are not entered, an administrator may add them for old records.',
    },
    items: [],
  },
  {
    key: 'construction',
    edition: '2024',
    title: { zh: '房屋市政工程重大事故隐患判定标准（2024版）', en: 'Criteria of major hazards in building and municipal works' },
    documentNumber: '建质规〔2024〕5号',
    sector: 'construction',
    purpose: 'major',
    inForceFrom: '2024-12-13',
    inForceTo: null,
    source: '建质规〔2024〕5号第四至十七条，据公开的逐条核对本',
    confidence: 'high',
    appliesTo: constructionUnits,
    note: null,
    items: readItems(
      { key: 'construction', makesMajor: true, confidence: 'high' },
      `
04-1 | 第四条（一） | 没有安全生产许可证施工，或者超资质、无资质承揽 | Work without a safety licence, or beyond or without qualification
04-2 | 第四条（二） | 安全管理人员没有配足，或者三类人员没有有效考核合格证 | Safety staff are too few, or one of the three kinds of persons has no valid certificate
04-3 | 第四条（三） | 特种作业人员没有有效操作证上岗 | Special trades are worked without a valid licence
04-4 | 第四条（四） | 危大工程没有编审专项方案、方案有严重缺陷，或者超规模的没有专家论证 | Dangerous works have no approved special plan, a gravely faulty one, or, beyond the scale, no review by experts
> 抽一项正在做的危大工程，对照方案、论证意见和交底 | Take one that is under way; compare plan, experts' opinion and briefing
04-5 | 第四条（五） | 应验收的危大工程没有验收合格就进下一道工序或投用 | Dangerous works that must be accepted go on, or into use, without it
05-1 | 第五条（一） | 基坑、边坡施工可能危及的毗邻建筑、管线没有专项防护 | Buildings or pipes that an excavation may harm are not specially protected
05-2 | 第五条（二） | 基坑、边坡超挖且没有采取措施 | An excavation goes deeper than planned and nothing is done
05-3 | 第五条（三） | 深基坑、一二级高边坡没有第三方监测 | A deep pit or high slope of the first or second class is not monitored by a third party
05-4 | 第五条（四） | 出现变形超限、大量漏水流土、管涌突涌、桩间流失过大等坍塌预兆却没有及时处理 | Signs of collapse, such as movement beyond the limit, water and soil running in, heave or piping, are not dealt with at once
06-1 | 第六条（一） | 模板支架基础承载力或变形不满足设计 | The ground under formwork does not bear as designed
06-2 | 第六条（二） | 模板支架荷载超过设计 | Formwork carries more than designed
06-3 | 第六条（三） | 拆支架或滑模、爬模爬升时混凝土强度不够 | Props are struck or forms climb before the concrete is strong enough
06-4 | 第六条（四） | 危大模板支撑没有按方案的顺序、分层厚度浇筑 | Concrete on dangerous formwork is not poured in the order and layers of the plan
07-1 | 第七条（一） | 脚手架基础承载力或变形不满足设计 | The ground under scaffolding does not bear as designed
07-2 | 第七条（二） | 脚手架没有连墙件，或者连墙件整层缺失 | Scaffolding has no wall ties, or a whole floor lacks them
07-3 | 第七条（三） | 附着升降脚手架防倾、防坠、同步装置不合设计、失效或缺失 | A climbing scaffold has no working device against tilting or falling or for even lifting
08-1 | 第八条（一） | 塔机、升降机、物料提升机没有验收合格或没有登记就使用 | Tower crane, hoist or lift runs without acceptance or registration
08-2 | 第八条（二） | 起重机械基础承载力或变形不满足设计 | The base of a crane does not bear as designed
08-3 | 第八条（三） | 安装、拆卸、爬升、附着前没有检查结构件、连接件和安全装置 | Members, joints and safety devices are not checked before erecting, dismantling, climbing or tying
08-4 | 第八条（四） | 起重机械安全装置不全、失效或被拆 | Safety devices of a crane are missing, broken or taken off
08-5 | 第八条（五） | 主要受力构件有裂纹、严重锈蚀、变形、开焊，或者连接件缺失失效 | Main members are cracked, rusted, bent or unwelded, or joints are missing
08-6 | 第八条（六） | 施工升降机附着间距、悬高、垂直度不合规范 | A hoist's ties, free height or plumb are against the code
08-7 | 第八条（七） | 塔机独立高度、附着间距、悬高、垂直度不合规范 | A tower crane's height, ties or plumb are against the code
08-8 | 第八条（八） | 塔机与周边或群塔之间没有保持安全距离 | A tower crane is too near to buildings or to another
08-9 | 第八条（九） | 使用报废的起重机械或吊索具 | Scrapped cranes or slings are used
09-1 | 第九条（一） | 钢结构、网架支撑承载力变形不够、超载或没有防倾覆 | Supports of steel or space frames are too weak, overloaded or not held against tilting
09-2 | 第九条（二） | 单榀屋架等预制构件安装没有防失稳 | Single trusses or members are set without holding them
09-3 | 第九条（三） | 悬挑卸料平台没有支在稳定主体结构上且没有可靠连接 | A cantilever platform does not rest on, and is not fixed to, a stable structure
09-4 | 第九条（四） | 脚手架与结构之间或电梯井没有水平防护，井口没有门 | The gap behind the scaffold or the lift shaft is open over floors, or the shaft has no gate
09-5 | 第九条（五） | 吊篮超载，安全锁失效，或者安全绳没有独立悬挂 | A suspended platform is overloaded, its lock does not work, or the life line hangs on it
10-1 | 第十条（一） | 潮湿、积水、导电等特殊环境照明没有用安全电压 | Lighting in damp, wet or conducting places is not at safe voltage
10-2 | 第十条（二） | 工程、机械、车道与外电线路距离不够又没有防护 | Works, machines or roads are too near to a power line without protection
11-1 | 第十一条（一） | 有限空间没有辨识且没有警示标志 | Confined spaces are neither identified nor marked
11-2 | 第十一条（二） | 有限空间没有审批、没有培训、没有先通风再检测后作业 | Confined space is entered without approval, training, ventilation and test
11-3 | 第十一条（三） | 有限空间没有专人监护，或者专职安全员不在场监督 | Nobody watches over the entry, or the full-time safety officer is not there
11-4 | 第十一条（四） | 有限空间没有检测、通风、呼吸防护和救援设备 | Gas tester, fan, breathing set or rescue gear is missing
12-1 | 第十二条（一） | 装修拆承重结构没有经设计单位复核 | A bearing member is taken out without the designer's check
12-2 | 第十二条（二） | 拆除顺序不合规范和方案 | Demolition does not follow the order of code and plan
13-1 | 第十三条（一） | 隧道带水作业没有措施，或者降水失效仍施工 | A tunnel goes on in water without measures, or after ground water control has failed
13-2 | 第十三条（二） | 涌水、涌沙、局部坍塌、支护变形开裂没有及时处理 | Inrush, local collapse or cracked support is not dealt with at once
13-3 | 第十三条（三） | 开挖支护方法不合方案，没有超前预报、监测，或者超限不处理 | Method, forecast or monitoring is not as planned, or a value beyond the limit is let be
13-4 | 第十三条（四） | 盾构始发接收端头没有加固好就开始 | A shield starts or arrives before the ground is made good
13-5 | 第十三条（五） | 盾尾密封、铰接渗漏仍掘进，或者带压换刀不按规定 | The shield goes on with leaking seals, or tools are changed under pressure against the rules
13-6 | 第十三条（六） | 隧道施工可能危及的建筑、管线没有专项防护 | Buildings or pipes that the tunnel may harm are not specially protected
13-7 | 第十三条（七） | 没有批准就在轨道交通保护区内建设、挖掘、爆破 | Work in the protected zone of a metro without permission
14-1 | 第十四条（一） | 基坑周边堆载超过设计 | Load beside a pit is more than designed
14-2 | 第十四条（二） | 无支护基坑在坑边一倍深度内堆载 | Load stands within one depth of an unsupported pit
14-3 | 第十四条（三） | 楼板、屋面、顶板、脚手架堆载超过设计 | Floors, roofs or scaffolds carry more than designed
15-1 | 第十五条（一） | 泵车、打桩机、汽车吊等没有校核行走和作业地面承载 | The ground under pumps, piling rigs or mobile cranes has not been checked
15-2 | 第十五条（二） | 雷雨、大雪、浓雾、大风中违规吊装、安拆、高处作业 | Lifting, erecting or work at height goes on in storm, snow, fog or wind
15-3 | 第十五条（三） | 用塔机、汽车吊等非载人设备吊人 | People are lifted by cranes that are not for people
16-1 | 第十六条 | 使用明令禁止或限制的危险工艺、设备、材料 | Banned or restricted methods, machines or materials are used
17-1 | 第十七条 | 其他严重违法且有群死群伤或重大损失的现实危险 | Another grave breach with a real danger of many victims or great loss`,
    ),
  },
]
