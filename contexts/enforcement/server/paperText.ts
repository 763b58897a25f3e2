import type { Block, Fact, Line, Paper } from '../../../platform/paper/paper.ts'
import { outcomeNames, remedyNames, resultNames, servedNames, wayNames } from '../contract/names.ts'
import { paperNumber } from '../rules/caseNumber.ts'
import { limits } from '../rules/limits.ts'
import type { CasePaper } from '../rules/paper.ts'
import { dayOf, dayText, momentText, yuanText } from './paperFormat.ts'
import { caseRows, factTable, officerRows, partyRows, penaltyRows, rowsIn, type PaperFacts } from './paperRows.ts'
import { labels, titleOf, type Label, type Language } from './paperWords.ts'

const rightsText = ({ event }: CasePaper, language: Language): string => {
  const heard = event.kind === 'notified' && event.mayBeHeard
  const days = limits.hearingAskDays.value
  if (language === 'zh')
    return `依据《中华人民共和国行政处罚法》第四十四条、第四十五条，你（单位）有权进行陈述和申辩，本机关不因陈述申辩给予更重的处罚。${heard ? `依据第六十三条、第六十四条，你（单位）有权自收到本告知书之日起 ${days} 个工作日内要求举行听证；逾期未要求的，视为放弃听证。` : ''}可以在系统内提出，也可以书面或者口头向本机关提出。`
  return `By art. 44 and 45 of the Administrative Penalty Law you may state your view and your defence, and the penalty will not be heavier for it.${heard ? ` By art. 63 and 64 you may ask for a hearing within ${days} working days of the receipt of this notice; not asked for, it is given up.` : ''} Online, in writing or by word of mouth.`
}

const performanceText = ({ penalty }: CasePaper, language: Language): string => {
  const { payDays, surchargePercent } = limits
  const fine = (penalty?.fineYuan ?? 0) > 0
  if (language === 'zh')
    return fine
      ? `罚款自收到本决定书之日起 ${payDays.value} 日内缴至指定银行或者电子支付系统（行政处罚法第六十七条）；逾期不缴纳的，每日按罚款数额的百分之${surchargePercent.value === 3 ? '三' : surchargePercent.value}加处罚款，加处罚款的数额不超过罚款的数额（第七十二条）。确有经济困难的，可以申请延期或者分期缴纳（第六十六条）。`
      : '请按本决定书履行（行政处罚法第六十六条）。'
  return fine
    ? `The fine is paid to the bank named, or electronically, within ${payDays.value} days of receipt (Administrative Penalty Law, art. 67); for each day beyond, ${surchargePercent.value} % is added, together no more than the fine (art. 72). In hardship more time can be asked for (art. 66).`
    : 'Please perform this decision (Administrative Penalty Law, art. 66).'
}

const remedyText = (language: Language): string => {
  const { reconsiderationDays: days, lawsuitMonths: months } = limits
  return language === 'zh'
    ? `如不服本决定，可以自收到之日起 ${days.value} 日内申请${remedyNames.reconsideration.zh}，或者 ${months.value} 个月内向人民法院提起${remedyNames.lawsuit.zh}；期间本决定不停止执行，法律另有规定的除外（行政处罚法第七十三条）。`
    : `Whoever disagrees may ask for reconsideration within ${days.value} days of receipt, or go to court within ${months.value} months; meanwhile it stays in force, unless law says otherwise (art. 73).`
}

const lineIn =
  (language: Language) =>
  (label: Label, length: number): Line => ({
    label: labels[label][language],
    lengthMillimetres: language === 'zh' ? length : length * 0.75,
  })

const signed = (language: Language, ...rows: readonly (readonly (readonly [Label, number])[])[]): Block => ({
  kind: 'lines',
  rows: rows.map((row) => row.map(([label, length]) => lineIn(language)(label, length))),
})

const addressee = ({ held }: CasePaper, language: Language): Block => ({
  kind: 'addressee',
  text: language === 'zh' ? `${held.party.name}：` : `To ${held.party.name}:`,
})

const seal = ({ step }: CasePaper, { issuer }: PaperFacts, language: Language): Block => ({
  kind: 'seal',
  lines: [`${issuer}${labels.seal[language]}`, dayText(dayOf(step.at), language)],
})

const facts = (rows: readonly Fact[]): Block => ({ kind: 'facts', rows })
const text = (said: string): Block => ({ kind: 'text', text: said })

const statementBlocks = ({ statements, heardAt }: CasePaper, language: Language): readonly Block[] => {
  const rows: Fact[] = statements.map(({ text: said, accepted, reason }) => [
    labels.statements[language],
    `${said}（${labels[accepted ? 'accepted' : 'notAccepted'][language]}：${reason}）`,
  ])
  if (heardAt !== null) rows.push([labels.heard[language], momentText(heardAt, language)])
  return rows.length === 0 ? [] : [facts(rows)]
}

