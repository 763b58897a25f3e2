import { routineList } from './routine.ts'

/** Where many people gather: shops, hotels, schools, hospitals, amusement, stadiums, workshops with many hands. */
export const routineVenue = routineList({
  key: 'venue',
  sector: 'fire',
  title: { zh: '人员密集场所消防检查', en: 'Crowded places, fire check' },
  source: '消防法（2021）、公安部令第61号、GB/T 40248-2021',
  appliesTo: {
    kinds: ['enterprise', 'place'],
    industries: ['521', '61', '62', '83', '84', '85', '882', '883', '885', '892', '90'],
    tags: ['crowdedVenue', 'lodging', 'elderCare'],
  },
  table: `
01 | 消防法第二十八条 | 疏散通道、安全出口被占、堵、锁，或者外窗被封 | Escape ways or exits are blocked or locked, or windows barred | H
> 从最里面的房间走到室外，推每一道门 | Walk from the innermost room to the open air and push every door
02 | 消防法第二十八条 | 消防车通道、登高场地被占 | Fire engines' way or place is taken | H
03 | 公安部令第61号第二十五条 | 防火巡查没有做，营业期间不到两小时一次 | Fire rounds are not made every two hours while open | H
04 | 消防法第十六条 | 消防控制室没有双人持证值班，或者主机在手动、有故障 | The control room lacks two licensed persons, or the panel is on manual or in fault | H
> 让值班员现场报一次火警，看能不能联动 | Have the person on duty raise an alarm and see what follows
05 | GB 55036-2022 | 报警探头被罩、喷头被遮挡、消火栓没水 | Detectors hooded, sprinklers hidden, or hydrants dry
06 | GB 55036-2022 | 防火门闭不上、卷帘下堆物、防火分隔打穿 | Fire doors stay open, goods lie under shutters, or walls are pierced
07 | GB 55036-2022 | 应急照明、疏散指示不亮 | Emergency lights or signs do not work
08 | GB 50444-2008 | 灭火器缺失、压力不足、过期 | Extinguishers are missing, low or out of date
09 | 消防法第二十一条 | 营业期间动火、施工，或者动火没有审批 | Hot work or building goes on while open, or without permit | H
10 | 消防法第二十六条 | 装修用可燃材料，吊顶、隔断、软包不合格 | Fittings burn: ceilings, partitions, upholstery
11 | 消防法第二十七条 | 电线老化、私拉乱接、配电箱旁堆物 | Wiring aged or stray, or goods at the board
12 | 应急管理部令第5号 | 电动自行车、蓄电池在室内停放充电 | Electric bicycles or batteries are parked or charged inside
13 | GB/T 40248-2021 | 油烟道没有定期清洗，厨房没有灭火装置 | Kitchen ducts are not cleaned, or no extinguishing system
14 | 消防法第二十七条 | 燃气没有报警切断，气瓶进营业区 | No gas alarm and shut-off, or bottles in public rooms
15 | 消防法第十九条 | 住人部分与经营仓储没有分隔、没有第二出口 | Sleeping rooms are not cut off from shop or store, or have no second exit | H
16 | GB/T 40248-2021 | 实际人数超过核定，节假日没有限流 | More people than allowed, or no limit on holidays
17 | 消防法第十六条 | 没有灭火疏散预案，半年内没演练 | No plan, or no drill in half a year | H
18 | 消防法第十六条 | 员工不会报警、灭火、引导疏散 | Staff cannot raise the alarm, put out a fire or lead people out
19 | GB/T 40248-2021 | 微型消防站没人、器材不全、3分钟到不了场 | The small fire post is empty, ill equipped or over three minutes away
20 | 消防法第十八条 | 多家经营没有统一管理，公共区域没人管 | Several owners without joint management; common parts are nobody's`,
})

/** 九小场所: small shops, eating places, lodging, schools, clinics, amusement, internet, workshops, fitness and beauty. */
export const routineSmallPlace = routineList({
  key: 'smallPlace',
  sector: 'fire',
  title: { zh: '九小场所检查', en: 'Small places' },
  source: '消防法（2021）、浙江省消防条例、安全生产法',
  appliesTo: { kinds: ['place', 'village'], industries: [], tags: ['smallPlace'] },
  table: `
01 | 消防法第二十八条 | 门口、通道堆物，卷帘门是唯一出口 | Goods in the way, or a roller shutter is the only exit | H
02 | XF 703-2007 | 店里住人，没有防火分隔或没有第二出口 | People sleep in the shop without fire wall or second exit | H
> 看楼上、阁楼、里间有没有床铺被褥 | Look upstairs, in the loft and the back room for beds
03 | XF 703-2007 | 装了防盗窗没有逃生口 | Window bars without an escape hatch | H
04 | 消防法第十六条 | 没有灭火器、没有独立烟感、没有逃生绳或面罩 | No extinguisher, smoke alarm, rope or hood
05 | 消防法第二十七条 | 插座串接、铜线代保险、线路穿可燃物没有套管 | Sockets in chains, wire for fuse, or cables in combustibles without sleeve
06 | 应急管理部令第5号 | 电动车、电瓶进店充电 | Electric bicycles or batteries are charged inside
07 | 安全生产法第三十六条 | 用气没有报警、软管老化、气瓶在店堂 | Gas without alarm, aged hose, or bottle in the room | H
08 | 烟花爆竹安全管理条例 | 没有许可卖烟花，或者与住人同楼 | Fireworks sold without licence, or where people live
09 | 危险化学品安全管理条例第二十四条 | 酒精、油漆、香蕉水存量多、没有单独放 | Much spirit, paint or thinner, not kept apart
10 | 消防法第二十三条 | 后厨用醇基燃料、散装汽油 | Alcohol fuel or loose petrol in the kitchen
11 | 消防法第二十一条 | 焚香、蜡烛、煤炉无人看管 | Incense, candles or stoves unwatched
12 | GB 55009-2021 | 封闭房间用炭火、燃气热水器直排 | Charcoal or unflued heaters in closed rooms
13 | 民法典第一千二百五十三条 | 广告牌、空调外机、雨棚松动 | Signs, outdoor units or awnings are loose
14 | 安全生产法第四十一条 | 负责人说不清最近一次检查提出的问题 | The person in charge cannot name what the last check found
15 | 消防法第十六条 | 员工不知道往哪里跑、不会用灭火器 | Staff do not know the way out or the extinguisher
16 | 消防法第二十六条 | 隔断用可燃板、人均面积过小、外窗封死 | Partitions that burn, too many people, or windows shut for good`,
})
