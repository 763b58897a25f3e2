import type { Role } from '../../../kernel/actor.ts'
import { deadline, type Deadline } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import { authorityReviews, lawDeadline, stepDeadline, stepOf, type StepKind } from './clocks.ts'
import { reportsOwed } from './deeds/duties.ts'
import { foundByAuthority, pendingExtension, type Hazard, type HazardIn, type Step } from './hazard.ts'
import { limits, numberOf } from './limits.ts'
import { tiers, type Tier } from './people.ts'

/** Everything that somebody may owe over a hazard. */
export const owedKinds = [
  'classify',
  'order',
  'start',
  'rectify',
  'evaluate',
  'applyForReview',
  'review',
  'close',
  'reportToAuthority',
  'reportToStaff',
  'decideExtension',
  'decideSoftening',
  'decideWithdrawal',
  'liftListing',
] as const

export type OwedKind = (typeof owedKinds)[number]

/** Who owes it: a person where one is named, else whoever holds the role in the organisation, else in the region's tier. */
export type Owner = {
  readonly tier: Tier
  readonly role: Role
  readonly organisationId: string | null
  readonly personId: string | null
  /** People of that role who may not do it: they had a hand in it, or asked for it. */
  readonly except: readonly string[]
}

export type Owed = {
  readonly kind: OwedKind
  readonly owner: Owner
  /** ISO instant from which it is owed. */
  readonly since: string
  /** The step's own clock; starts anew with each step. */
  readonly step: Deadline | null
  /** The clock that law started; never starts anew. */
  readonly law: Deadline | null
}

type Open = Exclude<Hazard, { readonly state: 'closed' }>

const handsOf = ({ hands }: Hazard): readonly string[] => [...new Set(hands.map(({ personId }) => personId))]

const unitOwner = (hazard: Hazard, role: Role, except: readonly string[] = []): Owner => ({
  tier: 'unit',
  role,
  organisationId: hazard.organisationId,
  personId: null,
  except,
})

const authorityOwner = (hazard: Hazard, role: Role, least: Tier, except: readonly string[] = []): Owner => {
  const { supervisor } = hazard
  const fits = supervisor !== null && tiers.indexOf(supervisor.tier) >= tiers.indexOf(least)
  const tier = fits ? supervisor.tier : least === 'town' ? 'county' : least
  return { tier, role, organisationId: fits ? supervisor.organisationId : null, personId: null, except }
}

const reviewOwner = (hazard: HazardIn<'selfChecked' | 'applied' | 'reviewed'>): Owner => {
  const except = handsOf(hazard)
  if (hazard.level === 'major') return authorityOwner(hazard, 'inspector', 'county', except)
  return authorityReviews(hazard) ? authorityOwner(hazard, 'inspector', 'town', except) : unitOwner(hazard, 'safetyOfficer', except)
}

const stepOwner = (hazard: Open): Owner => {
  switch (hazard.state) {
    case 'found':
      return foundByAuthority(hazard) ? authorityOwner(hazard, 'inspector', 'county') : unitOwner(hazard, 'safetyOfficer')
    case 'classified':
      if (foundByAuthority(hazard)) return authorityOwner(hazard, 'officer', 'county')
      return unitOwner(hazard, hazard.level === 'major' ? 'principal' : 'safetyOfficer')
    case 'ordered':
    case 'rectifying':
      // Taken over from a ledger, at a unit that nobody on record answers for: whoever has it in charge finds somebody.
      if (hazard.assignee === null && hazard.organisationId === null) return authorityOwner(hazard, 'inspector', 'county')
      return { ...unitOwner(hazard, 'safetyOfficer'), ...hazard.assignee }
    case 'selfChecked':
      return hazard.level === 'major' ? unitOwner(hazard, 'safetyOfficer') : reviewOwner(hazard)
    case 'evaluated':
      return unitOwner(hazard, 'principal')
    case 'applied':
    case 'reviewed':
      return reviewOwner(hazard)
  }
}

const stepOwed: { readonly [Kind in StepKind]: OwedKind } = {
  classify: 'classify',
  order: 'order',
  start: 'start',
  rectify: 'rectify',
  evaluate: 'evaluate',
  applyForReview: 'applyForReview',
  review: 'review',
  close: 'close',
}

