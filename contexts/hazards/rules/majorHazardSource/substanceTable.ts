import type { Confidence } from '../../../../kernel/law.ts'

/** GB 18218-2018 table 2: the categories of danger of what table 1 does not name. */
export type DangerCategory =
  | 'J1'
  | 'J2'
  | 'J3'
  | 'J4'
  | 'J5'
  | 'W1.1'
  | 'W1.2'
  | 'W1.3'
  | 'W2'
  | 'W3'
  | 'W4'
  | 'W5.1'
  | 'W5.2'
  | 'W5.3'
  | 'W5.4'
  | 'W6.1'
  | 'W6.2'
  | 'W7.1'
  | 'W7.2'
  | 'W8'
  | 'W9.1'
  | 'W9.2'
  | 'W10'
  | 'W11'

export type CategoryRow = {
  readonly code: DangerCategory
  /** Table 2. */
  readonly criticalTonnes: number
  /** Table 4. */
  readonly beta: number
  readonly zh: string
  readonly en: string
}

const category = (code: DangerCategory, criticalTonnes: number, beta: number, zh: string, en: string): CategoryRow => ({
  code,
  criticalTonnes,
  beta,
  zh,
  en,
})

/** Tables 2 and 4. */
export const categoryTable: readonly CategoryRow[] = [
  category('J1', 5, 4, '急性毒性：类别1，所有途径，气体', 'acute toxicity 1, any route, gas'),
  category('J2', 50, 1, '急性毒性：类别1，所有途径，固体、液体', 'acute toxicity 1, any route, solid or liquid'),
  category('J3', 50, 2, '急性毒性：类别2、类别3，所有途径，气体', 'acute toxicity 2 or 3, any route, gas'),
  category(
    'J4',
    50,
    2,
    '急性毒性：类别2、类别3，吸入，液体（沸点不高于35℃）',
    'acute toxicity 2 or 3, inhaled, liquid boiling at 35 °C or less',
  ),
  category('J5', 500, 1, '急性毒性：类别2，所有途径，J4以外的液体、固体', 'acute toxicity 2, any route, other liquid or solid'),
  category('W1.1', 1, 2, '爆炸物：不稳定爆炸物、1.1项', 'explosive, unstable or division 1.1'),
  category('W1.2', 10, 2, '爆炸物：1.2、1.3、1.5、1.6项', 'explosive, division 1.2, 1.3, 1.5 or 1.6'),
  category('W1.3', 50, 2, '爆炸物：1.4项', 'explosive, division 1.4'),
  category('W2', 10, 1.5, '易燃气体：类别1、类别2', 'flammable gas 1 or 2'),
  category('W3', 150, 1, '气溶胶：类别1、类别2（净重）', 'aerosol 1 or 2, net mass'),
  category('W4', 50, 1, '氧化性气体：类别1', 'oxidising gas 1'),
  category('W5.1', 10, 1.5, '易燃液体：类别1；类别2、3且工作温度高于沸点', 'flammable liquid 1; 2 or 3 worked above its boiling point'),
  category('W5.2', 50, 1, '易燃液体：类别2、3，有引发重大事故的特殊工艺条件', 'flammable liquid 2 or 3 under special process conditions'),
  category('W5.3', 1000, 1, '易燃液体：其他类别2', 'flammable liquid 2, other'),
  category('W5.4', 5000, 1, '易燃液体：其他类别3', 'flammable liquid 3, other'),
  category('W6.1', 10, 1.5, '自反应物质：A型、B型', 'self-reactive, type A or B'),
  category('W6.2', 50, 1, '自反应物质：C型、D型、E型', 'self-reactive, type C, D or E'),
  category('W7.1', 10, 1.5, '有机过氧化物：A型、B型', 'organic peroxide, type A or B'),
  category('W7.2', 50, 1, '有机过氧化物：C型至F型', 'organic peroxide, type C to F'),
  category('W8', 50, 1, '自燃液体、自燃固体：类别1', 'pyrophoric liquid or solid 1'),
  category('W9.1', 50, 1, '氧化性固体、液体：类别1', 'oxidising solid or liquid 1'),
  category('W9.2', 200, 1, '氧化性固体、液体：类别2、类别3', 'oxidising solid or liquid 2 or 3'),
  category('W10', 200, 1, '易燃固体：类别1', 'flammable solid 1'),
  category('W11', 200, 1, '遇水放出易燃气体：类别1、类别2', 'gives off flammable gas with water, 1 or 2'),
]

