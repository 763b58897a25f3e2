import type { SentAction } from '../../contract/tipRoutes.ts'
import type { Topic } from '../../rules/tip.ts'

/** Who plays in the sample; the keeper apart from all who check. */
export type Player = 'officer' | 'inspector' | 'leader' | 'keeper'

/** A deed of the office so many days before the first start; `reveal` is the keeper's look. */
export type Turn =
  | { readonly daysAgo: number; readonly by: Player; readonly does: SentAction | 'checkTrue' | 'checkKnown' | 'reveal' }
  | { readonly daysAgo: number; readonly joins: string }
  | { readonly daysAgo: number; readonly writes: string }

export type Story = {
  readonly key: string
  readonly daysAgo: number
  readonly topics: readonly Topic[]
  readonly words: string
  readonly place: string
  readonly poster: 'gate' | 'street' | 'region' | null
  readonly photos: number
  readonly named: string | null
  readonly insider?: boolean
  readonly turns: readonly Turn[]
}

const accept: SentAction = { kind: 'accept' }
const answer = (text: string): SentAction => ({ kind: 'answer', text })
const general = { kind: 'general', fineYuan: 0, deaths: 0, grade: 'general' } as const
const propose = (amountYuan: number): SentAction => ({ kind: 'proposeReward', basis: general, amountYuan, reason: '线索准确，附有照片' })
const agree: SentAction = { kind: 'decideReward', agree: true, reason: '同意，按规定发放' }
const trueAnswer = '您反映的问题经核查属实，已责令限期整改。感谢您的监督。'

