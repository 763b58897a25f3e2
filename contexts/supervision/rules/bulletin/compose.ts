import { lawTimeZone } from '../../../../kernel/time.ts'
import { line, voiceOf, type Block, type BulletinText, type Run, type Section, type Voice } from './document.ts'
import type { BulletinFacts } from './facts.ts'
import { countText, changeOf, type Language } from './numbers.ts'
import { counterOf, recordsOf, type FigureName, type Where } from './figures.ts'
import { enforcement, inspection, tips } from './otherSections.ts'
import { dayText, daysText } from './periods.ts'
import { regions, remaining } from './regionSections.ts'

const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs })
const note = (runs: readonly Run[]): Block => ({ kind: 'note', runs })

/** A moment in Beijing: 2026年11月24日10时05分. */
export const momentText = (instant: string, language: Language): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(lawTimeZone)
  const clock = [at.hour, at.minute].map((part) => String(part).padStart(2, '0'))
  const on = dayText(at.toPlainDate().toString(), language)
  return language === 'zh' ? `${on}${clock.join('时')}分` : `${on} ${clock.join(':')} (Beijing)`
}

export const whereOf = ({ regionCode, period, campaign }: BulletinFacts): Where => ({
  region: regionCode,
  alone: false,
  from: period.from,
  to: period.to,
  campaignId: campaign?.campaignId ?? null,
})

const was = (value: number): string => (value === 1 ? 'was' : 'were')

/** How a figure stands beside last year's, with last year's number to be opened. */
const changed = (facts: BulletinFacts, { language, value }: Voice, name: FigureName): readonly Run[] => {
  const { tally, from, to } = facts.lastYear
  const base = tally[name] ?? 0
  const then: Run = {
    text: countText(base, counterOf(name), language),
    figure: name,
    kind: 'count',
    value: base,
    of: null,
    address: recordsOf(name, { ...whereOf(facts), from, to }),
  }
  const change = changeOf(value(name), base, language)
  const zh = language === 'zh'
  if (change.kind === 'noBase') return zh ? line`上年同期为${then}，不计增减率` : line`${then} last year, so no rate is told`
  if (change.kind === 'same') return zh ? line`与上年同期的${then}持平` : line`as last year (${then})`
  const small = change.small ? (zh ? '（基数小，仅供参考）' : ' (a small base, for orientation only)') : ''
  const way = zh ? { up: '增长', down: '下降' }[change.kind] : change.kind
  return zh ? line`由${then}${way}${change.text}${small}` : line`${way} ${change.text} from ${then}${small}`
}

const compared = ['visits', 'found', 'closed'] as const

const comparison = (facts: BulletinFacts, voice: Voice): Block => {
  const { tally } = facts.lastYear
  const days = daysText(facts.lastYear, voice.language)
  if (compared.every((name) => (tally[name] ?? 0) === 0))
    return note(
      voice.language === 'zh'
        ? line`上年同期（${days}）没有检查、发现和销号的记录，不作同比。`
        : line`There is no record of visits, findings or closings for the same days of last year (${days}), so nothing is compared.`,
    )
  const [visits, found, closed] = compared.map((name) => changed(facts, voice, name)) as [readonly Run[], readonly Run[], readonly Run[]]
  return paragraph(
    voice.language === 'zh'
      ? line`与上年同期（${days}）相比：检查${visits}；发现隐患${found}；整改销号${closed}。`
      : line`Against the same days of last year (${days}): visits ${visits}; hazards found ${found}; hazards closed ${closed}.`,
  )
}

