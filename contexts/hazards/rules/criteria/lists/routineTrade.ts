import { routineList } from './routine.ts'

export const routineConfinedSpace = routineList({
  key: 'confinedSpace',
  sector: 'workAndTrade',
  title: { zh: '有限空间作业检查', en: 'Confined space' },
  source: '工贸企业有限空间作业安全规定（应急管理部令第13号）、GB 30871-2022 第6章',
  appliesTo: { kinds: ['enterprise', 'place', 'village'], industries: ['462', '783', '7820'], tags: ['confinedSpace'] },
  table: `
01 | 应急管理部令第13号 | 有限空间没有全部辨识，台账缺数量、位置、危险、防范措施 | Not all spaces are identified, or the list lacks number, place, danger and measures | H
> 拿台账走一圈：污水池、发酵池、腌制池、地坑、管廊、除尘器都在不在 | Walk round with the list: sewage, fermenting and pickling pits, ducts, filters
02 | 应急管理部令第13号 | 入口没有警示标志或没有上锁、隔离 | Entries have no sign, or are not locked or barred | H
03 | 应急管理部令第13号 | 没有指定有限空间监护人、没有专项培训 | No guardian is named, or there is no special training
04 | 应急管理部令第13号 | 没有作业审批，或者审批人没有核现场 | No approval, or the approver did not see the place | H
05 | 应急管理部令第13号 | 没有强制通风就进入 | Entry without forced ventilation | H
06 | 应急管理部令第13号 | 没有检测氧、可燃气、硫化氢、一氧化碳，或者检测后超过30分钟才进 | Oxygen, combustible gas, hydrogen sulphide and carbon monoxide are not tested, or entry is over 30 minutes later | H
07 | 应急管理部令第13号 | 作业中没有持续通风和检测 | Ventilation and testing stop during the work
08 | 应急管理部令第13号 | 监护人不在位，不会叫停，不会报警 | The guardian is away, or cannot stop the work or raise the alarm | H
09 | 应急管理部令第13号 | 没有三脚架、安全绳、正压呼吸器，或者不会用 | Tripod, line or breathing set is missing, or nobody can use it
10 | 应急管理部令第13号 | 外包清淤、检修没有查资格、没有协议、没有交底 | Cleaning or repair is let out without check, agreement or briefing
11 | 安全生产法第八十一条 | 没有练过“不盲目施救” | Nobody has drilled not to rush in
12 | 应急管理部令第13号 | 进料、搅拌、蒸汽、电源没有隔断上锁 | Feeds, stirrers, steam and power are not locked out`,
})

export const routineDust = routineList({
  key: 'dust',
  sector: 'workAndTrade',
  title: { zh: '粉尘涉爆企业检查', en: 'Combustible dust' },
  source: '工贸企业粉尘防爆安全规定（应急管理部令第6号）、GB 15577-2018',
  appliesTo: { kinds: ['enterprise'], industries: [], tags: ['dust'] },
  table: `
01 | 应急管理部令第6号 | 没有辨识粉尘种类和爆炸危险区域 | Kinds of dust and hazardous zones are not identified
02 | 应急管理部令第6号 | 作业场所超过定员，或者与无关岗位混在一起 | More people than allowed, or other work in the same room
> 单班9人以上是监管重点，数当班实际人数 | Nine and more in a shift is watched closely: count who is there
03 | GB 15577-2018 | 没有每班清扫，或者用压缩空气吹扫 | Not cleaned each shift, or blown with compressed air | H
04 | GB 15577-2018 | 梁、管线、电缆桥架、设备顶积尘 | Dust lies on beams, pipes, trays and machines
05 | GB 15577-2018 | 除尘没有先启后停，风量不足 | The collector does not start first and stop last, or draws too little
06 | GB 15577-2018 | 泄爆口对着人行道、车间，或者被堵 | Explosion vents face ways or rooms, or are blocked
07 | GB 15577-2018 | 没有隔爆阀、锁气卸灰、火花探测，或者失灵 | Isolation, rotary lock or spark detection is missing or does not work
08 | GB 15577-2018 | 温度、压差监测报警没有，或者没有联锁停机 | Temperature or pressure alarm is missing, or does not stop the plant
09 | GB 15577-2018 | 滤袋不防静电，设备管道没有跨接接地 | Bags conduct no static, or plant is not bonded and earthed
10 | GB 15577-2018 | 粉尘区内电气不防爆，有明火、焊割没有审批 | Electrical equipment is unprotected, or fire and welding are unapproved
11 | GB 15577-2018 | 铝镁粉尘遇水、受潮，或者用水灭火 | Aluminium or magnesium dust gets wet, or water is kept to fight it
12 | 应急管理部令第6号 | 收集的粉尘没有及时清运，堆在车间 | Collected dust is not taken away but kept in the shop
13 | 安全生产法第二十八条 | 员工不知道粉尘会爆炸，没有专项培训 | Staff do not know that dust explodes; no special training
14 | 应急管理部令第6号 | 检修前没有停机、清灰、上锁挂牌 | Repair without stop, cleaning and lock-out`,
})

