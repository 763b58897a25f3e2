import { line, type Block, type Run, type Section, type Voice } from './document.ts'
import type { BulletinFacts } from './facts.ts'
import type { FigureName } from './figures.ts'

const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs })

/** What is kept by region and day alone is told whole in the bulletin of a campaign, and that it is. */
const wholeNote = ({ campaign }: BulletinFacts, zh: boolean): readonly Block[] =>
  campaign === null
    ? []
    : [
        {
          kind: 'note',
          runs: zh
            ? line`本节按区域和时段统计，不区分专项行动。`
            : line`This part counts by region and days; campaigns are not told apart.`,
        },
      ]

const noneOf = ({ value }: Voice, names: readonly FigureName[]): boolean => names.every((name) => value(name) === 0)

/** 执法: cases and what became of them. None where the house keeps no cases. */
export const enforcement = (facts: BulletinFacts, voice: Voice): readonly Section[] => {
  const { language, keeps, count, cell } = voice
  if (!keeps('enforcement.opened')) return []
  const zh = language === 'zh'
  const none = noneOf(voice, [
    'enforcement.opened',
    'enforcement.noticed',
    'enforcement.decided',
    'enforcement.served',
    'enforcement.performed',
  ])
  return [
    {
      key: 'enforcement',
      title: zh ? '行政执法' : 'Enforcement',
      blocks: [
        paragraph(
          none
            ? zh
              ? line`期内没有立案，也没有告知、决定、送达和履行的案件。`
              : line`No case was opened, notified, decided, served or performed in these days.`
            : zh
              ? line`立案${count('enforcement.opened')}，告知${count('enforcement.noticed')}，作出处罚决定${count('enforcement.decided')}、罚款${count('enforcement.penaltyYuan')}，送达${count('enforcement.served')}，履行${count('enforcement.performed')}、收缴${count('enforcement.collectedYuan')}。`
              : line`Opened ${count('enforcement.opened')}, notified ${cell('enforcement.noticed')}, decided ${cell('enforcement.decided')} with penalties of ${count('enforcement.penaltyYuan')}, served ${cell('enforcement.served')}, performed ${cell('enforcement.performed')} with ${count('enforcement.collectedYuan')} collected.`,
        ),
        ...(none
          ? []
          : [
              {
                kind: 'note' as const,
                runs: zh
                  ? line`各环节按发生日期计，告知、决定、送达、履行的可以是期前立案的案件。`
                  : line`Each step counts on its own day, so a case decided or performed in these days may have been opened before them.`,
              },
            ]),
        ...wholeNote(facts, zh),
      ],
    },
  ]
}

/** 举报: what the public told. None where the house takes no tips. */
export const tips = (facts: BulletinFacts, voice: Voice): readonly Section[] => {
  const { language, keeps, count, cell, share } = voice
  if (!keeps('tips.received')) return []
  const zh = language === 'zh'
  const none = noneOf(voice, ['tips.received', 'tips.decided', 'tips.substantiated', 'tips.rewarded'])
  const inTime = share('tips.decidedInTime', 'tips.decided')
  const decided =
    inTime === null
      ? zh
        ? line`没有作出决定的`
        : line`none was decided`
      : zh
        ? line`作出决定${count('tips.decided')}，其中按时${count('tips.decidedInTime')}，按时率${inTime}`
        : line`decided ${cell('tips.decided')}, of which in time ${cell('tips.decidedInTime')} (${inTime})`
  return [
    {
      key: 'tips',
      title: zh ? '社会举报' : 'What the public told',
      blocks: [
        paragraph(
          none
            ? zh
              ? line`期内没有收到举报，也没有办结的举报。`
              : line`No tip was received or decided in these days.`
            : zh
              ? line`收到举报${count('tips.received')}；${decided}；查实${count('tips.substantiated')}；奖励${count('tips.rewarded')}、${count('tips.rewardYuan')}。`
              : line`Received ${count('tips.received')}; ${decided}; substantiated ${cell('tips.substantiated')}; rewarded ${cell('tips.rewarded')} with ${count('tips.rewardYuan')}.`,
        ),
        ...wholeNote(facts, zh),
      ],
    },
  ]
}

/** 督查: closed hazards looked at again on the spot. None where the house draws none. */
export const inspection = (facts: BulletinFacts, voice: Voice): readonly Section[] => {
  const { language, keeps, count, cell, share } = voice
  if (!keeps('supervision.drawn')) return []
  const zh = language === 'zh'
  const none = noneOf(voice, ['supervision.drawn', 'supervision.rechecked', 'supervision.doubts'])
  const rate = share('supervision.falseClosures', 'supervision.rechecked')
  const rechecked =
    rate === null
      ? zh
        ? line`尚未复核`
        : line`none was rechecked`
      : zh
        ? line`现场复核${count('supervision.rechecked')}，发现虚假销号${count('supervision.falseClosures')}，占复核的${rate}`
        : line`rechecked on the spot ${cell('supervision.rechecked')}; false closures ${cell('supervision.falseClosures')}, ${rate} of those rechecked`
  return [
    {
      key: 'inspection',
      title: zh ? '督查复核' : 'Rechecks of what was closed',
      blocks: [
        paragraph(
          none
            ? zh
              ? line`期内没有抽取和复核已销号的隐患，也没有疑点。`
              : line`No closed hazard was drawn or rechecked in these days, and no doubt arose.`
            : zh
              ? line`抽取已销号隐患${count('supervision.drawn')}，${rechecked}。疑点${count('supervision.doubts')}，已查看${count('supervision.doubtsLooked')}；疑点不是结论。`
              : line`Closed hazards drawn ${cell('supervision.drawn')}; ${rechecked}. Doubts ${cell('supervision.doubts')}, looked at ${cell('supervision.doubtsLooked')}; a doubt is no verdict.`,
        ),
        ...wholeNote(facts, zh),
      ],
    },
  ]
}
