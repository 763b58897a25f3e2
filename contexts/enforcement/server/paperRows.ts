import type { Block, Fact } from '../../../platform/paper/paper.ts'
import { causeNames, discretionNames, otherPenaltyNames } from '../contract/names.ts'
import type { Penalty } from '../rules/case.ts'
import type { CasePaper } from '../rules/paper.ts'
import type { PenaltyRow } from '../rules/penalties.ts'
import type { PaperUnit } from './caseStore.ts'
import { dayText, yuanText } from './paperFormat.ts'
import { labels, type Label, type Language } from './paperWords.ts'

/** What a paper says beside what its case's history says. */
export type PaperFacts = {
  readonly number: string
  readonly unit: PaperUnit
  readonly issuer: string
  /** A person's name; empty for somebody the product knows no more. */
  readonly person: (id: string) => string
  readonly address: string
  readonly recordAddress: string
}

export const rowsIn =
  (language: Language) =>
  (...rows: readonly (readonly [Label, string | null])[]): readonly Fact[] =>
    rows.flatMap(([label, value]) => (value === null ? [] : [[labels[label][language], value] as const]))

export const partyRows = ({ held }: CasePaper, { unit }: PaperFacts, language: Language): readonly Fact[] => {
  const { party } = held
  const unknown = labels.unknown[language]
  return rowsIn(language)(
    ['party', party.name],
    ['title', party.title],
    ['unit', party.kind === 'unit' && party.name === unit.name ? null : unit.name],
    ['uscc', unit.uscc ?? unknown],
    ['address', unit.address ?? unknown],
    ['head', party.kind === 'unit' ? (unit.headName ?? unknown) : null],
  )
}

export const caseRows = ({ held }: CasePaper, { number }: PaperFacts, language: Language): readonly Fact[] =>
  rowsIn(language)(
    ['caseNumber', number],
    ['cause', causeNames[held.cause][language]],
    ['matter', held.matter],
    ['foundOn', dayText(held.foundOn, language)],
  )

const proofText = ({ hazard, evidence }: CasePaper['facts'][number], language: Language): string => {
  const parts =
    language === 'zh'
      ? [
          hazard === null ? '' : `隐患 ${hazard.number} 的全部办理记录（至第 ${hazard.version} 步）`,
          evidence.length === 0 ? '' : `证据材料 ${evidence.length} 件`,
        ]
      : [
          hazard === null ? '' : `the record of hazard ${hazard.number} (to step ${hazard.version})`,
          evidence.length === 0 ? '' : `${evidence.length} files`,
        ]
  return parts.filter((part) => part !== '').join(language === 'zh' ? '；' : '; ')
}

export const factTable = ({ facts }: CasePaper, language: Language): Block => ({
  kind: 'table',
  title: labels.facts[language],
  head: [labels.factNo[language], labels.fact[language], labels.proof[language]],
  rows: facts.map((fact) => [String(fact.place), fact.text, proofText(fact, language)]),
  widths: [12, 0, 52],
})

const penaltyText = ({ fineYuan, others }: Penalty, language: Language): string =>
  [
    fineYuan > 0 ? (language === 'zh' ? `罚款 ${yuanText(fineYuan, 'zh')}` : `a fine of ${yuanText(fineYuan, 'en')}`) : '',
    ...others.map((each) => otherPenaltyNames[each][language]),
  ]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '，' : ', ')

const basisText = ({ clause, article }: PenaltyRow, language: Language): string =>
  language === 'zh' ? `《中华人民共和国安全生产法》（2021年修正）${clause}` : `Work Safety Law (2021), art. ${article}`

const violatedText = ({ violated, zh, en }: PenaltyRow, language: Language): string =>
  language === 'zh' ? `《中华人民共和国安全生产法》${violated}（${zh}）` : `Work Safety Law, ${violated} (${en})`

export const penaltyRows = ({ penalty, row, decision }: CasePaper, label: 'intended' | 'penalty', language: Language): readonly Fact[] => {
  if (penalty === null || row === null) return []
  const rectifyBy = decision?.kind === 'decided' ? decision.rectifyBy : null
  return rowsIn(language)(
    ['violated', violatedText(row, language)],
    ['basis', basisText(row, language)],
    ['discretion', `${discretionNames[penalty.discretion.kind][language]}${language === 'zh' ? '：' : ': '}${penalty.discretion.reasons}`],
    [label, penaltyText(penalty, language)],
    ['rectifyBy', rectifyBy === null ? null : dayText(rectifyBy, language)],
  )
}

export const officerRows = ({ officers }: CasePaper, { person }: PaperFacts, language: Language): readonly Fact[] =>
  officers.map(({ personId, certificateNo }) => [
    labels.officers[language],
    `${person(personId)}（${labels.certificate[language]} ${certificateNo}）`,
  ])
