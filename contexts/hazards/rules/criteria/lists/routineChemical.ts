import { routineList } from './routine.ts'

const plants = {
  kinds: ['enterprise'],
  industries: ['251', '252', '261', '262', '263', '264', '265', '266', '271'],
  tags: ['keyProcess'],
} as const

/** A round through a chemical plant. */
export const routineChemicalPlant = routineList({
  key: 'chemPlant',
  sector: 'chemical',
  title: { zh: '化工企业日常检查', en: 'Chemical plant, daily check' },
  source: '应急〔2019〕78号导则、GB 30871-2022、危险化学品安全管理条例等',
  appliesTo: plants,
  table: `
01 | 应急〔2018〕74号 | 当天的安全承诺没有公告，或者与现场作业不符 | Today's safety promise is not posted, or does not agree with the work going on | H
> 用承诺里的作业数对当天作业票和视频 | Compare the number of works promised with tickets and video
02 | 应急厅〔2021〕12号 | 重大危险源三级包保人没有按周期检查，或者牌上人名与实际不符 | The three named persons of a source do not check at their intervals, or the board names others | H
03 | 应急〔2019〕78号 | 操作工巡检间隔超过2小时，两重点一重大超过1小时 | Operators go round at more than two hours, or more than one where key processes or sources are | H
04 | 应急〔2019〕78号 | 巡检记录与打点、数据对不上 | Round records do not agree with check-points and data
05 | AQ/T 3034-2022 | 报警长期不消、被屏蔽，或者联锁旁路没有审批 | Alarms stand or are masked, or interlocks are bypassed without approval
> 拉24小时报警清单，看前十条和旁路台账 | List 24 hours of alarms; look at the top ten and the bypass log
06 | AQ/T 3034-2022 | 现场压力、温度、液位超出控制指标仍在运行 | Pressure, temperature or level is outside the limits and the unit runs on
07 | AQ/T 3034-2022 | 法兰、机泵密封、取样口有跑冒滴漏 | Flanges, pump seals or sample points leak
08 | GB/T 50493-2019 | 可燃、有毒气体探头被遮挡、停用、超过校验期 | Gas detectors are covered, off, or past calibration
09 | GB 12158 | 装卸、法兰跨接、人体静电释放装置缺失或失效 | Bonding of loading or flanges, or discharge for people, is missing or does not work
10 | GB 50351-2014 | 防火堤破损、穿堤孔没封，或者排水阀常开 | The bund is broken, holes are open, or its drain stands open
11 | 消防法第十六条 | 消防泵不在自动、水压不足、泡沫过期 | Fire pumps are not on automatic, pressure is low, or foam is out of date
12 | 特种设备安全法第三十九条 | 压力表、液位计、呼吸阀、阻火器缺失或过期 | Gauges, level glasses, breather valves or flame arresters are missing or out of date
13 | AQ/T 3034-2022 | 工艺、设备、人员变更没有评估审批就实施 | Changes of process, plant or people go ahead unassessed
14 | 安全生产法第四十九条 | 承包商没有入厂教育、没有交底，或者无人看管 | Contractors are untrained, unbriefed or unwatched
15 | AQ 3067-2026 5.7.4 | 涉爆区、中控室聚集人数超过规定 | More people than allowed gather in blast zones or the control room
16 | GB 30077-2023 | 空气呼吸器气瓶压力不足、洗眼器不出水 | Breathing sets are low, or eye-wash gives no water
17 | AQ 3009-2007 | 防爆区用非防爆工具、手机、临时线 | Unprotected tools, phones or temporary leads are in explosive areas
18 | AQ/T 3034-2022 | 开停车、检修没有方案、没有能量隔离上锁 | Start, stop or repair without plan, or without locking energy out
19 | 安全生产法第五十七条 | 值班人员睡岗、脱岗，或者交接班不清 | Staff sleep, leave their post, or hand over poorly
20 | 安全生产法第四十一条 | 信息系统里的隐患超期，或者排查任务没有做 | Hazards in the system are overdue, or rounds were not done`,
})

