import type { Level } from '../../rules/hazard.ts'
import type { Motif } from './motifs.ts'

/** What is found in the sample, in own words, and how it is put right. */
export type SampleFinding = {
  readonly motif: Motif
  /** The item of a checklist it goes against; null where none fits. */
  readonly itemKey: string | null
  readonly level: Level
  readonly text: string
  readonly requirement: string
  readonly done: string
  /** About what it costs to put right. */
  readonly costYuan: number
  /** Words of the names of units where it can be found; none fits all of the table. */
  readonly onlyAt: readonly string[]
}

/** One finding a line: motif | item | found | required | done | cost | where alone; an exclamation mark in front makes it major. */
const read = (table: string): readonly SampleFinding[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [motif = '', itemKey = '', text = '', requirement = '', done = '', cost = '', onlyAt = ''] = line
        .replace(/^!/, '')
        .split('|')
        .map((cell) => cell.trim())
      return {
        motif: motif as Motif,
        itemKey: itemKey === '-' ? null : itemKey,
        level: line.startsWith('!') ? 'major' : 'general',
        text,
        requirement,
        done,
        costYuan: Number(cost),
        onlyAt: onlyAt === '' ? [] : onlyAt.split(' '),
      }
    })

const chemical = read(`
detector | chemPlant.08 | 甲类罐区东侧2只可燃气体探头被塑料袋罩住，主机显示正常 | 取下遮挡，逐只通气标定，查明是谁罩的 | 已取下遮挡并通气标定，4只全部报警正常，班组已通报 | 1200
detector | chemPlant.08 | 二车间三层有毒气体探头校验标签停在去年，已超期 | 送检或更换，超期期间人工每两小时测一次 | 送检合格，标签已换，台账补录 | 3600
gauge | chemPlant.12 | 反应釜R-203压力表玻璃破裂，表盘没有红线和检定标签 | 更换经检定的压力表并划红线 | 已换新表，检定合格证存档 | 480
gauge | chemPlant.06 | 精馏塔底温度连续三班超过控制上限，操作工说一直这样 | 查清原因，修订指标或者恢复控制，超限要有处置记录 | 清理再沸器结焦后温度回到指标内，补了偏差分析 | 26000
valve | chemPlant.07 | P-106泵出口法兰渗漏，地面有湿迹，下方电缆桥架没有遮挡 | 停泵更换垫片，清理地面物料 | 更换垫片并做气密，48小时未再渗漏 | 2100
valve | chemPlant.07 | 取样口阀门内漏，用铁丝吊着塑料桶接料 | 更换阀门，改为密闭取样 | 已换球阀并加装密闭取样器 | 8800
tank | chemPlant.10 | 防火堤穿管孔洞没有封堵，雨水阀常开 | 用防火材料封堵，雨水阀关闭上锁挂牌 | 孔洞已封堵，雨水阀上锁，钥匙由班长保管 | 1500
tank | chemPlant.09 | 卸车口静电接地夹松脱，跨接线断了一根 | 更换接地夹和跨接线，测接地电阻 | 已更换，实测电阻符合要求 | 600
panel | chemPlant.17 | 防爆区配电箱格兰头松动，备用孔没有堵头 | 按防爆要求紧固、封堵 | 12处全部紧固封堵，电气专业逐个复查 | 3200
panel | chemPlant.05 | 液位联锁旁路三天没有恢复，旁路台账没有审批人 | 立即恢复联锁，补做风险评估和审批 | 联锁已投用，旁路制度重新培训 | 0
extinguisher | chemPlant.11 | 泡沫站泡沫液过期两个月，泵房门口堆放托盘 | 更换泡沫液，清空门口 | 泡沫液已更换，发泡试验合格 | 42000
extinguisher | chemPlant.16 | 装卸区洗眼器打不出水，空气呼吸器气瓶压力不足 | 修复洗眼器，气瓶充装到位，每周检查 | 已修复，2只气瓶充装完毕，列入周检 | 900
cylinders | chemStore.13 | 分析室气瓶没有固定，空瓶和实瓶混放 | 加固定链，分区挂牌 | 已加链条，空实分区 | 700
cylinders | chemStore.02 | 中间仓库把氧化剂和还原剂放在同一隔间，只用过道隔开 | 分库存放，核对禁忌表 | 氧化剂移到3号库，禁忌表上墙 | 2500
board | chemPlant.01 | 当天承诺公告写特殊作业2项，现场有4处动火 | 据实公告，漏报作业说明原因 | 公告流程改为由票证系统自动取数 | 0
document | chemPlant.13 | 冷却水管线改走向，没有做变更评估就投用 | 补做变更评估，未评估前恢复原线 | 变更手续补齐，管线标识更新 | 5000
document | general.06 | 抽查3名转岗操作工，没有培训考核记录就上岗 | 停岗培训，考核合格后上岗 | 3人培训考核合格，档案已建 | 1800
board | specialWork.01 | 受限空间作业票没有填分析时间，监护人签名和现场不是一个人 | 停止作业，重新办票 | 作业已停，按程序重办，监护人扣分 | 0
valve | chemPlant.18 | 检修泵没有能量隔离上锁，只挂了一块纸牌 | 断电上锁，执行挂牌上锁程序 | 上锁挂牌已执行，班组重新考试 | 300
`)