/** Who answers a request for more time: one tier above who set the deadline. */
const extensionOwner = (hazard: HazardIn<'ordered' | 'rectifying'>, asker: string): Owner => {
  const setter = hazard.deadlines.at(-1)?.by ?? hazard.order.step.by
  const least: Tier = hazard.listing?.tier ?? (hazard.level === 'major' ? 'county' : 'unit')
  if (least === 'unit' && setter.tier === 'unit' && !setter.leads) return unitOwner(hazard, 'principal', [asker])
  const above = tiers[Math.min(tiers.indexOf(setter.tier) + 1, tiers.length - 1)] ?? 'province'
  // A unit's head answers to the county; the town's office has no say over his deadlines unless it set one.
  const wanted: Tier = above === 'town' ? 'county' : above
  const tier = tiers.indexOf(wanted) >= tiers.indexOf(least) ? wanted : least
  return { tier, role: tier === setter.tier ? 'leader' : 'officer', organisationId: null, personId: null, except: [asker, setter.personId] }
}

const requests = (hazard: Open, settings: Settings): readonly Owed[] => {
  const answer = (kind: OwedKind, { receivedAt }: Step, owner: Owner): Owed => ({
    kind,
    owner,
    since: receivedAt,
    step: deadline(Temporal.Instant.from(receivedAt), { days: numberOf(limits.decisionDays, settings.tightened) }, settings.calendar),
    law: null,
  })
  const { softening, withdrawal } = hazard
  const extension = hazard.state === 'ordered' || hazard.state === 'rectifying' ? pendingExtension(hazard) : null
  const owed: Owed[] = []
  if (extension !== null && (hazard.state === 'ordered' || hazard.state === 'rectifying'))
    owed.push(answer('decideExtension', extension.step, extensionOwner(hazard, extension.step.by.personId)))
  if (softening !== null)
    owed.push(answer('decideSoftening', softening.step, authorityOwner(hazard, 'officer', 'county', [softening.step.by.personId])))
  if (withdrawal !== null) {
    const except = [withdrawal.step.by.personId, ...handsOf(hazard)]
    const authority = foundByAuthority(hazard) || hazard.level === 'major'
    owed.push(
      answer(
        'decideWithdrawal',
        withdrawal.step,
        authority ? authorityOwner(hazard, 'officer', 'county', except) : unitOwner(hazard, 'safetyOfficer', except),
      ),
    )
  }
  return owed
}

const reports = (hazard: Open, settings: Settings): readonly Owed[] => {
  if (hazard.state === 'found') return []
  const since = hazard.classified.receivedAt
  const due = deadline(Temporal.Instant.from(since), { days: numberOf(limits.reportDays, settings.tightened) }, settings.calendar)
  return reportsOwed(hazard).map((to) => ({
    kind: to === 'authority' ? ('reportToAuthority' as const) : ('reportToStaff' as const),
    owner: unitOwner(hazard, 'principal'),
    since,
    step: null,
    // 安全生产法 art. 41 sets the duty in motion; the days are a default.
    law: due,
  }))
}

/**
 * What is owed over the hazard now, by whom and until when: the present step first, then the side duties. A listed hazard
 * that was reviewed waits for the listing to be lifted before anybody owes its closing.
 */
export const owedBy = (hazard: Hazard, settings: Settings): readonly Owed[] => {
  const step = stepOf(hazard)
  if (step === null || hazard.state === 'closed') return []
  const clocks = { since: hazard.since, step: stepDeadline(hazard, settings), law: lawDeadline(hazard, settings) }
  const { listing } = hazard
  const present: Owed =
    hazard.state === 'reviewed' && listing !== null
      ? {
          ...clocks,
          kind: 'liftListing',
          owner: { tier: listing.tier, role: 'officer', organisationId: listing.organisationId, personId: null, except: [] },
        }
      : { ...clocks, kind: stepOwed[step], owner: stepOwner(hazard) }
  return [present, ...reports(hazard, settings), ...requests(hazard, settings)]
}