/** A store of hazardous chemicals, wherever it stands. */
export const routineChemicalStore = routineList({
  key: 'chemStore',
  sector: 'chemical',
  title: { zh: '危险化学品储存检查', en: 'Store of hazardous chemicals' },
  source: 'GB 15603-2022、危险化学品安全管理条例',
  appliesTo: { kinds: ['enterprise', 'place'], industries: ['594', '5169', '5167'], tags: ['hazardousChemicals'] },
  table: `
01 | 危险化学品安全管理条例第二十四条 | 没有存在专用仓库、专用场地，或者没有专人管理 | Goods are not in a store of their own under a named keeper | H
02 | GB 15603-2022 | 禁忌物料没有分开、分间或分库 | Incompatible goods are not kept apart | H
> 拿库内实物对禁忌表，酸碱、氧化剂与还原剂重点看 | Hold the stock against the table: acids and bases, oxidisers and fuels first
03 | GB 15603-2022 | 超过核定数量、品种，或者堆垛超高、压标签 | More or other goods than allowed, or stacks too high
04 | 危险化学品安全管理条例第二十五条 | 出入库没有核查登记，账物不符 | Goods in and out are not checked and booked, or book and stock differ | H
05 | 危险化学品安全管理条例第二十四条 | 剧毒品没有双人收发、双人保管 | Highly toxic goods are not issued and kept by two | H
06 | GB 15603-2022 | 没有安全技术说明书、标签脱落或看不清 | Data sheets are missing, or labels are lost or unreadable
07 | GB 15603-2022 | 库内通风停用、堵塞，温湿度超限没有处置 | Ventilation is off or blocked, or heat and damp are let be
08 | GB 50058-2014 | 库内照明、开关、叉车不防爆 | Lamps, switches or fork lift are not explosion-proof
09 | GB/T 50493-2019 | 可燃、有毒气体报警没有或失灵 | Gas alarms are missing or do not work
10 | GB 50057-2010 | 防雷检测过期，入口没有人体静电释放 | Lightning protection is out of test, or there is no discharge at the door
11 | GB 15603-2022 | 没有围堰、收集沟，或者被堵 | There is no sill or sump, or it is blocked
12 | 消防法第十六条 | 灭火剂与物料不符，或者通道被占 | Extinguishing agent does not suit the goods, or ways are blocked
13 | TSG 23-2021 | 气瓶没有固定、没有瓶帽、空实混放、超期 | Cylinders are loose, uncapped, mixed full and empty, or out of test
14 | 危险化学品安全管理条例第二十条 | 夜间没有值守，视频有盲区 | Nobody is on duty at night, or video has blind spots
15 | AQ 3067-2026 5.5.9 | 车间、实验室存量超过当班用量 | Workshop or laboratory keeps more than a shift needs
16 | 危险化学品安全管理条例第四十四条 | 装卸没有监护、没有接地、车辆没有熄火塞轮 | Loading without watch, earthing, engine off and chocks`,
})

/** GB 30871-2022: special work that is going on during the visit. */
export const routineSpecialWork = routineList({
  key: 'specialWork',
  sector: 'chemical',
  title: { zh: '特殊作业现场检查', en: 'Special work on the spot' },
  source: 'GB 30871-2022 第4至12章',
  appliesTo: { kinds: ['enterprise'], industries: ['251', '252', '261', '262', '263', '264', '265', '266', '271'], tags: ['specialWork'] },
  table: `
01 | GB 30871-2022 第4章 | 没有作业票、票证过期，或者作业内容、地点与票不符 | No ticket, an expired one, or work and place are not as it says | H
02 | GB 30871-2022 第4章 | 一票多用，同时进行的几种作业没有各自开票 | One ticket serves several works, or each kind has not its own | H
03 | GB 30871-2022 第4章 | 审批人没有到现场，或者代签 | The approver was not on the spot, or another signed | H
04 | GB 30871-2022 第4章 | 监护人离开、兼做别的事，或者没有培训合格 | The guardian is away, does other work, or is not trained | H
05 | GB 30871-2022 第4章 | 作业前没有交底，作业人说不出风险和措施 | No briefing: workers cannot name risk and measures | H
06 | GB 30871-2022 5.3.2 | 动火分析超过30分钟才开始，或者可燃气超标 | Hot work begins over 30 minutes after the gas test, or gas is above the limit | H
> 爆炸下限≥4%的应≤0.5%，＜4%的应≤0.2%（体积分数） | Lower limit 4 percent or more: at most 0.5; below: at most 0.2 percent by volume
07 | GB 30871-2022 5.1 | 动火级别定低了，节假日、夜间没有升级 | The grade of hot work is too low, or not raised on holidays or at night | H
08 | GB 30871-2022 5.2.2 | 用水封或只关阀门代替盲板、拆管隔离 | A water seal or closed valve stands in for blinds or taking out pipe | H
09 | GB 30871-2022 第5章 | 特级动火没有连续监测或没有全程录像 | Special grade hot work without continuous gas watch or video | H
10 | GB 30871-2022 第5章 | 气瓶间距、离火点距离不够，或者乙炔瓶卧放、没有回火阻止器 | Cylinders too near each other or the fire, acetylene lying, or no arrestor
11 | GB 30871-2022 第5章 | 动火点周围可燃物、地漏、沟井没有清理封盖 | Combustibles, drains or pits around the fire are not cleared or covered
12 | GB 30871-2022 第6章 | 受限空间没有隔离、通风、检测，或者没有连续监测 | Confined space without isolation, ventilation, test or continuous watch | H
13 | GB 30871-2022 第6章 | 受限空间外没有呼吸器、救生绳，进出人数没有登记 | No breathing set or line outside, or entries are not counted
14 | GB 30871-2022 第7章 | 盲板没有编号、没有图，或者同一管道同时抽堵两块 | Blinds without number or drawing, or two worked on one line | H
15 | GB 30871-2022 第8章 | 高处作业没有系安全带或挂点不牢，大风大雾仍作业 | Work at height without a belt on a sound point, or in wind or fog
16 | GB 30871-2022 第9章 | 吊装没有警戒、无人指挥、在人头上过，一二级没有方案 | Lifting without barrier or signaller, over people, or without plan for the higher grades
17 | GB 30871-2022 第10章 | 临时用电没有漏电保护、私拉乱接，或者超期 | Temporary power without residual current device, wired at will, or over time
18 | GB 30871-2022 第11章 | 动土没有查清地下管线，机械挖到管边，堆土离坑边太近 | Digging without knowing the pipes, by machine beside them, or spoil too near
19 | GB 30871-2022 第12章 | 断路没有围挡灯光，消防救援通道被断 | A road is closed without barrier and lamps, or fire access is cut
20 | GB 30871-2022 第4章 | 作业完没有验收，火种、工具、人没有清点 | The work is not accepted at its end: fire, tools and people not counted`,
})