const chemicalMajor = read(`
!detector | chem20.12 | 罐区可能泄漏苯系物的泵区整段没有可燃气体探测，设计图上有6只 | 按设计补装并接入主机，完成前泵区停用、人工连续监测 | 补装6只探头，标定并接入，联动试验合格 | 86000
!valve | chem20.15 | 反应釜安全阀前切断阀关闭并且没有铅封，操作工说检修后忘记打开 | 立即开启铅封，全厂安全阀逐个核对 | 42只安全阀逐一核对，切断阀全部铅封开启 | 12000
!tank | chem20.05 | 重大危险源罐区进料紧急切断阀不能远程关闭，三次试关都没有动作 | 停止进料，修复执行机构并做全行程试验 | 更换执行机构，连续三次远程关闭合格 | 158000
!cylinders | chem20.20 | 甲类库存放过氧化物和还原剂，实际存量是核定量的两倍 | 立即分库并减到核定量以内，查清超量来源 | 分库完成，超量部分退回供货方，台账重建 | 34000
!board | chem20.18 | 回看录像，动火作业开始时分析还没有出结果，监护人不在场 | 停止全部动火，整顿票证管理 | 票证制度修订，全员再培训，录像回查一个月 | 20000
!panel | chem20.04 | 重点监管工艺紧急停车按钮被短接，温度高高联锁没有投用 | 停止该装置，恢复联锁和紧急停车并测试 | 短接拆除，联锁逐条测试合格，第三方出具报告 | 96000
!cylinders | chem20.07 | 液氯充装用金属软管代替万向管道 | 停止充装，改用万向管道充装系统 | 万向管道安装完毕，气密和拉断试验合格 | 210000 | 液氯 氟材
!panel | chem20.14 | 控制系统不间断电源蓄电池鼓包，切换试验掉电 | 更换蓄电池并做带载切换试验，期间有备用电源 | 蓄电池更换，带载30分钟切换合格 | 64000
`)

const venue = read(`
exit | venue.01 | 看台东侧疏散门用链锁锁住，门后堆放折叠椅 | 立即开锁清通，演出训练期间专人值守 | 链锁拆除，折叠椅移到器材库，张贴值守表 | 0
exit | venue.02 | 消防车登高场地停了4辆保障车 | 划线立牌，移走车辆 | 已移车，地面施划禁停线 | 2600
extinguisher | venue.08 | 运动员通道灭火器压力在红区，箱内少一具 | 补齐更换，列入月检 | 已补齐8具并建二维码台账 | 1600
panel | venue.11 | 灯光机房临时线从配电箱直接引出，没有漏电保护 | 拆除临时线，加装漏电保护 | 临时线拆除，新装回路已验收 | 5200
detector | venue.05 | 二层贵宾区3只烟感罩着防尘罩 | 取下防尘罩，核对全楼 | 全楼核对取下11个防尘罩，主机无屏蔽点 | 0
panel | venue.04 | 消防控制室主机在手动，值班人员只有一人持证 | 恢复自动，配足持证人员 | 已恢复自动，补招持证值班员2名 | 0
exit | venue.06 | 地下车库防火卷帘下堆放广告板 | 清走并在地面划线 | 已清走，划黄线，纳入每日巡查 | 300
panel | venue.07 | 北区楼梯间应急照明断电后不亮 | 更换蓄电池，逐层测试 | 更换14套，断电测试达到90分钟 | 4200
cylinders | venue.14 | 餐饮间液化气瓶放在操作间，没有报警 | 气瓶移到室外瓶组间，加装报警切断 | 已改用管道气并装报警联动切断阀 | 18000
document | venue.17 | 半年内没有组织疏散演练，预案里的联系人已经离职 | 修订预案并演练 | 预案修订，组织320人疏散演练并评估 | 6000
drain | flood.06 | 地下二层入口没有挡水板，沙袋只有12只 | 配挡水板和沙袋，明确启用水位 | 挡水板到位，沙袋备80只 | 9800
board | venue.09 | 训练期间搭台动火，没有审批单 | 停止动火，补办审批并派看火人 | 动火已停，重新审批，看火人到位 | 0
`)