export type SubstanceRow = {
  /** Its number in table 1. */
  readonly no: number
  readonly zh: string
  readonly aliases: readonly string[]
  readonly en: string
  readonly cas: readonly string[]
  readonly criticalTonnes: number
  /** Table 3, of the toxic gases it names; null for all others. */
  readonly toxicBeta: number | null
  /** What its beta is read by in table 4 where table 3 does not name it. The table does not say it; it is the usual one. */
  readonly category: DangerCategory | null
  /** Of the critical quantity: high where two independent sources agree. */
  readonly confidence: Confidence
}

const row = (
  no: number,
  zh: string,
  aliases: string,
  en: string,
  cas: string,
  criticalTonnes: number,
  read: DangerCategory | number,
  confidence: Confidence = 'medium',
): SubstanceRow => ({
  no,
  zh,
  en,
  criticalTonnes,
  confidence,
  aliases: aliases === '' ? [] : aliases.split('、'),
  cas: cas === '' ? [] : cas.split(' '),
  toxicBeta: typeof read === 'number' ? read : null,
  category: typeof read === 'number' ? null : read,
})

/**
 * Table 1, in its order; a name that several rows or weaker solutions share (硝酸铵, 硝酸, 甲醛) stands for none of them, so
 * that nobody gets a larger critical quantity by writing less. With the beta of table 3, or the category that table 4 is read by.
 */
