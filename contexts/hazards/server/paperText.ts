import type { Block, Line, Paper } from '../../../platform/paper/paper.ts'
import type { HazardPaper } from '../rules/paper.ts'
import { laws, remedyLimits } from '../rules/paperBasis.ts'
import { dayOf, dayText, momentText, type Language } from './paperFormat.ts'
import type { PaperFacts } from './paperFacts.ts'
import { fiveRows, foundRows, listingRows, orderRows, reviewRows, selfCheckRows, unitRows } from './paperRows.ts'
import { documentNumber, labels, paperTitles, type Label } from './paperWords.ts'

/** Each law once, with its clauses after it. */
const basesText = ({ bases }: HazardPaper, language: Language): string => {
  const byLaw = [...Map.groupBy(bases, ({ law }) => law)]
  return language === 'zh'
    ? byLaw.map(([law, clauses]) => `${laws[law].zh}${clauses.map(({ zh }) => zh).join('、')}`).join('和')
    : byLaw.map(([law, clauses]) => `${laws[law].en}, ${clauses.map(({ en }) => en).join(', ')}`).join('; ')
}

/** What the paper begins with, and by what it demands what it demands. */
const openingOf = (paper: HazardPaper, language: Language): readonly [beginning: string, demand: string] => {
  const bases = basesText(paper, language)
  switch (paper.kind) {
    case 'order': {
      const due = dayText(paper.dueOn, language)
      return language === 'zh'
        ? ['经查，你单位存在下列事故隐患：', `依据${bases}，现责令你单位于${due}前（含当日）按下列要求整改完毕，并经自查后报请复查：`]
        : [
            'The following was found at your unit:',
            `By ${bases}, your unit is ordered to put it right by ${due} (that day included), to check it itself and to ask for the review:`,
          ]
    }
    case 'notice': {
      const due = dayText(paper.dueOn, language)
      return language === 'zh'
        ? ['经检查，本单位存在下列事故隐患：', `依据${bases}，请于${due}前（含当日）按下列要求整改完毕，并经自查后报请复查：`]
        : [
            'The following was found in our unit:',
            `By ${bases}, please put it right by ${due} (that day included), check it and ask for the review:`,
          ]
    }
    case 'listing': {
      const due = dayText(paper.dueOn, language)
      return language === 'zh'
        ? ['你单位下列重大事故隐患，已由本机关挂牌督办：', `依据${bases}，请于${due}前（含当日）治理完毕；治理完毕、审查合格后解除挂牌：`]
        : [
            'The following major hazard of your unit is listed for supervision:',
            `By ${bases}, it is to be put right by ${due} (that day included); the listing is lifted once the review has passed:`,
          ]
    }
    case 'review':
      return language === 'zh'
        ? ['对你单位下列事故隐患的整改情况进行了复查：', `依据${bases}，复查意见如下：`]
        : ['The rectification of the following was reviewed:', `By ${bases}, the opinion is:`]
  }
}

const remediesIn = (language: Language): string => {
  const { reconsiderationDays: days, lawsuitMonths: months } = remedyLimits
  return language === 'zh'
    ? `如不服本文书，可以自收到本文书之日起${days.value}日内依法申请行政复议，或者自收到之日起${months.value}个月内依法向人民法院提起行政诉讼，但本文书不停止执行，法律另有规定的除外。`
    : `Whoever disagrees may ask for administrative reconsideration within ${days.value} days of receipt, or bring it before a court within ${months.value} months; meanwhile it stays in force, unless law says otherwise.`
}

/** 安全生产法 art. 65 (1) 3. */
const dangerIn = (language: Language): string =>
  language === 'zh'
    ? '重大事故隐患排除前或者排除过程中无法保证安全的，应当从危险区域内撤出作业人员，暂时停产停业或者停止使用相关设施、设备；排除后经审查同意，方可恢复生产经营和使用。'
    : 'As long as safety cannot be guaranteed, workers leave the dangerous area and work, or the use of the equipment concerned, is suspended; it is taken up again once the review agrees.'

/** A line to write on; English labels leave less room for it. */
const lineIn =
  (language: Language) =>
  (label: Label, length: number): Line => ({
    label: labels[label][language],
    lengthMillimetres: language === 'zh' ? length : length * 0.75,
  })