const openingBlocks = (paper: CasePaper, told: PaperFacts, language: Language): readonly Block[] => [
  facts(caseRows(paper, told, language)),
  facts(partyRows(paper, told, language)),
  factTable(paper, language),
  facts([
    ...officerRows(paper, told, language),
    ...rowsIn(language)(
      ['proposedBy', told.person(paper.held.proposed.by.personId)],
      ['proposedAt', momentText(paper.held.proposed.at, language)],
      ['approvedBy', told.person(paper.step.by.personId)],
      ['approvedAt', momentText(paper.step.at, language)],
    ),
  ]),
  text(
    language === 'zh'
      ? '经审查，符合立案标准，依据《中华人民共和国行政处罚法》第五十四条批准立案；自立案之日起九十日内作出处理决定（第六十条）。'
      : 'It meets the standard; the case is opened by art. 54 of the Administrative Penalty Law and decided within ninety days (art. 60).',
  ),
  signed(language, [
    ['leaderSigns', 46],
    ['date', 40],
  ]),
]

const noticeBlocks = (paper: CasePaper, told: PaperFacts, language: Language): readonly Block[] => [
  addressee(paper, language),
  facts(partyRows(paper, told, language)),
  text(
    language === 'zh'
      ? `经查，你（单位）${paper.held.matter}，有下列事实和证据：`
      : `It was found: ${paper.held.matter}. Facts and evidence:`,
  ),
  factTable(paper, language),
  text(language === 'zh' ? '本机关拟作出下列行政处罚：' : 'The following penalty is intended:'),
  facts(penaltyRows(paper, 'intended', language)),
  text(rightsText(paper, language)),
  facts(officerRows(paper, told, language)),
  seal(paper, told, language),
  signed(language, [
    ['receivedBy', 40],
    ['date', 40],
  ]),
]

const hearingBlocks = (paper: CasePaper, told: PaperFacts, language: Language): readonly Block[] => {
  const { event, held } = paper
  if (event.kind !== 'hearingCalled') return []
  return [
    addressee(paper, language),
    text(
      language === 'zh'
        ? `你（单位）就${held.matter}一案要求举行听证。依据《中华人民共和国行政处罚法》第六十四条，现将听证事项通知如下：`
        : `You asked for a hearing in the matter: ${held.matter}. By art. 64 of the Administrative Penalty Law it is held as follows:`,
    ),
    facts(
      rowsIn(language)(['heldAt', momentText(event.heldAt, language)], ['place', event.place], ['presider', told.person(event.presiderId)]),
    ),
    text(
      language === 'zh'
        ? '听证公开举行，但涉及国家秘密、商业秘密或者个人隐私依法予以保密的除外。你（单位）可以亲自参加，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。'
        : 'It is open to the public, except for secrets of state or trade and privacy. You may come yourself or send one or two agents, and may ask that who presides stands back. Not coming, or leaving, without a reason gives the hearing up.',
    ),
    seal(paper, told, language),
    signed(language, [
      ['receivedBy', 40],
      ['date', 40],
    ]),
  ]
}

const decisionOpening = (paper: CasePaper, language: Language): string => {
  const { decision, event } = paper
  const result = event.kind === 'decided' ? event.result : 'penalty'
  const reasons = decision?.kind === 'decided' ? decision.reasons : (paper.penalty?.discretion.reasons ?? '')
  if (language === 'zh')
    return `${reasons}${/[。；]$/.test(reasons) ? '' : '。'}依据《中华人民共和国行政处罚法》${event.kind === 'decidedOnSpot' ? '第五十一条' : '第五十七条'}，本机关决定：${resultNames[result].zh}${result === 'penalty' ? '，内容如下：' : '。'}`
  return `${reasons} By art. ${event.kind === 'decidedOnSpot' ? 51 : 57} of the Administrative Penalty Law it is decided: ${resultNames[result].en}.`
}

const decisionBlocks = (paper: CasePaper, told: PaperFacts, language: Language): readonly Block[] => {
  const { event } = paper
  const late = event.kind === 'decided' ? event.lateReason : null
  const handedOver = event.kind === 'decided' && event.result === 'handOver'
  return [
    addressee(paper, language),
    facts(partyRows(paper, told, language)),
    text(
      language === 'zh'
        ? `${paper.held.matter}一案，经依法调查，查明下列事实，有证据证实：`
        : `In the matter: ${paper.held.matter}, the following facts are proven:`,
    ),
    factTable(paper, language),
    ...statementBlocks(paper, language),
    text(decisionOpening(paper, language)),
    facts([...penaltyRows(paper, 'penalty', language), ...rowsIn(language)(['late', late])]),
    ...(paper.penalty === null ? [] : [text(performanceText(paper, language))]),
    ...(handedOver ? [] : [text(remedyText(language))]),
    facts(officerRows(paper, told, language)),
    seal(paper, told, language),
    ...(event.kind === 'decidedOnSpot'
      ? [
          signed(
            language,
            [
              ['officerSigns', 40],
              ['officerSigns', 40],
            ],
            [
              ['partySigns', 40],
              ['date', 40],
            ],
          ),
        ]
      : []),
  ]
}