export const substanceTable: readonly SubstanceRow[] = [
  row(1, '氨', '液氨、氨气', 'ammonia', '7664-41-7', 10, 2, 'high'),
  row(2, '二氟化氧', '一氧化二氟', 'oxygen difluoride', '7783-41-7', 1, 'J1'),
  row(3, '二氧化氮', '', 'nitrogen dioxide', '10102-44-0', 1, 10),
  row(4, '二氧化硫', '亚硫酸酐', 'sulphur dioxide', '7446-09-5', 20, 2),
  row(5, '氟', '氟气', 'fluorine', '7782-41-4', 1, 'J1'),
  row(6, '碳酰氯', '光气', 'phosgene', '75-44-5', 0.3, 20, 'high'),
  row(7, '环氧乙烷', '氧化乙烯', 'ethylene oxide', '75-21-8', 10, 2, 'high'),
  row(8, '甲醛（含量>90%）', '', 'formaldehyde (>90 %)', '50-00-0', 5, 'J3'),
  row(9, '磷化氢', '磷化三氢、膦', 'phosphine', '7803-51-2', 1, 20),
  row(10, '硫化氢', '', 'hydrogen sulphide', '7783-06-4', 5, 5, 'high'),
  row(11, '氯化氢（无水）', '氯化氢', 'hydrogen chloride, anhydrous', '7647-01-0', 20, 3),
  row(12, '氯', '液氯、氯气', 'chlorine', '7782-50-5', 5, 4, 'high'),
  row(
    13,
    '煤气（CO，CO和H2、CH4的混合物等）',
    '煤气、一氧化碳',
    'coal gas (CO, mixtures of CO with H2 and CH4)',
    '630-08-0',
    20,
    2,
    'high',
  ),
  row(14, '砷化氢', '砷化三氢、胂', 'arsine', '7784-42-1', 1, 'J1'),
  row(15, '锑化氢', '三氢化锑、锑化三氢、䏲', 'stibine', '7803-52-3', 1, 'J1'),
  row(16, '硒化氢', '', 'hydrogen selenide', '7783-07-5', 1, 'J1'),
  row(17, '溴甲烷', '甲基溴', 'methyl bromide', '74-83-9', 10, 3),
  row(18, '丙酮氰醇', '丙酮合氰化氢、2-羟基异丁腈', 'acetone cyanohydrin', '75-86-5', 20, 'J2'),
  row(19, '丙烯醛', '烯丙醛、败脂醛', 'acrolein', '107-02-8', 20, 'J2'),
  row(20, '氟化氢', '', 'hydrogen fluoride', '7664-39-3', 1, 5),
  row(21, '1-氯-2,3-环氧丙烷', '环氧氯丙烷、3-氯-1,2-环氧丙烷', 'epichlorohydrin', '106-89-8', 20, 'J5'),
  row(22, '3-溴-1,2-环氧丙烷', '环氧溴丙烷、溴甲基环氧乙烷、表溴醇', 'epibromohydrin', '3132-64-7', 20, 'J5'),
  row(23, '甲苯二异氰酸酯', '二异氰酸甲苯酯、TDI', 'toluene diisocyanate', '26471-62-5', 100, 'J2'),
  row(24, '一氯化硫', '氯化硫', 'disulphur dichloride', '10025-67-9', 1, 'J5'),
  row(25, '氰化氢', '无水氢氰酸', 'hydrogen cyanide', '74-90-8', 1, 10),
  row(26, '三氧化硫', '硫酸酐', 'sulphur trioxide', '7446-11-9', 75, 'J5'),
  row(27, '3-氨基丙烯', '烯丙胺', 'allylamine', '107-11-9', 20, 'J5'),
  row(28, '溴', '溴素', 'bromine', '7726-95-6', 20, 'J2'),
  row(29, '乙撑亚胺', '吖丙啶、1-氮杂环丙烷、氮丙啶', 'ethyleneimine', '151-56-4', 20, 'J2'),
  row(30, '异氰酸甲酯', '甲基异氰酸酯', 'methyl isocyanate', '624-83-9', 0.75, 20),
  row(31, '叠氮化钡', '叠氮钡', 'barium azide', '18810-58-7', 0.5, 'W1.1'),
  row(32, '叠氮化铅', '', 'lead azide', '13424-46-9', 0.5, 'W1.1'),
  row(33, '雷汞', '二雷酸汞、雷酸汞', 'mercury fulminate', '628-86-4', 0.5, 'W1.1'),
  row(34, '三硝基苯甲醚', '三硝基茴香醚', 'trinitroanisole', '28653-16-9', 5, 'W1.1'),
  row(35, '2,4,6-三硝基甲苯', '梯恩梯、TNT', 'trinitrotoluene', '118-96-7', 5, 'W1.1'),
  row(36, '硝化甘油', '硝化丙三醇、甘油三硝酸酯', 'nitroglycerine', '55-63-0', 1, 'W1.1'),
  row(
    37,
    '硝化纤维素[干的或含水(或乙醇)<25%]',
    '硝化纤维素、硝化棉',
    'nitrocellulose, dry or <25 % water or ethanol',
    '9004-70-0',
    1,
    'W1.1',
  ),
  row(
    38,
    '硝化纤维素（未改型的，或增塑的，含增塑剂<18%）',
    '硝化纤维素、硝化棉',
    'nitrocellulose, unmodified or <18 % plasticiser',
    '9004-70-0',
    1,
    'W1.1',
  ),
  row(39, '硝化纤维素（含乙醇≥25%）', '硝化纤维素、硝化棉', 'nitrocellulose, ≥25 % ethanol', '9004-70-0', 10, 'W1.2'),
  row(40, '硝化纤维素（含氮≤12.6%）', '硝化纤维素、硝化棉', 'nitrocellulose, ≤12.6 % nitrogen', '9004-70-0', 50, 'W10'),
  row(41, '硝化纤维素（含水≥25%）', '硝化纤维素、硝化棉', 'nitrocellulose, ≥25 % water', '9004-70-0', 50, 'W10'),
  row(
    42,
    '硝化纤维素溶液（含氮量≤12.6%，含硝化纤维素≤55%）',
    '硝化棉溶液',
    'nitrocellulose solution, ≤12.6 % nitrogen, ≤55 % nitrocellulose',
    '9004-70-0',
    50,
    'W5.3',
  ),
  row(43, '硝酸铵（含可燃物>0.2%）', '硝酸铵', 'ammonium nitrate, >0.2 % combustible', '6484-52-2', 5, 'W1.1'),
  row(44, '硝酸铵（含可燃物≤0.2%）', '硝酸铵', 'ammonium nitrate, ≤0.2 % combustible', '6484-52-2', 50, 'W9.2'),
  row(45, '硝酸铵肥料（含可燃物≤0.4%）', '', 'ammonium nitrate fertiliser, ≤0.4 % combustible', '', 200, 'W9.2'),
  row(46, '硝酸钾', '', 'potassium nitrate', '7757-79-1', 1000, 'W9.2'),
  row(47, '1,3-丁二烯', '联乙烯、丁二烯', '1,3-butadiene', '106-99-0', 5, 'W2'),
  row(48, '二甲醚', '甲醚', 'dimethyl ether', '115-10-6', 50, 'W2'),
  row(49, '甲烷，天然气', '甲烷、天然气', 'methane, natural gas', '74-82-8 8006-14-2', 50, 'W2', 'high'),
  row(50, '氯乙烯', '乙烯基氯', 'vinyl chloride', '75-01-4', 50, 'W2'),
  row(51, '氢', '氢气', 'hydrogen', '1333-74-0', 5, 'W2', 'high'),
  row(
    52,
    '液化石油气（含丙烷、丁烷及其混合物）',
    '液化石油气、LPG、丙烷、丁烷',
    'liquefied petroleum gas',
    '68476-85-7 74-98-6 106-97-8',
    50,
    'W2',
    'high',
  ),
  row(53, '一甲胺', '氨基甲烷、甲胺', 'methylamine', '74-89-5', 5, 'W2'),
  row(54, '乙炔', '电石气', 'acetylene', '74-86-2', 1, 'W2'),
  row(55, '乙烯', '', 'ethylene', '74-85-1', 50, 'W2'),
  row(56, '氧（压缩的或液化的）', '氧、液氧、氧气', 'oxygen, compressed or liquefied', '7782-44-7', 200, 'W4'),
  row(57, '苯', '纯苯', 'benzene', '71-43-2', 50, 'W5.3', 'high'),
  row(58, '苯乙烯', '乙烯苯', 'styrene', '100-42-5', 500, 'W5.4'),
  row(59, '丙酮', '二甲基酮', 'acetone', '67-64-1', 500, 'W5.3'),
  row(60, '2-丙烯腈', '丙烯腈、乙烯基氰、氰基乙烯', 'acrylonitrile', '107-13-1', 50, 'W5.3'),
  row(61, '二硫化碳', '', 'carbon disulphide', '75-15-0', 50, 'W5.3'),
  row(62, '环己烷', '六氢化苯', 'cyclohexane', '110-82-7', 500, 'W5.3'),
  row(63, '1,2-环氧丙烷', '环氧丙烷、氧化丙烯、甲基环氧乙烷', 'propylene oxide', '75-56-9', 10, 'W5.1'),
  row(64, '甲苯', '甲基苯、苯基甲烷', 'toluene', '108-88-3', 500, 'W5.3'),
  row(65, '甲醇', '木醇、木精', 'methanol', '67-56-1', 500, 'W5.3', 'high'),
  row(66, '汽油（乙醇汽油、甲醇汽油）', '汽油、乙醇汽油、甲醇汽油', 'petrol', '86290-81-5', 200, 'W5.3', 'high'),
  row(67, '乙醇', '酒精', 'ethanol', '64-17-5', 500, 'W5.3', 'high'),
  row(68, '乙醚', '二乙基醚', 'diethyl ether', '60-29-7', 10, 'W5.1'),
  row(69, '乙酸乙酯', '醋酸乙酯', 'ethyl acetate', '141-78-6', 500, 'W5.3'),
  row(70, '正己烷', '己烷', 'n-hexane', '110-54-3', 500, 'W5.3'),
  row(71, '过乙酸', '过醋酸、过氧乙酸、乙酰过氧化氢', 'peracetic acid', '79-21-0', 10, 'W7.2'),
  row(
    72,
    '过氧化甲基乙基酮（10%<有效氧含量≤10.7%，含A型稀释剂≥48%）',
    '过氧化甲乙酮',
    'methyl ethyl ketone peroxide',
    '1338-23-4',
    10,
    'W7.1',
  ),
  row(73, '白磷', '黄磷', 'white phosphorus', '12185-10-3', 50, 'W8'),
  row(74, '烷基铝', '三烷基铝', 'aluminium alkyls', '', 1, 'W8'),
  row(75, '戊硼烷', '五硼烷', 'pentaborane', '19624-22-7', 1, 'W8'),
  row(76, '过氧化钾', '', 'potassium peroxide', '17014-71-0', 20, 'W9.1'),
  row(77, '过氧化钠', '双氧化钠、二氧化钠', 'sodium peroxide', '1313-60-6', 20, 'W9.1'),
  row(78, '氯酸钾', '', 'potassium chlorate', '3811-04-9', 100, 'W9.1'),
  row(79, '氯酸钠', '', 'sodium chlorate', '7775-09-9', 100, 'W9.1'),
  row(80, '发烟硝酸', '', 'fuming nitric acid', '52583-42-3', 20, 'W9.1'),
  row(81, '硝酸（发红烟的除外，含硝酸>70%）', '', 'nitric acid (>70 %, not red fuming)', '7697-37-2', 100, 'W9.1'),
  row(82, '硝酸胍', '硝酸亚氨脲', 'guanidine nitrate', '506-93-4', 50, 'W9.2'),
  row(83, '碳化钙', '电石', 'calcium carbide', '75-20-7', 100, 'W11'),
  row(84, '钾', '金属钾', 'potassium', '7440-09-7', 1, 'W11'),
  row(85, '钠', '金属钠', 'sodium', '7440-23-5', 10, 'W11'),
]