const venueMajor = read(`
!exit | - | 主馆三个疏散口有两个被临时看台封死，剩余宽度不足一半，仍在安排万人场次 | 停止使用主馆，拆除临时看台，恢复疏散宽度 | 临时看台拆除，疏散宽度恢复，专家复核通过 | 78000
!panel | - | 消防水泵控制柜烧毁，喷淋和消火栓都没有压力，没有报停用 | 停止对外开放，修复水泵并全系统测试 | 更换控制柜，双泵切换和末端放水测试合格 | 132000
!detector | - | 火灾报警主机瘫痪，游泳馆和训练馆全部点位离线 | 停止对外开放，专人巡查，更换主机 | 主机更换，1860个点位逐点测试 | 165000
`)

const crowd = read(`
exit | venue.01 | 三楼安全出口被货架挡住，只能侧身过 | 清除货架，保持宽度 | 货架移走，出口宽度恢复 | 0 | 商场
panel | venue.11 | 配电间堆放床单布草，电线有接头裸露 | 清空配电间，重新接线 | 布草移走，线路由电工重做 | 2400 | 宾馆 养老院
detector | venue.05 | 客房走道喷头被吊顶装饰遮挡4处 | 调整吊顶或移位喷头 | 拆除遮挡吊顶，喷头露出 | 6800 | 宾馆 养老院
extinguisher | venue.08 | 两层楼灭火器过期，室内消火栓水带霉烂 | 更换灭火器和水带 | 已更换16具灭火器、4盘水带 | 3300
exit | venue.15 | 厨房员工睡在库房隔间，没有第二个出口 | 立即撤人，拆除隔间 | 人员搬到宿舍，隔间拆除 | 1500
panel | venue.12 | 地下停车场有外卖电动车充电，没有分隔 | 移到室外集中充电点，加装断电器 | 室外充电棚投用，地下禁停 | 26000 | 商场 宾馆
document | venue.18 | 抽问两名夜班护理员，说不出卧床老人怎么疏散 | 按楼层编组演练 | 夜间疏散演练两次，分组名单上墙 | 0 | 养老院
`)

const smallPlace = read(`
cylinders | gasUser.01 | 后厨没有可燃气体报警，三只液化气瓶靠着灶台 | 装报警并移走气瓶 | 报警联动切断已装，气瓶移到室外柜 | 2800 | 餐馆
cylinders | gasUser.04 | 灶具软管超过3米，穿过隔墙，表面龟裂 | 更换为金属软管，不得穿墙 | 更换2米金属软管，走明管 | 350 | 餐馆
exit | smallPlace.01 | 卷帘门是唯一出口，通道堆了米袋 | 清通并开设第二出口 | 通道清通，后门开启可用 | 800
panel | smallPlace.05 | 插座串接三个，冰柜线从桌布下走 | 拆除串接，单独敷线穿管 | 已重新敷线，加装空开 | 900
extinguisher | smallPlace.04 | 店内没有灭火器，二楼住2人没有烟感 | 配灭火器、烟感、逃生绳，人货分离 | 已配齐，住宿人员搬出 | 420
panel | smallPlace.06 | 店内给3块电瓶充电，旁边是纸箱 | 移到室外充电柜 | 电瓶移出，签承诺书 | 0
`)

