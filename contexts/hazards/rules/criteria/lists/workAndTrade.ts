import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

const workAndTradeUnits = {
  kinds: ['enterprise', 'place'],
  industries: [
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '20',
    '21',
    '22',
    '23',
    '24',
    '28',
    '29',
    '30',
    '31',
    '32',
    '33',
    '34',
    '35',
    '36',
    '37',
    '38',
    '39',
    '40',
    '41',
    '42',
    '43',
    '51',
    '52',
    '592',
    '593',
    '61',
    '62',
  ],
  tags: ['dust', 'ammonia', 'confinedSpace', 'moltenMetal', 'paintShop'],
} as const

/** 应急管理部令第10号 (2023): articles 3 to 13 in 64 cases, and article 14. */
const order10 = `
[]
03-1 | 第三条（一） | 承包、承租单位的安全没有统一协调管理，或者没有定期检查 | Safety of contractors and tenants is not managed as one, or they are not checked at intervals
> 查安全协议、统一管理记录和最近一次对承包承租方的检查 | See the safety agreement, the joint records, and the last check of contractors and tenants
03-2 | 第三条（二） | 特种作业人员没有经过专门培训取得资格就上岗 | Special trades are worked by people who were not trained and licensed for them
> 现场点名核对焊接、电工、高处、制冷等工种证书 | Call the roll: welders, electricians, work at height, refrigeration, each with the licence
[#311 #312 #314 #321 #322 #323 #324 @moltenMetal]
03-3 | 第三条（三） | 金属冶炼企业主要负责人、安全管理人员没有考核合格 | Principal person or safety staff of a smelter have not passed the examination
[#31]
04-1 | 第四条（一） | 会议、活动、休息、操作、交接班、更衣等六类聚人房间，或者钢铁水罐修理工位，设在铁水、钢水、液渣吊运跨内 | Any of six kinds of rooms for people, or the place where ladles are repaired, lies in the bay through which molten iron, steel or slag is carried
04-2 | 第四条（二） | 生产时事故坑、炉下渣坑或熔融金属可能泄漏喷溅到的平台、炉基、通道有积水 | During production water stands in emergency or slag pits, or on platforms, furnace bases or ways that molten metal could reach
04-3 | 第四条（三） | 连铸没有事故钢水罐、漏钢坑、溢流坑、漏钢回转溜槽，或者模铸没有事故钢水罐、坑、槽 | A caster lacks emergency ladle, run-out pit, overflow pit or swivelling launder; ingot casting lacks emergency ladle or pit
04-4 | 第四条（四） | 炼钢炉水冷件没有出水温度、进出水流量差报警，或者报警没有与倾动、氧枪提升、电极断电升起联锁 | Water-cooled parts of a steel furnace have no alarm for outlet temperature and flow difference, or it is not interlocked with tilting, lance and electrodes
04-5 | 第四条（五） | 高炉炉顶压力设定高于设计最高值，压力监测没有与放散阀联锁，或者放散压力设得比设备设计压力高 | Top pressure of a blast furnace is set above design, its gauge is not interlocked with the bleeder, or the bleeder opens above the design pressure
04-6 | 第四条（六） | 煤气设施附近六类聚人房间或可能泄漏积聚煤气处没有固定式一氧化碳报警，或者数据没有接到24小时有人值守处 | Rooms for people near gas plant, or places where gas may leak and gather, have no fixed carbon monoxide alarm, or it is not watched around the clock
04-7 | 第四条（七） | 加热炉、煤气柜、除尘器、加压机、烘烤器或进车间前的煤气管道没有隔断装置 | Furnaces, holders, filters, blowers, burners or the gas main before a shop cannot be shut off by an isolating device
04-8 | 第四条（八） | 正压煤气水封排水器封堵压力低于30千帕，隔断装置两侧或不同介质共用排水器，或者不同管道排水管上部连通 | A water seal of a gas main holds less than 30 kPa, one drain serves both sides of an isolation or different gases, or drains are joined above
[#32]
05-1 | 第五条（一） | 六类聚人房间设在熔融金属吊运跨内 | Any of six kinds of rooms for people lies in the bay through which molten metal is carried
05-2 | 第五条（二） | 生产时事故坑、渣坑或熔融金属可能泄漏喷溅处有非生产性积水 | During production water that the process does not need stands in pits or where molten metal may leak or splash
05-3 | 第五条（三） | 熔融金属铸造没有紧急排放和应急储存设施（倾动炉等条文除外的情形不算） | Casting of molten metal has no emergency drain and reservoir, outside the furnaces that the article exempts
05-4 | 第五条（四） | 水冷的冶炼炉窑、铸造机、加热炉没有应急水源（深井铸造结晶器另有规定） | Water-cooled furnaces or casting machines have no emergency water; moulds of deep-well casting are ruled elsewhere
05-5 | 第五条（五） | 闭路水冷件没有出水温度与流量差报警，或者开路水冷件没有进水流量、压力报警或不测出水温度 | Closed cooling has no alarm for outlet temperature and flow difference; open cooling none for inlet flow and pressure, or its outlet temperature is not measured
05-6 | 第五条（六） | 铝深井铸造结晶器冷却水没有进水压力、流量报警，或者报警没有与切断阀、排放阀、流槽断开装置、倾动炉联锁 | Cooling water of deep-well aluminium moulds has no alarm for pressure and flow, or it is not interlocked with shut-off, drain, launder break or tilting furnace
05-7 | 第五条（七） | 铝深井铸造流槽、流槽与模盘接口没有液位报警，或者固定炉出铝口没有机械锁紧 | Launder or its joint to the mould table has no level alarm, or the tap hole of a fixed furnace no mechanical lock
05-8 | 第五条（八） | 铝深井铸造固定炉流槽没有紧急排放阀、模盘入口没有快速切断，或者液位报警没有与两者联锁 | A fixed furnace of deep-well casting lacks emergency drain or quick shut-off before the mould table, or the level alarm is not interlocked with them
05-9 | 第五条（九） | 铝深井铸造倾动炉模盘入口没有快速切断，或者液位报警没有与倾动控制和快速切断联锁 | A tilting furnace of deep-well casting lacks quick shut-off before the mould table, or the level alarm is not interlocked with tilting and shut-off
05-10 | 第五条（十） | 深井铸造卷扬用了非钢芯钢丝绳，或者钢丝绳没有按制度检查更换 | The hoist of deep-well casting runs on a rope without steel core, or ropes are not checked and changed by rule
05-11 | 第五条（十一） | 一氧化碳、砷化氢、氯气、硫化氢可能泄漏积聚处没有固定报警、数据没有接到24小时值守处，或者砷化氢处没有等效检测 | Where carbon monoxide, arsine, chlorine or hydrogen sulphide may gather there is no fixed alarm, nobody watches it around the clock, or arsine is not detected in an equal way
05-12 | 第五条（十二） | 强制送风的煤气、天然气燃烧装置总管没有压力报警，或者报警没有与紧急切断联锁 | The gas main of a forced-draught burner has no pressure alarm, or it does not shut the gas off
05-13 | 第五条（十三） | 煤气水封排水器封堵压力低于30千帕，或者共用、上部连通 | Water seals of gas mains hold less than 30 kPa, are shared, or are joined above
[#30]
06-1 | 第六条（一） | 煤磨袋收尘器、煤粉仓没有温度和一氧化碳报警，或者没有气体灭火 | Bag filter of a coal mill or coal dust bin has no temperature and carbon monoxide alarm, or no gas extinguishing
06-2 | 第六条（二） | 筒型库人工清库没有落实方案里防坠落、防坍塌的措施 | A silo is cleared by hand without the measures of the plan against falling and collapse
06-3 | 第六条（三） | 水泥企业电石渣筒型库没有可燃气体报警，或者报警没有与事故通风联锁 | A silo for carbide slag has no combustible gas alarm, or it does not start the ventilation
06-4 | 第六条（四） | 进入筒型库、窑、磨、破碎机等设备前没有隔离意外启动和涌入的物料、热气、毒气，或者没有防坠落防坍塌 | Silo, kiln, mill or crusher is entered without isolation against start, material, hot or toxic gas, or without measures against falling and collapse
06-5 | 第六条（五） | 预混燃烧的燃气窑炉总管没有压力报警，或者没有与紧急切断联锁 | The gas main of a premix kiln has no pressure alarm, or it does not shut the gas off
06-6 | 第六条（六） | 制氢站、氮氢配气间、燃气配气间没有固定式可燃气体报警 | Hydrogen plant, nitrogen-hydrogen or gas distribution rooms have no fixed combustible gas alarm
06-7 | 第六条（七） | 电熔制品电炉的水冷失效 | Water cooling of an electric fusing furnace does not work
06-8 | 第六条（八） | 玻璃窑炉、锡槽的水冷、风冷保护没有监测报警 | Water or air cooling that protects a glass furnace or tin bath has no alarm
[#33 #34 #35 #36 #37 #38 #39 #40 #43]
07-1 | 第七条（一） | 五类聚人房间设在熔融金属吊运跨或浇注跨内 | Any of five kinds of rooms for people lies in the bay where molten metal is carried or poured
07-2 | 第七条（二） | 铸造熔炼炉、精炼炉、保温炉没有紧急排放和应急储存 | Melting, refining or holding furnaces of a foundry have no emergency drain and reservoir
07-3 | 第七条（三） | 生产时铸造炉底、炉坑、事故坑或熔融金属可能到达的八类区域有积水 | During production water stands in any of eight kinds of places under or around foundry furnaces
07-4 | 第七条（四） | 熔炼炉、精炼炉、压铸机、氧枪冷却水没有出水温度与流量差报警，或者没有与加热、输送联锁 | Cooling water of furnaces, die casting or lances has no alarm for outlet temperature and flow difference, or it does not stop heating and feeding
07-5 | 第七条（五） | 燃气燃烧装置总管没有压力报警或没有联锁切断，或者没有火焰监测和熄火保护 | The gas main of a burner has no pressure alarm or no automatic shut-off, or the flame is not watched
07-6 | 第七条（六） | 用可燃溶剂清洗时没有防止可燃气在密闭、半密闭空间积聚 | Combustible solvent is used for cleaning with nothing done against vapour gathering in closed or half-closed spaces
07-7 | 第七条（七） | 非水性漆调漆间、喷漆室没有固定式可燃气体报警或没有通风 | Mixing or spraying rooms for solvent-based paint have no fixed gas alarm or no ventilation
[#14]
08-1 | 第八条（一） | 食品烘制、油炸设备没有防过热自动切断 | Baking or frying equipment has no cut-out against overheating
[#151]
08-2 | 第八条（二） | 白酒勾兑、灌装场所和酒库没有乙醇蒸气报警，或者报警没有与通风联锁 | Blending, bottling and stores of spirits have no ethanol vapour alarm, or it does not start the ventilation
[#221 #222]
08-3 | 第八条（三） | 制浆造纸企业用蒸汽、明火直接加热液氯钢瓶 | A pulp or paper mill heats chlorine cylinders with steam or open flame
[#305 #307]
08-4 | 第八条（四） | 日用玻璃、陶瓷预混燃气窑炉总管没有压力报警，或者没有与紧急切断联锁 | The gas main of a premix kiln for household glass or ceramics has no pressure alarm, or it does not shut the gas off
[#305]
08-5 | 第八条（五） | 日用玻璃窑炉冷却保护没有监测报警 | Cooling that protects a household glass furnace has no alarm
[#20 #21 #24 #41 @paintShop]
08-6 | 第八条（六） | 轻工企业非水性漆调漆间、喷漆室没有固定式可燃气体报警或没有通风 | In light industry, mixing or spraying rooms for solvent-based paint have no fixed gas alarm or no ventilation
[#384 @lithiumBattery]
08-7 | 第八条（七） | 锂离子电池库没有把故障电池用实物隔开 | A store of lithium-ion batteries does not keep faulty ones physically apart
[#17]
09-1 | 第九条（一） | 烧毛、开幅、烘干等热定型的汽化室、燃气罐、油罐、热媒炉没有与聚人场所隔开或单独设置 | Vaporiser, gas or oil tank or heater of heat-setting is not apart from where people work
09-2 | 第九条（二） | 保险粉、双氧水、次氯酸钠、亚氯酸钠、雕白粉与禁忌物混存，或者保险粉库不防水防潮 | Hydrosulphite, peroxide, hypochlorite, chlorite or rongalite stand with incompatible goods, or hydrosulphite is not kept dry
[#16]
10-1 | 第十条（一） | 熏蒸场所没有磷化氢报警仪、没有防毒面具，或者熏蒸前没有确认无关人员撤离 | Fumigation without phosphine alarm, without gas masks, or before everybody is known to have left
10-2 | 第十条（二） | 液态二氧化碳膨胀烟丝场所没有二氧化碳报警，或者报警没有与事故通风联锁 | Expansion of tobacco by liquid carbon dioxide has no alarm for it, or the alarm does not start the ventilation
[@dust]
11-1 | 第十一条（一） | 粉尘爆炸危险场所在非框架多层建筑内，或者里面设宿舍、会议室、办公室、休息室 | A dust explosion area lies in a multi-storey building without frame, or has dormitory, meeting, office or rest rooms inside
> 看建筑结构图，走一遍楼层找有人房间 | See the structure of the building and walk the floors for rooms with people
11-2 | 第十一条（二） | 不同粉尘、粉尘与可燃气共用一套除尘，或者跨建筑、跨防火分区共用、互通 | One dust collector serves different dusts or dust and gas, or buildings and fire compartments share or join theirs
11-3 | 第十一条（三） | 干式除尘没有泄爆、惰化、抑爆中的任何一种 | A dry collector has none of venting, inerting and suppression
11-4 | 第十一条（四） | 铝镁等金属粉尘用正压除尘，或者其他粉尘正压吹送而没有火花探测消除等措施 | Aluminium, magnesium and the like are collected under pressure, or other dust is blown without detection of sparks
11-5 | 第十一条（五） | 用重力沉降室除尘，或者用干式巷道做风道 | Dust is settled in a chamber, or a dry tunnel serves as duct
11-6 | 第十一条（六） | 铝镁等金属粉尘、木粉尘干式除尘没有锁气卸灰 | A dry collector for metal or wood dust has no rotary lock at its discharge
11-7 | 第十一条（七） | 除尘器、收尘仓等20区电气不防爆 | Electrical equipment in zone 20, filters and bins, is not explosion-proof
11-8 | 第十一条（八） | 粉碎、研磨、造粒前没有除铁除石，或者砂光机风管没有火花探测消除 | Nothing takes out iron and stones before grinding and pelleting, or sanders have no spark detection in the duct
11-9 | 第十一条（九） | 遇湿自燃金属粉尘收集堆放处没有防止氢气积聚，或者干式存放不防水防潮 | Where water-reactive metal dust is kept, hydrogen may gather, or dry stores are not kept from water and damp
11-10 | 第十一条（十） | 没有落实清扫制度，现场积尘严重 | Cleaning is not done and dust lies thick
> 用手指或直尺看设备、梁、管线上的积尘，对照清扫记录 | Look at dust on machines, beams and pipes and compare with the cleaning log
[@ammonia]
12-1 | 第十二条（一） | 包装、分割、整理场所空调用氨直接蒸发 | Rooms for packing, cutting and sorting are cooled by ammonia evaporating directly
12-2 | 第十二条（二） | 速冻装置没有单独作业间，或者作业间内超过9人 | A quick freezer is not in a room of its own, or more than nine people work in that room
> 在生产时数人，不看排班表 | Count heads while it runs, not the roster
[@confinedSpace]
13-1 | 第十三条（一） | 有中毒风险的有限空间既没有辨识建账，也没有警示标志 | Confined spaces with a risk of poisoning are neither identified and listed nor marked with signs
13-2 | 第十三条（二） | 有限空间作业没有审批、没有先通风再检测后作业，或者现场没有监护人 | Confined space is entered without approval, without ventilating and testing first, or without a guardian
[]
14-0 | 第十四条 | 上述情形中直接关系安全的监控、报警、防护设施失效或形同虚设 | Monitoring, alarm or protection that the articles name is there but does not work
> 逐一试验：触发报警、断电、遮挡，看联锁是否动作 | Try each: raise the alarm, cut the power, block the sensor, and see whether the interlock acts`