const overview = (facts: BulletinFacts, voice: Voice): Section => {
  const { language, value, count, cell } = voice
  const zh = language === 'zh'
  const days = daysText(facts.period, language)
  const region = facts.regionName[language]
  const visits = zh
    ? value('visits') === 0
      ? line`没有检查记录`
      : line`开展检查${count('visits')}`
    : value('visits') === 0
      ? line`no visit was made`
      : line`${count('visits')} ${was(value('visits'))} made`
  const major = zh
    ? value('foundMajor') === 0
      ? line`，没有重大隐患`
      : line`，其中重大隐患${count('foundMajor')}`
    : value('foundMajor') === 0
      ? line`, none of them major`
      : line`, ${cell('foundMajor')} of them major`
  const found = zh
    ? value('found') === 0
      ? line`未发现隐患`
      : line`发现隐患${count('found')}${major}`
    : value('found') === 0
      ? line`no hazard was found`
      : line`${count('found')} ${was(value('found'))} found${major}`
  const closed = zh ? line`期内整改销号${count('closed')}` : line`${count('closed')} ${was(value('closed'))} put right and closed`
  return {
    key: 'overview',
    title: zh ? '总体情况' : 'Overview',
    blocks: [
      paragraph(
        zh ? line`${days}，${region}${visits}，${found}；${closed}。` : line`In ${region}, ${days}: ${visits}; ${found}; ${closed}.`,
      ),
      comparison(facts, voice),
      ...(value('closed') > value('found')
        ? [
            note(
              zh
                ? line`销号数包括期前发现、期内销号的隐患，因此可以多于期内发现数。`
                : line`What was closed includes hazards found before these days, so it may be more than what was found in them.`,
            ),
          ]
        : []),
    ],
  }
}

const coverage = (facts: BulletinFacts, voice: Voice): Section => {
  const { language, value, count, cell, share } = voice
  const zh = language === 'zh'
  const [units, checked, unchecked] = facts.campaign
    ? (['targets', 'targetsChecked', 'targetsUnchecked'] as const)
    : (['register', 'unitsChecked', 'unitsUnchecked'] as const)
  const reached = share(checked, units)
  const covered = facts.campaign
    ? zh
      ? (rate: Run) => line`检查范围${count(units)}，行动开展以来检查过${count(checked)}，覆盖率${rate}；尚未检查${count(unchecked)}。`
      : (rate: Run) =>
          line`Units of the campaign: ${cell(units)}; checked since it began: ${cell(checked)}, a coverage of ${rate}; not checked yet: ${cell(unchecked)}.`
    : zh
      ? (rate: Run) =>
          line`台账在册${count(units)}，期内由部门、专家或互查人员检查过${count(checked)}，覆盖率${rate}；期内未检查${count(unchecked)}。`
      : (rate: Run) =>
          line`On the register: ${cell(units)}; checked by departments, experts or peers in these days: ${cell(checked)}, a coverage of ${rate}; not checked: ${cell(unchecked)}.`
  return {
    key: 'coverage',
    title: zh ? '检查与覆盖' : 'Visits and coverage',
    blocks: [
      paragraph(
        zh
          ? line`检查${count('visits')}，其中部门、专家和互查${count('outsideVisits')}，单位自查${count('selfChecks')}。另有${count('notAdmitted')}未能入内，不计入检查。`
          : line`Of ${count('visits')}, departments, experts and peers made ${cell('outsideVisits')} and the units themselves ${cell('selfChecks')}. Not let in, and not counted as checks: ${cell('notAdmitted')}.`,
      ),
      paragraph(
        reached === null
          ? zh
            ? line`没有在册的检查对象，无从计算覆盖率。`
            : line`There is no unit to be checked, so there is no coverage.`
          : covered(reached),
      ),
      ...(value('visits') > 0 && value(units) > 0
        ? [
            note(
              zh
                ? line`家次按检查次数计，一家单位查几次计几次；覆盖率按单位计，每家只计一次，且不含单位自查。两者不能相除。`
                : line`Visits count each going to a unit; coverage counts each unit once, and no self-check. The one cannot be divided by the other.`,
            ),
          ]
        : []),
    ],
  }
}

