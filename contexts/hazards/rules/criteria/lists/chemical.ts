import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

const chemicalUnits = {
  kinds: ['enterprise'],
  industries: ['251', '252', '253', '261', '262', '263', '264', '265', '266', '271', '5941', '5942', '5949', '5162', '5169', '5265'],
  tags: ['hazardousChemicals', 'majorHazardSource', 'keyProcess'],
} as const

/** 安监总管三〔2017〕121号, the part for chemicals. */
export const chem20: Checklist = {
  key: 'chem20',
  edition: '2017',
  title: { zh: '化工和危险化学品重大事故隐患20条', en: 'The twenty major hazards of chemical plants' },
  documentNumber: '安监总管三〔2017〕121号',
  sector: 'chemical',
  purpose: 'major',
  inForceFrom: '2017-11-13',
  inForceTo: null,
  source: '安监总管三〔2017〕121号附件，两处公开转载逐条核对',
  confidence: 'high',
  appliesTo: chemicalUnits,
  note: {
    zh: 'AQ 3067-2026 自2026-09-30起对同一事项另有规定；未见本件被明文废止，两份清单并列。',
    en: 'AQ 3067-2026 rules on the same matters from 2026-09-30; no repeal of this list was seen, so both stand side by side.',
  },
  items: readItems(
    { key: 'chem20', makesMajor: true, confidence: 'high' },
    `
01 | 第一项 | 主要负责人或安全管理人员没有通过法定的安全知识和管理能力考核 | The principal person or the safety staff have not passed the examination that the law asks for
> 查考核合格证的姓名、类别、有效期，与任命文件和社保对照 | Compare name, kind and validity of the certificates with the appointment and the payroll
02 | 第二项 | 特种作业由无有效操作证的人员上岗 | Special trades are worked by people without a valid licence
> 在岗位抽人，扫证书二维码核对工种和复审日期 | Pick people at their posts and check trade and review date by the code on the licence
03 | 第三项 | 两重点一重大装置或储存设施与厂外目标的安全防护距离达不到国家标准 | Units or stores with key processes, key chemicals or major sources stand closer to outside targets than the national standard allows
> 查外部安全防护距离计算报告，再实测厂外新建目标 | Read the distance report, then measure to what has been built outside since
04 | 第四项 | 重点监管工艺装置没有自动化控制或紧急停车，或者装了却停用 | A unit with a key process has no automatic control or emergency shutdown, or has it switched off
> 在控制室看联锁投用状态和旁路台账，抽一个联锁看记录 | In the control room look at interlock status and the bypass log; follow one interlock through its records
05 | 第五项 | 一、二级重大危险源罐区不能紧急切断，或者涉毒性气体、液化气体、剧毒液体而没有独立的安全仪表系统 | A tank farm that is a first or second level source cannot be shut off in an emergency, or holds toxic gas, liquefied gas or highly toxic liquid without an independent safety instrumented system
> 看切断阀位置和远程操作记录，核对安全仪表系统与过程控制是否分开 | See the valves and the record of remote closing; check that the safety system is apart from process control
06 | 第六项 | 全压力式液化烃储罐没有按标准设置注水设施 | Pressurised liquefied hydrocarbon tanks have no water injection as the standard asks
> 看注水管线、压力匹配和最近一次演练 | See the water line, its pressure against the tank, and the last drill
07 | 第七项 | 液化烃、液氨、液氯等液化气体充装用软管代替万向管道 | Liquefied hydrocarbons, ammonia, chlorine and the like are filled through hoses in place of articulated arms
08 | 第八项 | 光气、氯气等剧毒气体或硫化氢管道走到厂区、园区以外的公共区域 | Pipes with phosgene, chlorine, other highly toxic gas or hydrogen sulphide cross public ground outside works and park
09 | 第九项 | 不属于本厂的架空电力线跨越生产区且不合标准 | An overhead line of the public grid crosses the production area against the standard
10 | 第十项 | 在役装置既没有正规设计，也没有做过安全设计诊断 | A plant in service was never properly designed and has had no diagnosis of its design
> 查设计单位资质和诊断报告及其整改闭环 | See the designer's qualification, the diagnosis and how its findings were closed
11 | 第十一项 | 仍在使用淘汰目录里的工艺或设备 | Processes or equipment on the list of obsolete ones are still in use
12 | 第十二项 | 可能泄漏可燃、有毒气体的场所没有按标准装检测报警，或者爆炸危险场所电气不防爆 | Where combustible or toxic gas may leak there is no detection as the standard asks, or electrical equipment in explosive areas is not protected
> 按探头布点图抽查位置、量程、校验日期；看防爆标志、格兰头、封堵 | Check detectors against their plan for place, range and calibration; look at marking, glands and seals of the equipment
13 | 第十三项 | 控制室或机柜间朝向危险装置的一面达不到防火防爆要求 | Control or rack rooms do not resist fire and blast on the side that faces a dangerous unit
14 | 第十四项 | 化工装置没有双重电源，或者自动化控制系统没有不间断电源 | A chemical unit has no double supply of power, or its control system no uninterruptible supply
> 看单线图和切换试验记录，查不间断电源的电池年限与负载时间 | See the single-line diagram and change-over tests; age and holding time of the batteries
15 | 第十五项 | 安全阀、爆破片等泄放附件没有正常投用 | Safety valves, bursting discs and the like are not in service
> 看根部阀是否全开铅封、校验是否到期、爆破片更换日期 | Root valves open and sealed, tests in date, discs changed in time
16 | 第十六项 | 没有与岗位相称的全员安全责任制，或者没有建立并实施隐患排查治理制度 | There is no safety responsibility for every post, or no system of finding and removing hazards that is carried out
17 | 第十七项 | 没有操作规程或工艺控制指标 | Operating procedures or process limits have not been written
> 抽一个岗位，让操作工讲指标，与规程和画面对照 | Let an operator name the limits of the post and compare with procedure and display
18 | 第十八项 | 动火、进入受限空间等特殊作业没有管理制度，或者有制度不执行 | There are no rules for hot work, confined space and other special work, or they are not followed
> 从监控录像倒查作业票：时间、气体分析、监护人是否对得上 | Start from the video and look for the ticket: time, gas test and guardian must agree
19 | 第十九项 | 新工艺未经小试、中试、工业化试验就直接工业化生产，首次使用的工艺未经省级论证，新建装置无试生产方案就投料，或者精细化工没有按要求做反应安全风险评估 | A new process went straight to production without trials, a process new in the country was not reviewed by the province, a new unit was started without a plan of trial run, or fine chemicals were made without the reaction risk assessment
20 | 第二十项 | 危险化学品没有按标准分区分类储存，超量超品种，或者禁忌物料混放 | Chemicals are not stored apart by class as the standard asks, exceed quantity or kinds, or incompatible ones stand together
> 查台账与实物，核对品种、数量、禁忌表和隔离距离 | Compare book and stock: kinds, quantities, incompatibilities, separation`,
  ),
}