export const workAndTrade: readonly Checklist[] = [
  {
    key: 'trade',
    edition: '2017',
    title: { zh: '工贸行业重大事故隐患判定标准（2017版）', en: 'Criteria of major hazards in work and trade, edition of 2017' },
    documentNumber: '安监总管四〔2017〕129号',
    sector: 'workAndTrade',
    purpose: 'major',
    inForceFrom: '2017-11-30',
    inForceTo: '2023-05-15',
    source: '仅见题名与条数（59项），公开转载',
    confidence: 'low',
    appliesTo: workAndTradeUnits,
    note: {
      zh: '已由应急管理部令第10号代替，条文未录入；历史记录需要时由管理员补录。',
      en: 'Replaced by order 10 of 2023; its items are not entered, an administrator may add them for old records.',
    },
    items: [],
  },
  {
    key: 'trade',
    edition: '2023',
    title: { zh: '工贸企业重大事故隐患判定标准', en: 'Criteria of major hazards in work and trade' },
    documentNumber: '应急管理部令第10号',
    sector: 'workAndTrade',
    purpose: 'major',
    inForceFrom: '2023-05-15',
    inForceTo: null,
    source: '应急管理部令第10号（2023），据公开的逐条核对本第三至十四条',
    confidence: 'high',
    appliesTo: workAndTradeUnits,
    note: null,
    items: readItems({ key: 'trade', makesMajor: true, confidence: 'high' }, order10),
  },
]
