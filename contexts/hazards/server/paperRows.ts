import type { Fact } from '../../../platform/paper/paper.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { findingNames, fiveNames, levelNames, tierNames } from '../contract/names.ts'
import { doneAt, fiveItems, type Five } from '../rules/hazard.ts'
import type { HazardPaper, ListingPaper, OrderPaper, ReviewPaper } from '../rules/paper.ts'
import { dayText, fixText, momentText, presenceText, yuanText, type Language } from './paperFormat.ts'
import type { PaperFacts } from './paperFacts.ts'
import { labels, type Label } from './paperWords.ts'

/** Rows of what is known; what is not has no row, unless the paper must say so. */
const rowsIn =
  (language: Language) =>
  (...rows: readonly (readonly [Label, string | null])[]): readonly Fact[] =>
    rows.flatMap(([label, value]) => (value === null ? [] : [[labels[label][language], value] as const]))

const said = (sentence: Sentence | null, language: Language): string | null => sentence && sentence[language]

/** Whom it is for. */
export const unitRows = ({ unit, person }: PaperFacts, language: Language): readonly Fact[] => {
  const unknown = labels.unknown[language]
  return rowsIn(language)(
    ['unit', unit.name],
    ['uscc', unit.uscc ?? unknown],
    ['address', unit.address ?? unknown],
    ['responsible', unit.responsiblePersonId === null ? unknown : person(unit.responsiblePersonId)],
  )
}

/** What was found, when, where and against what. */
export const foundRows = (paper: HazardPaper, facts: PaperFacts, language: Language): readonly Fact[] => {
  const { found, level } = paper
  return rowsIn(language)(
    ['hazardNumber', facts.number],
    ['foundAt', momentText(doneAt(found.step).toString(), language)],
    ['foundHow', findingNames[found.how][language]],
    // Who told of a hazard from outside is never named.
    ['foundBy', found.how === 'publicReport' ? null : found.finder === undefined ? facts.person(found.step.by.personId) : found.finder],
    ['place', found.place && fixText(found.place, language)],
    ['description', found.description],
    ['cited', facts.cited && facts.cited[language]],
    ['level', levelNames[level][language]],
  )
}

export const orderRows = (paper: OrderPaper, { person }: PaperFacts, language: Language): readonly Fact[] =>
  rowsIn(language)(
    ['requirement', paper.requirement],
    ['due', dayText(paper.dueOn, language)],
    ['longer', paper.longerReason],
    ['controls', paper.controls],
    ['assignee', paper.assignee && person(paper.assignee.personId)],
  )

export const listingRows = (paper: ListingPaper, { person }: PaperFacts, language: Language): readonly Fact[] =>
  rowsIn(language)(
    [
      'listingDue',
      `${dayText(paper.dueOn, language)}${language === 'zh' ? `（${tierNames[paper.tier].zh}督办）` : ` (${tierNames[paper.tier].en})`}`,
    ],
    ['controls', paper.controls],
    ['assignee', paper.assignee && person(paper.assignee.personId)],
  )

/** What the unit did about it, by its own word. */
export const selfCheckRows = (
  { answers, selfCheck, evaluation }: ReviewPaper,
  { person, answered }: PaperFacts,
  language: Language,
): readonly Fact[] => {
  const comma = language === 'zh' ? '、' : ', '
  return rowsIn(language)(
    ['answers', answered],
    ['requirement', answers.requirement],
    ['due', dayText(answers.dueOn, language)],
    ['rectified', selfCheck.description],
    ['rectifiedBy', selfCheck.rectifiedBy.map(person).join(comma)],
    ['selfCheckedBy', person(selfCheck.step.by.personId)],
    ['selfCheckedAt', momentText(doneAt(selfCheck.step).toString(), language)],
    ['cost', selfCheck.costYuan === null ? null : yuanText(selfCheck.costYuan, language)],
    ['evaluation', evaluation && `${evaluation.body}（${said(labels[evaluation.by], language)}）：${evaluation.opinion}`],
  )
}

export const reviewRows = (paper: ReviewPaper, { person }: PaperFacts, language: Language): readonly Fact[] => {
  const redo = paper.redoOn === null ? labels.redoByRecord[language] : dayText(paper.redoOn, language)
  return rowsIn(language)(
    ['reviewer', person(paper.by.personId)],
    ['reviewedAt', momentText(paper.at, language)],
    ['round', String(paper.round)],
    ['presence', presenceText(paper.presence, language)],
    ['opinion', paper.opinion],
    ['result', labels[paper.passed ? 'passed' : 'failed'][language]],
    ['redo', paper.passed ? null : redo],
    ['suspend', paper.suspend ? labels.suspended[language] : null],
  )
}

/** 16号令 art. 15: the five of a major hazard, each with what is in place or with the word that it is not yet. */
export const fiveRows = (five: Five, language: Language): readonly (readonly [string, string])[] => {
  const text = (item: (typeof fiveItems)[number]): string | null => {
    if (item === 'timeLimit') return five.dueOn && dayText(five.dueOn, language)
    if (item === 'funds') return five.fundsYuan === null ? null : yuanText(five.fundsYuan, language)
    return five[item]
  }
  return fiveItems.map((item) => [fiveNames[item][language], text(item) ?? labels.notYet[language]] as const)
}
