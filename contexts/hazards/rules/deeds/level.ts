import { foundByAuthority, type Base, type HazardIn } from '../hazard.ts'
import type { Person } from '../people.ts'
import { no, type HazardRefusal } from '../refusalFacts.ts'
import type { ActionKind } from '../actions.ts'
import {
  deed,
  happened,
  inState,
  incomplete,
  isAuthority,
  isCountyAuthority,
  managerOrAuthority,
  secondPerson,
  unless,
  unlisted,
  yours,
} from './deed.ts'

const beforeSelfCheck = ['classified', 'ordered', 'rectifying'] as const

/** A unit classifies what it found, or had found, itself; what an authority or the public found, an authority. */
const classifier = (action: ActionKind, hazard: Base, person: Person): HazardRefusal | null =>
  foundByAuthority(hazard)
    ? yours(isAuthority(person), action, 'authority', 'foundByAuthority')
    : yours(managerOrAuthority(person), action, 'managerOrAuthority')

const levelIs = (action: ActionKind, level: 'general' | 'major', expected: 'general' | 'major'): HazardRefusal | null =>
  level === expected ? null : no('LEVEL_UNSUITED', { action, level, expected }).refusal

/**
 * Fixes the level (16号令 art. 3). An item of a criteria list that makes a hazard major leaves no choice; where the finder
 * proposed major, another person says general, and why.
 */
export const classify = deed<'classify', HazardIn<'found'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'classify', ['found'])
    return open.ok ? unless(open.value, classifier('classify', open.value, person)) : open
  },
  (hazard, { level, reason }, facts, now) => {
    const { item, proposedLevel, step } = hazard.found
    if (level === 'general' && item?.makesMajor === true)
      return no('ITEM_MAKES_MAJOR', { itemCode: item.code, edition: item.edition, clause: item.clause })
    const softens = level === 'general' && proposedLevel === 'major'
    const refusal = softens ? (secondPerson('classify', facts.person, step.by.personId) ?? incomplete('classify', { reason })) : null
    return refusal === null ? happened('classified', hazard, facts, now, { level, reason }) : { ok: false, refusal }
  },
)

/** A general hazard turns out to be a major one. Work already begun stops until five are in place. */
export const raise = deed<'raise', HazardIn<'classified' | 'ordered' | 'rectifying' | 'selfChecked'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'raise', [...beforeSelfCheck, 'selfChecked'])
    if (!open.ok) return open
    return unless(
      open.value,
      levelIs('raise', open.value.level, 'general'),
      yours(managerOrAuthority(person), 'raise', 'managerOrAuthority'),
    )
  },
  (hazard, { reason }, facts, now) => {
    const refusal = incomplete('raise', { reason })
    return refusal === null ? happened('levelRaised', hazard, facts, now, { reason }) : { ok: false, refusal }
  },
)

/** Somebody holds that a major hazard is a general one; a second person, of an authority, decides. */
export const askSoftening = deed<'askSoftening', HazardIn<(typeof beforeSelfCheck)[number]>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'askSoftening', beforeSelfCheck)
    if (!open.ok) return open
    const { softening } = open.value
    return unless(
      open.value,
      levelIs('askSoftening', open.value.level, 'major'),
      classifier('askSoftening', open.value, person),
      unlisted('askSoftening', open.value),
      softening === null
        ? null
        : no('ASKED_ALREADY', { action: 'askSoftening', personId: softening.step.by.personId, at: softening.step.receivedAt }).refusal,
    )
  },
  (hazard, { reason }, facts, now) => {
    const refusal = incomplete('askSoftening', { reason })
    return refusal === null ? happened('softeningAsked', hazard, facts, now, { reason }) : { ok: false, refusal }
  },
)

/** The second person's answer: an authority of the county or above, who did not ask (安全生产法 art. 41). */
export const decideSoftening = deed<'decideSoftening', HazardIn<(typeof beforeSelfCheck)[number]> & { readonly softening: object }>(
  (hazard, { person }) => {
    const open = inState(hazard, 'decideSoftening', beforeSelfCheck)
    if (!open.ok) return open
    const { softening } = open.value
    if (softening === null) return no('NOTHING_ASKED', { action: 'decideSoftening' })
    return unless(
      { ...open.value, softening },
      yours(isCountyAuthority(person), 'decideSoftening', 'countyAuthority', 'major'),
      secondPerson('decideSoftening', person, softening.step.by.personId),
      unlisted('decideSoftening', open.value),
    )
  },
  (hazard, { agree, reason }, facts, now) => {
    const { step, reason: asked } = hazard.softening
    if (agree) return happened('softened', hazard, facts, now, { askedBy: step.by.personId, reason: asked })
    return reason === null || reason.trim() === ''
      ? no('DEED_INCOMPLETE', { action: 'decideSoftening', missing: ['reason'] })
      : happened('softeningRefused', hazard, facts, now, { reason })
  },
)
