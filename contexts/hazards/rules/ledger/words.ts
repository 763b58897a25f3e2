import type { Finding, LedgerRecord, Level } from '../hazard.ts'

/** A word for yes or no, as people fill in such a column; null for anything else. */
export const yesOrNo = (text: string): boolean | null => {
  if (/^(?:是|有|√|✓|✔|☑|■|对|y|yes|true|1|重大(?:隐患)?|已(?:销号|闭环|办结)|销号|闭环|办结)$/iu.test(text)) return true
  return /^(?:否|不是|非|×|✗|✘|x|☐|□|n|no|false|0|未|一般(?:隐患)?|未(?:销号|闭环|办结))$/iu.test(text) ? false : null
}

const levelWords: readonly (readonly [RegExp, Level])[] = [
  // 16号令 art. 3 knows two levels; what older ledgers call 较大 is not major by it.
  [/^(?:一般|较小|轻微|低|较大|普通|其他|general|minor)(?:事故|安全|生产安全事故|安全生产)?(?:隐患|问题)?$/iu, 'general'],
  [/^(?:特别?重大|重大|major)(?:事故|安全|生产安全事故|安全生产|火灾)?(?:隐患|问题)?$/iu, 'major'],
]

/** The level that a word stands for (16号令 art. 3); null for none that is known. */
export const levelOf = (text: string): Level | null => {
  const word = text.replaceAll(/\s/gu, '').replace(/级$/u, '')
  return levelWords.find(([words]) => words.test(word))?.[1] ?? null
}

type Standing = LedgerRecord['stands']

const standingWords: readonly (readonly [RegExp, Standing])[] = [
  [/^(?:否|未|×|✗|✘|x|n|no|0|待整改|未开始|逾期|超期|不合格|open)$|未(?:整改|完成|落实|治理|开始|处理)|尚未|没有整改|逾期未/iu, 'open'],
  [/整改中|治理中|进行中|正在|部分(?:整改|完成)|限期整改|持续整改|推进中|^(?:整改|underway)$/iu, 'underway'],
  [/待(?:复查|验收|复核|销号|核查)|未(?:复查|验收|销号|闭环)/u, 'rectified'],
  [/销号|闭环|办结|复查合格|验收合格|已(?:复查|验收|复核)|(?:复查|验收)通过|^closed$/iu, 'closed'],
  [
    /^(?:是|√|✓|✔|☑|■|y|yes|1|完成|合格|rectified)$|已(?:经)?(?:整改|完成|落实|治理|处理|更换|拆除|清理|修复|补充|安装|设置|关闭|停用|改正)|(?:整改|治理)(?:完成|完毕|到位|合格)|当场整改|立行立改|立即整改|全部整改/iu,
    'rectified',
  ],
]

/** How far along a word or a sentence of the column says a hazard is; null for none that is known. */
export const standingOf = (text: string): Standing | null => {
  const word = text.replaceAll(/\s/gu, '')
  return standingWords.find(([words]) => words.test(word))?.[1] ?? null
}

const wayWords: readonly (readonly [RegExp, Finding])[] = [
  [/自查|自检|内部检查|企业检查|单位检查|班组|岗位检查|selfcheck/iu, 'selfCheck'],
  [/举报|投诉|群众|信访|热线|123(?:45|50)|随手拍/u, 'publicReport'],
  [/专家|第三方|服务机构|中介|技术服务|会诊|expert/iu, 'expertCheck'],
  [/互查|交叉|互检|peer/iu, 'peerCheck'],
  [
    /部门|执法|监督|监管|督查|督导|抽查|双随机|联合|巡查|专项|政府|综合检查|日常检查|网格|镇街|街道|乡镇|应急|消防|暗访|明查|四不两直|上级|department/iu,
    'departmentCheck',
  ],
]

/** How something came to light, by a word of the column; null for none that is known. */
export const wayOf = (text: string): Finding | null => wayWords.find(([words]) => words.test(text))?.[1] ?? null

/** What came of a visit, by a word of the column; null for none that is known. */
export const visitResultOf = (text: string): 'checked' | 'notAdmitted' | null => {
  if (/未(?:能)?(?:进入|入内|开门|营业|检查)|关门|停业|停产|歇业|拒绝|无人|搬迁|notadmitted|^否$/iu.test(text.replaceAll(/\s/gu, '')))
    return 'notAdmitted'
  return /已检查|完成|合格|正常|有隐患|无隐患|发现|问题|符合|通过|整改|良好|checked|^是$|^√$|^(?:隐患)?\d+(?:处|条|个)?$/iu.test(text)
    ? 'checked'
    : null
}
