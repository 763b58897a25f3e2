import { routineList } from './routine.ts'

/** Before and during the flood season, and again before each typhoon: what is on record must be looked at once more. */
export const routineFlood = routineList({
  key: 'flood',
  sector: 'flood',
  title: { zh: '防汛防台检查', en: 'Flood and typhoon check' },
  source: '防洪法、浙江省防汛防台抗旱条例、各条所列工程规范',
  appliesTo: { kinds: ['enterprise', 'place', 'site', 'village'], industries: [], tags: [] },
  table: `
[]
01 | 浙江省防汛防台抗旱条例 | 没有防汛防台责任人、预案，或者联系不上 | No named person or plan, or nobody answers
> 当场打责任人电话，问响应Ⅳ级做什么 | Ring the named person now and ask what response level IV asks
02 | 浙江省防汛防台抗旱条例 | 没有接收预警的渠道，预警没有传到班组、住户 | Warnings are not received, or do not reach shifts and households
03 | 浙江省防汛防台抗旱条例 | 应转移人员没有列名、没有去处、没有帮扶人 | Who must move is not named, or has no place or helper
04 | 城镇排水与污水处理条例 | 排水沟、雨水口、泵井堵塞 | Drains, gullies or sumps are blocked
05 | 城镇排水与污水处理条例 | 排水泵起不动、没有备用、没有人会开 | The pump does not start, has no stand-by, or nobody can run it
> 现场启动一次，看出水 | Start it now and see the water
06 | 浙江省防汛防台抗旱条例 | 配电房、电梯坑、地下车库没有挡水板、沙袋 | Switch room, lift pit or basement has no flood boards or bags
07 | 浙江省防汛防台抗旱条例 | 备用发电机没有油、没有试机记录 | The generator has no fuel, or no record of a test run
08 | 民法典第一千二百五十三条 | 广告牌、灯箱、雨棚、太阳能板、空调外机松动 | Signs, boxes, awnings, panels or outdoor units are loose
09 | 浙江省防汛防台抗旱条例 | 彩钢房、简易棚、老旧墙没有加固或撤人 | Light sheds or old walls are not braced or cleared
10 | 危险化学品安全管理条例第二十条 | 遇水反应、易漂浮的危险品放在低处 | Goods that react with water or float lie low
11 | 突发事件应对法（2024） | 沙袋、水泵、雨具、照明、卫星电话数量不足或过期 | Bags, pumps, rain gear, lamps or phones are too few or out of date
12 | 浙江省防汛防台抗旱条例 | 地下车库、通道、商场没有断电停梯撤人的规定 | Basements have no rule to cut power, stop lifts and clear people
13 | 浙江省防汛防台抗旱条例 | 汛期没有24小时值班，台风期间没有领导带班 | No watch around the clock in the season, or no leader during a typhoon
[&site]
14 | GB 5144 | 塔机没有放松回转、没有降塔或加固附着 | The tower crane is not free to swing, not lowered or tied
> 看回转制动是否松开、附着间距、顶部吊钩升到位 | Slewing brake off, ties, hook up
15 | JGJ 130-2011 | 脚手架、密目网没有加固或没有拆网 | Scaffold or nets are not braced, or nets not taken down
16 | JGJ 311-2013 | 基坑边坡没有覆盖，坑顶没有截水，坑内泵不够 | Slopes uncovered, no cut-off drain, or too few pumps
17 | 浙江省防汛防台抗旱条例 | 工棚人员没有转移，围墙旁住人 | People stay in site huts, or live beside the wall
18 | JGJ 46 | 停工前没有断电，配电箱没有抬高 | Power is not cut before the stop, or boards not raised
[@floodProne @placeOfRefuge]
19 | 地质灾害防治条例 | 房前屋后边坡有新裂缝、落石、浑水 | New cracks, stones or muddy water on the slope behind
20 | 防洪法第二十二条 | 河道、桥涵被堵，住户在漫滩、沟口 | Stream or culvert is blocked, or people live in its way
21 | 水库大坝安全管理条例 | 水库、山塘、围堰超汛限、渗漏，没有人巡查 | Reservoir, pond or cofferdam is above its limit, leaks, or is unwatched
[@placeOfRefuge]
22 | 浙江省防汛防台抗旱条例 | 安置点自身低洼、临坡，或者没有鉴定 | The refuge lies low or under a slope, or was not assessed
23 | 浙江省防汛防台抗旱条例 | 水、电、食品、被褥、药品、厕所不够核定人数 | Water, power, food, bedding, medicine or toilets fall short of the number planned
24 | 浙江省防汛防台抗旱条例 | 进出没有登记，解除前有人擅自返回 | Coming and going is not recorded, or people go home before the all-clear
[@crane]
25 | GB 45067-2024 | 码头、露天门机没有锚定、夹轨 | Quay or gantry cranes are not anchored and clamped | H`,
})