/** Every state of a tip, what each role owes, and one that nobody took up in time. All of it is invented. */
export const stories: readonly Story[] = [
  {
    key: 'lane',
    daysAgo: 0.06,
    topics: ['exitBlocked'],
    words: '消防通道停满了货车，连着三个晚上都是这样，消防车进不来。',
    place: '金沙大道与学林街口往东一百米',
    poster: 'street',
    photos: 2,
    named: null,
    turns: [],
  },
  {
    key: 'alarm',
    daysAgo: 0.4,
    topics: ['gas', 'chemicals'],
    words: '夜班的时候可燃气体报警器被人关掉了，说是老响影响干活。',
    place: '二车间东侧',
    poster: 'gate',
    photos: 0,
    named: '章守信',
    insider: true,
    turns: [],
  },
  {
    key: 'pit',
    daysAgo: 15,
    topics: ['building'],
    words: '工地围挡被风刮倒一片，旁边就是小学放学的路，基坑没有遮。',
    place: '云帆路小学北侧工地',
    poster: null,
    photos: 1,
    named: null,
    turns: [],
  },
  {
    key: 'charging',
    daysAgo: 6,
    topics: ['electricity'],
    words: '整栋楼的电动车从三楼飞线下来充电，下雨也不收。',
    place: '邻里花园 6 幢',
    poster: 'region',
    photos: 1,
    named: null,
    turns: [
      { daysAgo: 5, by: 'officer', does: accept },
      { daysAgo: 4, by: 'officer', does: { kind: 'write', text: '请问是哪个单元？方便的话补充一下时间。' } },
      { daysAgo: 3, writes: '二单元和三单元，晚上九点以后最多。' },
    ],
  },
  {
    key: 'tank',
    daysAgo: 34,
    topics: ['chemicals', 'unlicensed'],
    words: '停产整顿的厂晚上偷偷开工，罐车半夜进出。',
    place: '临江片区河边第三家',
    poster: null,
    photos: 0,
    named: '许知常',
    turns: [
      { daysAgo: 33, by: 'officer', does: accept },
      { daysAgo: 12, by: 'leader', does: { kind: 'extend', reason: '需夜间蹲守并调取用电数据，情况复杂' } },
    ],
  },
  {
    key: 'stairs',
    daysAgo: 9,
    topics: ['exitBlocked', 'fireEquipment'],
    words: '三楼安全出口用铁链锁住，楼梯间堆满纸箱。',
    place: '三号楼',
    poster: 'gate',
    photos: 2,
    named: null,
    turns: [
      { daysAgo: 8, by: 'officer', does: accept },
      { daysAgo: 2, by: 'inspector', does: 'checkTrue' },
    ],
  },
  {
    key: 'smell',
    daysAgo: 11,
    topics: ['gas'],
    words: '饭店后门总有煤气味。',
    place: '学林街 210 号后门',
    poster: 'street',
    photos: 0,
    named: null,
    turns: [
      { daysAgo: 10, by: 'inspector', does: accept },
      {
        daysAgo: 3,
        by: 'officer',
        does: { kind: 'check', outcome: 'notFound', opinion: '两次到场检测，燃气浓度为零，阀门与报警器完好。' },
      },
    ],
  },
  {
    key: 'hoist',
    daysAgo: 48,
    topics: ['height', 'machine'],
    words: '吊装时下面照样走人，没有人指挥。',
    place: '厂区西门',
    poster: 'gate',
    photos: 1,
    named: '方立言',
    turns: [
      { daysAgo: 47, by: 'officer', does: accept },
      { daysAgo: 41, by: 'inspector', does: 'checkKnown' },
      { daysAgo: 40, by: 'officer', does: answer(trueAnswer) },
      { daysAgo: 36, by: 'inspector', does: propose(300) },
      { daysAgo: 33, by: 'leader', does: agree },
      { daysAgo: 31, by: 'keeper', does: 'reveal' },
      { daysAgo: 30, by: 'keeper', does: { kind: 'payReward', note: '银行转账，凭证 2026-0118' } },
    ],
  },
  {
    key: 'switch',
    daysAgo: 27,
    topics: ['electricity', 'machine'],
    words: '冲床的光电保护被拆掉，用铁丝绑着开关。',
    place: '冲压车间',
    poster: 'gate',
    photos: 1,
    named: '钟敬之',
    insider: true,
    turns: [
      { daysAgo: 26, by: 'officer', does: accept },
      { daysAgo: 20, by: 'inspector', does: 'checkTrue' },
      { daysAgo: 18, by: 'officer', does: answer(trueAnswer) },
      { daysAgo: 7, by: 'inspector', does: propose(1000) },
    ],
  },
  {
    key: 'shop',
    daysAgo: 40,
    topics: ['fireEquipment'],
    words: '灭火器全部过期，消火栓没有水。',
    place: '下沙路沿街商铺',
    poster: 'street',
    photos: 1,
    named: '倪正清',
    turns: [
      { daysAgo: 39, by: 'officer', does: accept },
      { daysAgo: 30, by: 'inspector', does: 'checkTrue' },
      { daysAgo: 29, by: 'officer', does: answer(trueAnswer) },
      { daysAgo: 20, by: 'inspector', does: propose(500) },
      { daysAgo: 6, by: 'leader', does: agree },
    ],
  },
  {
    key: 'ladder',
    daysAgo: 13,
    topics: ['height'],
    words: '外墙清洗的工人没有系安全绳，绳子磨断了一半还在用。',
    place: '高教路写字楼南立面',
    poster: null,
    photos: 1,
    named: '岑望舒',
    turns: [
      { daysAgo: 12, by: 'officer', does: accept },
      { daysAgo: 10, by: 'inspector', does: 'checkTrue' },
      { daysAgo: 9, by: 'officer', does: answer(trueAnswer) },
    ],
  },
  {
    key: 'noise',
    daysAgo: 22,
    topics: ['other'],
    words: '楼上装修太吵，周末也不停。',
    place: '邻里花园 2 幢',
    poster: 'region',
    photos: 0,
    named: null,
    turns: [{ daysAgo: 21, by: 'officer', does: { kind: 'decline', text: '噪声扰民不属于安全生产范围，请向城管或社区反映（12345）。' } }],
  },
  {
    key: 'lift',
    daysAgo: 18,
    topics: ['machine'],
    words: '货梯门关不严还在用，晃得厉害。',
    place: '物流园 B 座',
    poster: 'region',
    photos: 0,
    named: null,
    turns: [
      {
        daysAgo: 17,
        by: 'officer',
        does: { kind: 'refer', to: '区市场监督管理局', text: '电梯属特种设备，已转区市场监督管理局办理，由其答复。' },
      },
    ],
  },
  {
    key: 'laneAgain',
    daysAgo: 8,
    topics: ['exitBlocked'],
    words: '三号楼的安全门打不开。',
    place: '三号楼三层',
    poster: 'gate',
    photos: 0,
    named: null,
    turns: [{ daysAgo: 7, joins: 'stairs' }],
  },
]