const receiptBlocks = (paper: CasePaper, told: PaperFacts, language: Language): readonly Block[] => {
  const { event } = paper
  if (event.kind !== 'served') return []
  return [
    facts([
      ...caseRows(paper, told, language),
      ...rowsIn(language)(
        ['served', servedNames[event.paper][language]],
        ['party', paper.held.party.name],
        ['receiver', event.receiver === '' ? null : event.receiver],
        ['way', wayNames[event.way][language]],
        ['servedOn', dayText(event.servedOn, language)],
        ['witness', event.witness],
        ['servedBy', event.step.by.side === 'party' ? null : told.person(event.step.by.personId)],
        [
          'note',
          event.step.by.side === 'party'
            ? language === 'zh'
              ? `当事人于 ${momentText(event.step.at, 'zh')} 在系统内确认收到，并同意电子送达（行政处罚法第六十一条）。`
              : `The party confirmed the receipt online at ${momentText(event.step.at, 'en')} and agreed to electronic service (art. 61).`
            : null,
        ],
      ),
    ]),
    signed(
      language,
      [
        ['receivedBy', 40],
        ['date', 40],
      ],
      [
        ['serverSigns', 40],
        ['serverSigns', 40],
      ],
    ),
  ]
}

const closingBlocks = (paper: CasePaper, told: PaperFacts, language: Language): readonly Block[] => {
  const { held, event, paid } = paper
  const paidYuan = paid.reduce((sum, { yuan }) => sum + yuan, 0)
  return [
    facts([...caseRows(paper, told, language), ...partyRows(paper, told, language)]),
    facts([
      ...penaltyRows(paper, 'penalty', language),
      ...rowsIn(language)(
        [
          'paid',
          paid.length === 0
            ? null
            : paid
                .map(({ yuan, paidOn, receiptNo }) => `${dayText(paidOn, language)} ${yuanText(yuan, language)}（${receiptNo}）`)
                .join('；'),
        ],
        [
          'result',
          held.state === 'closed'
            ? `${outcomeNames[held.outcome][language]}${paidYuan > 0 ? ` · ${yuanText(paidYuan, language)}` : ''}`
            : null,
        ],
        ['note', event.kind === 'closed' && event.reason !== '' ? event.reason : null],
        ['closedBy', told.person(paper.step.by.personId)],
      ),
      ...officerRows(paper, told, language),
    ]),
    signed(language, [
      ['leaderSigns', 46],
      ['date', 40],
    ]),
  ]
}

const blocksOf: { readonly [Kind in CasePaper['kind']]: (paper: CasePaper, told: PaperFacts, language: Language) => readonly Block[] } = {
  opening: openingBlocks,
  notice: noticeBlocks,
  hearingNotice: hearingBlocks,
  decision: decisionBlocks,
  receipt: receiptBlocks,
  closing: closingBlocks,
}

/** A paper of a case in words, ready to be set. */
export const paperText = (paper: CasePaper, told: PaperFacts, language: Language): Paper => {
  const { version, check, step, ordinal } = paper
  const zh = language === 'zh'
  const title = titleOf(paper)
  const number = paperNumber(told.number, title.letters)
  return {
    language,
    title: title[language],
    issuer: told.issuer,
    number: ordinal === 1 ? number : number.replace(/号$/, `-${ordinal}号`),
    copy: labels.copy[language],
    blocks: blocksOf[paper.kind](paper, told, language),
    code: {
      address: told.recordAddress,
      lines: zh
        ? [
            `案件 ${told.number}，第 ${version} 步（${momentText(step.at, 'zh')}），校验值 ${check}`,
            `扫码，或在 ${told.address} 按案件编号查找，可打开记录。`,
            '记录所示校验值与本件一致的，本件内容与记录相符。',
          ]
        : [
            `Case ${told.number}, step ${version} (${momentText(step.at, 'en')}), check value ${check}`,
            `The code opens the record; or look for the number at ${told.address}.`,
            'Where its check value is the same, this paper tells what the record holds.',
          ],
    },
    foot: zh ? `案件 ${told.number}　第 ${version} 步　校验值 ${check}` : `Case ${told.number}, step ${version}, check ${check}`,
    statedAt: step.at,
  }
}
