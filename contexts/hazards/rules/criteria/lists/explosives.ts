import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

/** 安监总管三〔2017〕121号, the part for fireworks. */
export const fireworks: Checklist = {
  key: 'fireworks',
  edition: '2017',
  title: { zh: '烟花爆竹重大事故隐患20条', en: 'The twenty major hazards of fireworks' },
  documentNumber: '安监总管三〔2017〕121号',
  sector: 'fireworks',
  purpose: 'major',
  inForceFrom: '2017-11-13',
  inForceTo: null,
  source: '安监总管三〔2017〕121号附件（烟花爆竹部分），据公开的逐条核对本',
  confidence: 'high',
  appliesTo: { kinds: ['enterprise', 'place'], industries: ['2672'], tags: [] },
  note: {
    zh: '原通知没有单列实施日，按通知落款日起算。',
    en: 'The notice names no day of entry into force; it is counted from its date.',
  },
  items: readItems(
    { key: 'fireworks', makesMajor: true, confidence: 'high' },
    `
01 | 第一项 | 主要负责人、安全管理人员没有考核合格 | Principal person or safety staff have not passed the examination
02 | 第二项 | 特种作业无证，或者带着药检修设备 | Special trades without licence, or machines serviced with powder in them
03 | 第三项 | 职工自带工具、机器进厂做涉药作业 | Workers bring their own tools or machines to work with powder
04 | 第四项 | 工房、库房里的人超过核定人数 | More people are in a workroom or store than allowed
05 | 第五项 | 工房、库房里的药量超过核定药量 | More powder is in a workroom or store than allowed
06 | 第六项 | 工库房内外安全距离不够，或者防护屏障缺失不合格 | Distances in or around are too short, or barriers are missing or wrong
07 | 第七项 | 防静电、防火、防雷设施缺失或失效 | Protection against static, fire or lightning is missing or does not work
08 | 第八项 | 擅自改变工库房用途或违规搭建 | Workrooms or stores are put to other use or built onto without right
09 | 第九项 | 没有围墙，或者分区不合国家标准 | There is no wall, or zones are not as the national standard asks
10 | 第十项 | 氧化剂与还原剂同库、违规预混，或者在同一工房粉碎称量 | Oxidisers and fuels are stored together, premixed, or ground and weighed in one room
11 | 第十一项 | 涉药机械没有安全论证，或者擅自改动、改用 | Machines for powder were not proven safe, or were altered without right
12 | 第十二项 | 中转库、药物总库、成品总库容量与产能不匹配 | Stores do not match the capacity of the works
13 | 第十三项 | 没有与岗位相称的责任制，或者隐患治理制度没有落实 | There is no responsibility for each post, or hazards are not sought and removed
14 | 第十四项 | 出租、出借、买卖、冒用、伪造许可证 | The licence is let, lent, sold, misused or forged
15 | 第十五项 | 品种、危险等级超许可，或者使用违禁药物 | Kinds or danger class go beyond the licence, or banned substances are used
16 | 第十六项 | 把生产线、工房、库房分包转包 | Lines, workrooms or stores are subcontracted
17 | 第十七项 | 一证多厂，或者股东各自组织生产 | One licence serves several works, or partners produce each for himself
18 | 第十八项 | 许可证过期、停产整改或恶劣天气停产期间仍生产经营 | Work goes on with an expired licence, during an ordered stop or in bad weather
19 | 第十九项 | 烟花库里放别的爆炸危险品，或者经营违禁超标产品 | The store holds other explosives, or banned or oversized goods are sold
20 | 第二十项 | 零售点与居民同楼，或者店里用明火 | A shop is in a building where people live, or has open fire`,
  ),
}

/** 工信部安全〔2024〕234号: makers and sellers of civil explosives, not the blasting itself. */
export const civilExplosives: Checklist = {
  key: 'civilExplosives',
  edition: '2024',
  title: { zh: '民用爆炸物品行业重大事故隐患判定标准', en: 'Criteria of major hazards of civil explosives' },
  documentNumber: '工信部安全〔2024〕234号',
  sector: 'civilExplosives',
  purpose: 'major',
  inForceFrom: '2024-12-03',
  inForceTo: null,
  source: '工信部安全〔2024〕234号，据公开的逐条核对本；通知没有单列实施日，按成文日起算',
  confidence: 'medium',
  appliesTo: { kinds: ['enterprise'], industries: ['2671'], tags: [] },
  note: null,
  items: readItems(
    { key: 'civilExplosives', makesMajor: true, confidence: 'medium' },
    `
01 | 第一项 | 执照、生产、安全、销售许可没有取得或过期 | A licence to trade, make or sell, or the safety licence, is missing or expired
02 | 第二项 | 没有按规定设安全机构、配安全人员 | There is no safety body or staff as the rules ask
03 | 第三项 | 负责人、安全人员任职满6个月仍没有考核合格，或者特种作业无证 | Six months after appointment principal persons or safety staff have not passed, or special trades are unlicensed
04 | 第四项 | 超许可数量品种、超时、超储量、超定员 | Quantity, kinds, hours, stock or head count go beyond what is allowed
05 | 第五项 | 责任制、重大危险源和隐患制度缺失，或者防殉爆、自控、联锁失效，可能造成失控 | Core rules are missing, or barriers, control or interlocks have failed, so that control may be lost
06 | 第六项 | 企业外部因素造成、自身难以排除的重大风险 | A grave risk from outside that the enterprise cannot remove itself
07 | 第七项 | 擅自改变危险建筑用途作业，或者添加没有鉴定的原料 | Dangerous buildings are put to other use, or materials outside the recipe are added unproven
08 | 第八项 | 危险工库房防爆、防火、防雷设施缺失 | Barriers, fire protection or lightning protection of dangerous rooms are missing
09 | 第九项 | 使用禁止淘汰的设备工艺，专用设备未经论证改用，或者新设备没有走程序就投用 | Banned machines or methods, machines put to other use unproven, or new ones without due course
10 | 第十项 | 内外部距离不满足 GB 50089 | Distances inside or outside are less than GB 50089 asks
11 | 第十一项 | 存放性质不明的危险品，或者不该同库的同库 | Unknown goods are stored, or goods that must be apart are together
12 | 第十二项 | 用现场混装地面站生产包装炸药 | A ground station for mixing on site makes packed explosive
13 | 第十三项 | 生产区、总库区没有由规定资质的单位设计 | Works or stores were not designed by an office with the qualification asked
14 | 第十四项 | 新改扩建没有设计审查、试生产或验收就投产（二类技改除外） | New or changed works start without review of design, trial run or acceptance, but for second class changes
15 | 第十五项 | 生产线或涉药设备报废半年后仍没有销爆 | Half a year after scrapping, line or machines are still not freed of explosive
16 | 第十六项 | 没有建立落实双重预防机制 | Risk grading and hazard removal are not set up and carried out
17 | 第十七项 | 法律、法规、标准明确的其他重大隐患 | Another case that a law or standard names as a major hazard`,
  ),
}