export const routineAmmonia = routineList({
  key: 'ammonia',
  sector: 'workAndTrade',
  title: { zh: '液氨制冷企业检查', en: 'Ammonia refrigeration' },
  source: 'AQ 7015-2018、GB 28009-2011',
  appliesTo: { kinds: ['enterprise'], industries: [], tags: ['ammonia'] },
  table: `
01 | AQ 7015-2018 | 机房、设备间没有氨气报警，或者没有联动事故风机 | Machine rooms have no ammonia alarm, or it does not start the fan
02 | AQ 7015-2018 | 事故风机室外没有启停开关，或者不能启动 | The emergency fan has no switch outside, or does not start
03 | AQ 7015-2018 | 制冷工没有操作证，或者单人值班 | Operators are unlicensed, or one is alone on shift | H
04 | 特种设备安全法 | 压力容器、管道、安全阀没有登记检验或过期 | Vessels, pipes or safety valves are unregistered or out of test | H
05 | AQ 7015-2018 | 氨管道没有色标、流向、介质，或者穿越人多的房间 | Ammonia pipes are unmarked, or pass through rooms with people
06 | AQ 7015-2018 | 速冻间人数没有限制标志，或者超员 | The freezer room shows no limit of people, or holds more
07 | AQ 7015-2018 | 紧急泄氨器、水喷淋不能用 | Emergency discharge or water spray does not work
08 | AQ 7015-2018 | 融霜、加氨、放油没有规程，或者没有防护 | Defrosting, charging or oil draining without procedure or protection
09 | AQ 7015-2018 | 没有重型防化服、空气呼吸器、洗眼器，或者不会穿戴 | Suit, breathing set or eye-wash is missing, or cannot be used
10 | GB 28009-2011 | 保温用可燃材料，电线穿保温层没有套管 | Insulation burns, or cables pass through it without a sleeve
11 | GB 28009-2011 | 冷库门打不开、没有里面的呼救和开门装置 | A cold room cannot be opened or called from inside
12 | AQ 7015-2018 | 氨设备、管道没有防车撞 | Ammonia plant is not guarded against vehicles`,
})

export const routineGasUser = routineList({
  key: 'gasUser',
  sector: 'gas',
  title: { zh: '用气场所检查', en: 'Places that use gas' },
  source: '安全生产法第三十六条、城镇燃气管理条例、GB 55009-2021',
  appliesTo: { kinds: ['enterprise', 'place', 'village'], industries: ['62', '61', '83', '84'], tags: ['fuelGas'] },
  table: `
01 | 安全生产法第三十六条 | 餐饮等用气场所没有装可燃气体报警，或者没有通电、失灵 | A kitchen or the like has no gas alarm, or it is off or broken | H
> 按测试键，看能不能联动切断阀和风机 | Press the test button: does it close the valve and start the fan
02 | GB 55009-2021 | 没有紧急切断阀，或者切断阀被旁路 | There is no shut-off valve, or it is bypassed
03 | 城镇燃气管理条例第二十七条 | 用不合格灶具、没有熄火保护，或者用三通接多个灶 | Unfit stoves, no flame failure device, or a tee feeding several
04 | GB 55009-2021 | 连接软管超过2米、老化、穿墙、暗埋 | Hose over 2 m, aged, through walls or hidden
05 | GB 55009-2021 | 地下、半地下室存放或使用液化气瓶 | Bottled gas is kept or used in a basement | H
06 | 城镇燃气管理条例 | 瓶装气存量超过规定，没有单独瓶组间 | More bottles than allowed, or no room of their own
07 | 城镇燃气管理条例 | 气瓶来路不明、过期、没有二维码 | Bottles of unknown origin, out of test or without code
08 | 城镇燃气管理条例 | 气瓶间有明火、电器、下水口，或者与厨房连通 | The bottle room has fire, electrics or drains, or opens to the kitchen
09 | GB 55009-2021 | 用气房间密闭、没有机械排风 | The room is closed and has no fan
10 | 城镇燃气管理条例第二十八条 | 擅自改装、拆除、包封燃气管道和表 | Pipes or meter are altered, taken off or boxed in
11 | 安全生产法第二十八条 | 员工不会查漏、不会关阀、不会处置泄漏 | Staff cannot find a leak, close the valve or act
12 | 城镇燃气管理条例 | 供气单位没有按期入户检查，或者提出的隐患没有改 | The supplier has not checked in time, or its findings stand`,
})