/** Who signs: of an authority two inspectors with their certificates (行政处罚法, 安全生产法 art. 67). */
const signatures = (paper: HazardPaper, language: Language): readonly (readonly Line[])[] => {
  const line = lineIn(language)
  const inspector = [line('inspector', 40), line('certificate', 42)]
  if (paper.by.side === 'authority') return [inspector, inspector, [line('unitSigns', 40), line('date', 34)]]
  return [
    [line('issuerSigns', 40), line('date', 42)],
    [line('assigneeSigns', 40), line('date', 34)],
  ]
}

const served = (language: Language): readonly (readonly Line[])[] => {
  const line = lineIn(language)
  return [
    [line('serviceWay', 40), line('serviceAt', 46)],
    [line('receivedBy', 40), line('date', 46)],
  ]
}

const demandRows = (paper: HazardPaper, facts: PaperFacts, language: Language): Block => {
  if (paper.kind === 'listing') return { kind: 'facts', rows: listingRows(paper, facts, language) }
  if (paper.kind === 'review') return { kind: 'facts', rows: reviewRows(paper, facts, language) }
  return { kind: 'facts', rows: orderRows(paper, facts, language) }
}

const picturesOf = ({ pictures }: PaperFacts, language: Language): readonly Block[] =>
  pictures.length === 0 ? [] : [{ kind: 'pictures', title: labels.pictures[language], pictures }]

/** What can be contested: an order, and a review that orders anew. */
const ordersAnything = (paper: HazardPaper): boolean => paper.kind === 'order' || (paper.kind === 'review' && !paper.passed)

const blocksOf = (paper: HazardPaper, facts: PaperFacts, language: Language): readonly Block[] => {
  const [beginning, demand] = openingOf(paper, language)
  const { five } = paper
  return [
    { kind: 'addressee', text: language === 'zh' ? `${facts.unit.name}：` : `To ${facts.unit.name}:` },
    { kind: 'facts', rows: unitRows(facts, language) },
    { kind: 'text', text: beginning },
    { kind: 'facts', rows: foundRows(paper, facts, language) },
    ...(paper.kind === 'review' ? [{ kind: 'facts', rows: selfCheckRows(paper, facts, language) } as const] : []),
    { kind: 'text', text: demand },
    demandRows(paper, facts, language),
    ...(five === null
      ? []
      : [
          {
            kind: 'table',
            title: labels.five[language],
            head: [labels.item[language], labels.content[language]],
            rows: fiveRows(five, language),
            widths: [30, 0],
          } as const,
          { kind: 'text', text: dangerIn(language) } as const,
        ]),
    ...picturesOf(facts, language),
    ...(paper.by.side === 'authority' && ordersAnything(paper) ? [{ kind: 'text', text: remediesIn(language) } as const] : []),
    { kind: 'lines', rows: signatures(paper, language) },
    { kind: 'seal', lines: [`${facts.issuer.name}${labels.seal[language]}`, dayText(dayOf(paper.at), language)] },
    { kind: 'lines', rows: served(language) },
  ]
}

/** A paper of a hazard in words, ready to be set. */
export const paperText = (paper: HazardPaper, facts: PaperFacts, language: Language): Paper => {
  const { version, check, at } = paper
  const zh = language === 'zh'
  return {
    language,
    title: paperTitles[paper.kind][language],
    issuer: facts.issuer.name,
    number: paper.kind === 'listing' ? paper.documentNo : documentNumber(paper, facts.issuer.shortName, facts.number),
    copy: labels.copy[language],
    blocks: blocksOf(paper, facts, language),
    code: {
      address: facts.recordAddress,
      lines: zh
        ? [
            `隐患 ${facts.number}，第 ${version} 步（${momentText(at, 'zh')}），校验值 ${check}`,
            `扫码，或在 ${facts.address} 按隐患编号查找，可打开记录。`,
            '记录所示校验值与本件一致的，本件内容与记录相符。',
          ]
        : [
            `Hazard ${facts.number}, step ${version} (${momentText(at, 'en')}), check value ${check}`,
            `The code opens the record; or look for the number at ${facts.address}.`,
            'Where its check value is the same, this paper tells what the record holds.',
          ],
    },
    foot: zh ? `隐患 ${facts.number}　第 ${version} 步　校验值 ${check}` : `Hazard ${facts.number}, step ${version}, check ${check}`,
    statedAt: at,
  }
}
