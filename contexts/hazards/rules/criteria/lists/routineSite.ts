import { routineList } from './routine.ts'

export const routineSite = routineList({
  key: 'site',
  sector: 'construction',
  title: { zh: '建筑工地日常检查', en: 'Building site, daily check' },
  source: '建设工程安全生产管理条例、JGJ 59、JGJ 80、JGJ 46 等',
  appliesTo: { kinds: ['site'], industries: [], tags: [] },
  table: `
01 | 建设工程安全生产管理条例第二十三条 | 专职安全员不在岗或人数不够 | Full-time safety officers are away or too few
02 | 建市〔2019〕18号 | 进场人员没有实名、没有教育、没有安全帽 | People enter unnamed, untrained or without helmet
03 | 住房城乡建设部令第37号 | 危大工程没有公示、没有旁站，或者方案没有交底 | Dangerous works are not posted, watched or briefed | H
04 | JGJ 80-2016 | 临边、洞口、电梯井口没有防护或防护被拆 | Edges, holes or shaft gates are open | H
05 | JGJ 80-2016 | 高处作业没有系安全带，或者挂在不牢的地方 | Work at height without a belt on a sound point | H
06 | JGJ 130-2011 | 脚手架立杆悬空、缺扣件、脚手板没铺满 | Scaffold posts hang, couplers or boards are missing
07 | GB 5144 | 塔机限位、力矩失效，没有检查记录，司机指挥无证 | Tower crane limits fail, checks are unrecorded, or driver and signaller unlicensed
08 | JGJ 215-2010 | 防坠器过期、层门敞开、超载 | Hoist arrester out of date, landing gates open, or overloaded
09 | JGJ 202-2010 | 吊篮配重不足、安全绳磨损、从窗口上下 | Suspended platform short of weights, worn line, or entered from windows
10 | JGJ 311-2013 | 坑边堆土、车辆荷载、积水，监测超限没处理 | Spoil, vehicles or water at the pit, or readings beyond limit
11 | JGJ 46 | 配电箱没有漏电保护、一闸多机、电缆拖地泡水 | Boards without residual current device, several machines on one switch, cables in water | H
12 | 消防法第二十一条 | 动火没有审批、没有看火人、没有灭火器 | Hot work without permit, watcher or extinguisher | H
13 | GB 50720-2011 | 消防车道堵塞，临时消防给水没有跟上楼层 | Fire way blocked, or water does not follow the floors
14 | GB 50720-2011 | 宿舍用彩钢芯材可燃，私拉电线，电瓶车入室充电 | Dormitories with burning core, stray wiring, or batteries charged inside | H
15 | 建质规〔2024〕5号第十一条 | 人工挖孔桩、管井没有通风检测监护 | Dug piles or shafts without ventilation, test or guardian
16 | JGJ 33-2012 | 挖机、泵车回转半径内有人，倒车无人指挥 | People within the swing of machines, or reversing unguided
17 | GB 50720-2011 | 油漆、保温、木模、气瓶乱堆没有隔离 | Paint, insulation, timber or cylinders lie unseparated
18 | 建质规〔2024〕5号第十五条 | 没有接收预警的人，恶劣天气停工令没有落实 | Nobody receives warnings, or the stop in bad weather is not kept`,
})