const subject = {
  zh: '本清单只列条号和事项，判定条件以标准原文为准；引用前请核对原文。',
  en: 'This list names clause and subject alone; the conditions stand in the standard and are to be read before an item is cited.',
}

/** AQ 3067-2026: the clauses by subject; its text may not be copied and its conditions were not seen. */
export const aq3067: Checklist = {
  key: 'aq3067',
  edition: '2026',
  title: {
    zh: '化工和危险化学品企业重大事故隐患判定准则（事项索引）',
    en: 'Criteria of major hazards of chemical enterprises (index of subjects)',
  },
  documentNumber: 'AQ 3067-2026',
  sector: 'chemical',
  purpose: 'major',
  inForceFrom: '2026-09-30',
  inForceTo: null,
  source: 'AQ 3067-2026 条号与事项，据一份公开的题录索引；未见条文',
  confidence: 'low',
  appliesTo: chemicalUnits,
  note: subject,
  items: readItems(
    { key: 'aq3067', makesMajor: true, confidence: 'low' },
    `
5-1-1 | 5.1.1 | 负责人考核不符合本条 | The examination of principal persons is not as the clause asks
5-1-2 | 5.1.2 | 管理人员任职条件不符合本条 | Managers do not have the qualification that the clause asks
5-1-3 | 5.1.3 | 操作人员教育条件不符合本条 | Operators do not have the education that the clause asks
5-1-4 | 5.1.4 | 特种作业持证不符合本条 | Licences for special trades are not as the clause asks
5-1-5 | 5.1.5 | 重大危险源包保责任履行不符合本条 | The named persons do not carry out their duty for a major hazard source as the clause asks
5-2-1 | 5.2.1 | 装置设计或设计变更不符合本条 | Design of a unit, or its change, is not as the clause asks
5-2-2 | 5.2.2 | 外部防护距离不符合本条 | Distances to outside targets are not as the clause asks
5-2-3 | 5.2.3 | 管线、管廊跨越不符合本条 | Pipes or racks cross where the clause does not allow
5-2-4 | 5.2.4 | 指定气体管线越出边界，不符合本条 | Pipes of the gases named leave the bounds that the clause sets
5-2-5 | 5.2.5 | 架空电力线穿越不符合本条 | An overhead power line crosses against the clause
5-2-6 | 5.2.6 | 控制室、交接班室等用房不符合本条 | Control rooms and shift rooms are not as the clause asks
5-2-7 | 5.2.7 | 危险场所内设人员用房，不符合本条 | Rooms for people stand in dangerous areas against the clause
5-2-8 | 5.2.8 | 硝酸铵储量或周边条件不符合本条 | Ammonium nitrate: quantity or surroundings are not as the clause asks
5-2-9 | 5.2.9 | 液化烃泵的位置不符合本条 | Pumps of liquefied hydrocarbons do not stand as the clause asks
5-2-10 | 5.2.10 | 硝化装置自动化与冷却不符合本条 | Nitration: automation and cooling are not as the clause asks
5-3-1 | 5.3.1 | 使用淘汰工艺设备，不符合本条 | Obsolete processes or equipment are used against the clause
5-3-2 | 5.3.2 | 新工艺验证不符合本条 | A new process is not proven as the clause asks
5-3-3 | 5.3.3 | 工艺技术来源不符合本条 | The origin of the technology is not as the clause asks
5-3-4 | 5.3.4 | 硝化工艺安全信息不符合本条 | Safety data of nitration are not as the clause asks
5-3-5 | 5.3.5 | 反应安全风险评估或工艺变更不符合本条 | Reaction risk assessment or a change of process is not as the clause asks
5-3-6 | 5.3.6 | 危险固体感度测试不符合本条 | The sensitivity of dangerous solids is not known as the clause asks
5-4-1 | 5.4.1 | 供电可靠性不符合本条 | Reliability of the power supply is not as the clause asks
5-4-2 | 5.4.2 | 气体报警系统不符合本条 | Gas detection is not as the clause asks
5-4-3 | 5.4.3 | 电气防爆不符合本条 | Explosion protection of electrical equipment is not as the clause asks
5-4-4 | 5.4.4 | 充装连接系统不符合本条 | Filling connections are not as the clause asks
5-4-5 | 5.4.5 | 油气收集安全措施不符合本条 | Vapour collection is not as safe as the clause asks
5-4-6 | 5.4.6 | 泄压装置投用不符合本条 | Relief devices are not in service as the clause asks
5-4-7 | 5.4.7 | 液化烃球罐注水不符合本条 | Water injection of spheres is not as the clause asks
5-4-8 | 5.4.8 | 硝酸铵溶液监控不符合本条 | Monitoring of ammonium nitrate solution is not as the clause asks
5-4-9 | 5.4.9 | 液氯场所或事故吸收不符合本条 | Chlorine rooms or their absorption are not as the clause asks
5-5-1 | 5.5.1 | 试车或开车前检查不符合本条 | Checks before trial run or start are not as the clause asks
5-5-2 | 5.5.2 | 操作规程、指标或报警管理不符合本条 | Procedures, limits or alarms are not managed as the clause asks
5-5-3 | 5.5.3 | 过程自动控制不符合本条 | Automatic process control is not as the clause asks
5-5-4 | 5.5.4 | 紧急停车不符合本条 | Emergency shutdown is not as the clause asks
5-5-5 | 5.5.5 | 安全仪表配置不符合本条 | The safety instrumented system is not as the clause asks
5-5-6 | 5.5.6 | 罐区紧急切断不符合本条 | Emergency shut-off of a tank farm is not as the clause asks
5-5-7 | 5.5.7 | 安全联锁管理不符合本条 | Safety interlocks are not managed as the clause asks
5-5-8 | 5.5.8 | 危险化学品分类存储不符合本条 | Chemicals are not stored apart as the clause asks
5-5-9 | 5.5.9 | 生产现场存料不符合本条 | Material kept at the workplace is not as the clause asks
5-5-10 | 5.5.10 | 压力管线带压堵漏不符合本条 | Leaks of pressurised lines are not sealed as the clause asks
5-5-11 | 5.5.11 | 常压储罐保护不符合本条 | Atmospheric tanks are not protected as the clause asks
5-5-12 | 5.5.12 | 内浮顶储罐运行不符合本条 | Tanks with internal floating roofs are not run as the clause asks
5-6-1 | 5.6.1 | 特殊作业审批不符合本条 | Special work is not approved as the clause asks
5-6-2 | 5.6.2 | 作业前隔离处置不符合本条 | Isolation before work is not as the clause asks
5-6-3 | 5.6.3 | 作业气体分析或视频监控不符合本条 | Gas tests or video of the work are not as the clause asks
5-6-4 | 5.6.4 | 作业人员教育与作业管理不符合本条 | Training and management of those who work are not as the clause asks
5-7-1 | 5.7.1 | 超出许可的品种范围，不符合本条 | What is made or sold goes beyond the licence, against the clause
5-7-2 | 5.7.2 | 物理危险性鉴定分类不符合本条 | Physical dangers are not tested and classed as the clause asks
5-7-3 | 5.7.3 | 人员定位与数据接入不符合本条 | Locating people or handing data on is not as the clause asks
5-7-4 | 5.7.4 | 现场人数与分区管理不符合本条 | Head counts and zones are not as the clause asks
5-7-5 | 5.7.5 | 变更管控不符合本条 | Changes are not managed as the clause asks
5-7-6 | 5.7.6 | 全员责任与隐患治理不符合本条 | Responsibility and removal of hazards are not as the clause asks
5-7-7 | 5.7.7 | 安全风险承诺不符合本条 | The daily safety promise is not as the clause asks`,
  ),
}