const trade = read(`
detector | dust.04 | 打磨间梁上积尘超过3毫米，除尘器压差表不走 | 停机清灰，修复压差监测 | 清灰完成，压差报警接入停机联锁 | 5600 | 家具
panel | dust.10 | 除尘风机旁开关箱不防爆，箱内积粉 | 更换防爆箱，清理积粉 | 更换为粉尘防爆型，接地复测 | 7800 | 家具
detector | ammonia.01 | 氨机房报警器故障灯亮，事故风机没有联动 | 修复并做联动试验 | 更换传感器，联动启风机合格 | 4300 | 冷冻
gauge | ammonia.04 | 贮氨器安全阀校验过期四个月 | 停用送检，期间降压运行 | 安全阀校验合格装回 | 1900 | 冷冻
board | confinedSpace.02 | 腌制池口没有盖板和警示，钥匙挂在墙上 | 加盖上锁，挂警示牌和审批公示 | 12个池口加盖上锁，钥匙集中保管 | 3600 | 腌制
exit | general.11 | 包装车间通道堆满成品，出口一扇门推不开 | 清通，门扇修复 | 通道划线，出口恢复 | 200
document | general.07 | 叉车司机证件过期半年仍在作业 | 停止作业，复审合格再上岗 | 司机复审合格，过期期间换人 | 600
`)

const site = read(`
exit | site.16 | 挖掘机回转半径内有人走动，倒车没有指挥 | 设警戒和专人指挥 | 警戒和指挥到位，司机重新交底 | 400 | 道路
board | site.02 | 进场人员花名册和现场对不上，5人没有教育记录 | 实名核对，补做教育 | 5人补做教育，闸机实名启用 | 600
scaffold | site.04 | 5号楼6层临边防护被拆，没有恢复 | 恢复防护，拆改实行审批 | 防护恢复，临边洞口全面排查 | 3500 | 住宅
scaffold | site.06 | 外脚手架三层缺脚手板，两处扣件松动 | 补板紧固，验收后使用 | 补板并紧固，架体重新验收 | 2800 | 住宅
panel | site.11 | 三级箱一闸接两台机具，电缆泡在积水里 | 一机一闸，电缆架空 | 增设开关箱，电缆架空 | 1900
drain | site.10 | 基坑边堆土超过2米，坑底积水没有抽排 | 卸土并抽排，加密监测 | 堆土外运，抽排完毕，监测稳定 | 12000
extinguisher | site.12 | 屋面防水动火没有看火人，灭火器过期 | 停止动火，重新审批 | 动火重新审批，器材更换 | 500 | 住宅
exit | site.14 | 工人宿舍私拉电线给电瓶车充电 | 清除，设集中充电棚 | 宿舍改用低压供电，充电棚投用 | 9000
`)

const flood = read(`
board | flood.01 | 责任人电话打不通，预案里还是前任 | 更新责任人并公示电话 | 责任人更新，现场试拨接通 | 0
drain | flood.04 | 村口排水沟被砂石堵了一半，涵洞口有树枝 | 清淤疏通，汛期每周查看 | 清淤120米，涵洞口装拦污栅 | 8600 | 村
drain | flood.19 | 屋后边坡有两条新裂缝，最宽2厘米，坡脚冒浑水 | 列入巡查，必要时转移，请专业单位会勘 | 会勘后削坡排水，裂缝监测点布设 | 46000 | 村
panel | flood.06 | 安置点配电房地面低于路面，没有挡水板 | 加挡水板，抬高配电箱 | 配电箱抬高0.8米，挡水板到位 | 7200 | 安置点
panel | flood.05 | 排涝泵通电不转，备用泵没有电缆 | 修复并试运行，备用泵配电缆 | 两台泵试运行出水正常 | 15000 | 安置点
board | flood.03 | 应转移人员名单还是去年的，3户已经搬走 | 更新名单和帮扶人 | 名单更新，逐户签收 | 0 | 村
document | flood.23 | 安置点棉被、药品不足核定人数的一半 | 补足并列清单 | 补足80套，药品效期登记 | 12800 | 安置点
drain | flood.20 | 溪边桥洞被漂浮物堵住，上游有两户住在漫滩 | 清障，汛期转移两户 | 已清障，两户签订转移协议 | 5200 | 村
`)

/** The tables by what a unit is. */
export const findingsOf = {
  chemical,
  chemicalMajor,
  chemicalStore: chemical.filter(({ itemKey }) => itemKey?.startsWith('chemStore') || itemKey?.startsWith('general')),
  venue,
  venueMajor,
  crowd,
  smallPlace,
  trade,
  site,
  flood,
} as const

/** The findings of a table that can be met with at a unit, so that a nursing home is asked for its night staff and a shop is not. */
export const fitting = (table: readonly SampleFinding[], name: string): readonly SampleFinding[] =>
  table.filter(({ onlyAt }) => onlyAt.length === 0 || onlyAt.some((word) => name.includes(word)))