const hazards = (facts: BulletinFacts, voice: Voice): Section => {
  const { language, value, count, cell, share } = voice
  const zh = language === 'zh'
  const rate = share('foundClosed', 'found')
  const at = momentText(facts.asOf, language)
  return {
    key: 'hazards',
    title: zh ? '隐患整改' : 'Hazards put right',
    blocks: [
      paragraph(
        rate === null
          ? zh
            ? line`期内未发现隐患；销号${count('closed')}。`
            : line`No hazard was found in these days; closed: ${cell('closed')}.`
          : zh
            ? line`期内发现的隐患${count('found')}中，至今已整改销号${count('foundClosed')}，整改率${rate}；期内销号${count('closed')}，含期前发现的。`
            : line`Of ${count('found')} found in these days, ${cell('foundClosed')} ${was(value('foundClosed'))} closed by now, ${rate}; in these days ${cell('closed')} ${was(value('closed'))} closed, those found before included.`,
      ),
      paragraph(
        value('open') === 0
          ? zh
            ? line`截至${at}，没有未销号的隐患。`
            : line`As of ${at} no hazard is open.`
          : zh
            ? line`截至${at}，尚未销号${count('open')}，其中超过整改期限${count('overdue')}。`
            : line`As of ${at}, open: ${cell('open')}; past the deadline: ${cell('overdue')}.`,
      ),
      paragraph(
        value('foundMajor') === 0 && value('openMajor') === 0
          ? zh
            ? line`期内未发现重大隐患，现无未销号的重大隐患。`
            : line`No major hazard was found in these days, and none is open.`
          : zh
            ? line`重大隐患：期内发现${count('foundMajor')}，其中已销号${count('foundMajorClosed')}；现未销号${count('openMajor')}，其中五落实到位${count('openMajorFive')}；现挂牌督办${count('listed')}。`
            : line`Major hazards: found in these days ${cell('foundMajor')}, of which closed ${cell('foundMajorClosed')}; open now ${cell('openMajor')}, of which five in place ${cell('openMajorFive')}; listed for supervision now ${cell('listed')}.`,
      ),
    ],
  }
}

const flood = (facts: BulletinFacts, language: Language): readonly Section[] => {
  if (facts.floods.length === 0) return []
  const zh = language === 'zh'
  const blocks = facts.floods.map((campaign) => {
    const { count, cell, share } = voiceOf(language, campaign.tally, { ...whereOf(facts), campaignId: campaign.campaignId })
    const known = share('reinspected', 'registered')
    const looked =
      known === null
        ? zh
          ? line`没有接收在册隐患`
          : line`no known hazard was taken over`
        : zh
          ? line`在册隐患${count('registered')}，已复查${count('reinspected')}，复查率${known}，未复查${count('notReinspected')}`
          : line`known hazards ${cell('registered')}, looked at again ${cell('reinspected')} (${known}), not yet ${cell('notReinspected')}`
    return paragraph(
      zh
        ? line`“${campaign.name}”：${looked}。期内新发现隐患${count('found')}，其中已整改销号${count('foundClosed')}。`
        : line`“${campaign.name}”: ${looked}. Newly found in these days ${cell('found')}, of which closed ${cell('foundClosed')}.`,
    )
  })
  return [
    {
      key: 'flood',
      title: zh ? '防汛隐患复查' : 'Flood season: known hazards looked at again',
      blocks: [
        ...blocks,
        note(
          zh
            ? line`在册隐患与新发现隐患分开统计，互不包含；复查从行动首日起计。`
            : line`Known and newly found hazards are counted apart, the one never inside the other; looks count from the first day of the campaign.`,
        ),
      ],
    },
  ]
}

/** The bulletin in one language. Its sentences follow what was counted: what is not there is said so or left out. */
export const compose = (facts: BulletinFacts, language: Language): BulletinText => {
  const voice = voiceOf(language, facts.tally, whereOf(facts))
  const zh = language === 'zh'
  const region = facts.regionName[language]
  const days = daysText(facts.period, language)
  const { campaign } = facts
  return {
    title: zh
      ? campaign
        ? `${region}“${campaign.name}”战报`
        : `${region}隐患排查整治战报`
      : campaign
        ? `Bulletin of “${campaign.name}”, ${region}`
        : `Hazard bulletin, ${region}`,
    subtitle: zh ? `${days}${facts.period.ended ? '' : '（截至当日）'}` : `${days}${facts.period.ended ? '' : ' (up to that day)'}`,
    counted: zh
      ? `数据由系统于${momentText(facts.asOf, 'zh')}统计。每个数字可查其所计记录。`
      : `Counted by the system at ${momentText(facts.asOf, 'en')}. Each number opens the records it counts.`,
    sections: [
      overview(facts, voice),
      coverage(facts, voice),
      hazards(facts, voice),
      ...flood(facts, language),
      ...[enforcement, tips, inspection].flatMap((section) =>
        section(facts, voiceOf(language, facts.tally, { ...whereOf(facts), campaignId: null })),
      ),
      ...regions(facts, language),
      remaining(facts, language),
    ],
  }
}
