import { sharePercent } from '../../../kernel/statistics.ts'
import type { Finding } from './hazard.ts'

/** A unit as the register keeps it. Days are dates in Beijing. */
export type RegisteredUnit = {
  readonly unitId: string
  readonly registeredOn: string
  /** The day from which on it is closed; null while open. A closed unit stays on the register. */
  readonly closedOn: string | null
}

/** 家次: one going to a unit. Who was not let in has been there and has checked nothing. */
export type Visit = {
  readonly visitId: string
  readonly unitId: string
  readonly on: string
  readonly how: Exclude<Finding, 'publicReport'>
  readonly result: 'checked' | 'notAdmitted'
}

export type CoverageAsked = {
  /** First and last day, both included. */
  readonly from: string
  readonly to: string
  /** Whose checks count; a unit's own self-check is no department's coverage. */
  readonly ways: readonly Visit['how'][]
  /** Units found to be one: alias to the unit that stands for both. */
  readonly aliases: ReadonlyMap<string, string>
}

export type Coverage = {
  /** The denominator: units on the register in the period. */
  readonly register: number
  /** Distinct units of the register that were checked. */
  readonly checked: number
  /** 100 at most; null without a register. */
  readonly percent: number | null
  /** 家次, each visit counted. */
  readonly visits: number
  readonly notAdmitted: number
  /** Visited units that are not on the register; they count in no share and are to be registered. */
  readonly offRegister: readonly string[]
}

/** The unit that stands for this one, however long the row of aliases. */
export const unitOf = (unitId: string, aliases: ReadonlyMap<string, string>): string => {
  const seen = new Set<string>()
  let unit = unitId
  for (let into = aliases.get(unit); into !== undefined && !seen.has(unit); into = aliases.get(unit)) {
    seen.add(unit)
    unit = into
  }
  return unit
}

/**
 * 排查全覆盖: the share of the register that was checked. Units and visits are counted apart. On the register stand the units
 * that were open on the last day, and those checked in the period before they closed; so what was done is never lost, and
 * no share passes 100 %.
 */
export const coverage = (units: readonly RegisteredUnit[], visits: readonly Visit[], asked: CoverageAsked): Coverage => {
  const { from, to, ways, aliases } = asked
  const made = visits.filter(({ on, how }) => on >= from && on <= to && ways.includes(how))
  const checkedUnits = new Set(made.filter(({ result }) => result === 'checked').map(({ unitId }) => unitOf(unitId, aliases)))
  const known = new Set(units.map(({ unitId }) => unitOf(unitId, aliases)))
  const register = new Set(
    units
      .filter(({ unitId }) => unitOf(unitId, aliases) === unitId)
      .filter(
        ({ unitId, registeredOn, closedOn }) => registeredOn <= to && (closedOn === null || closedOn > to || checkedUnits.has(unitId)),
      )
      .map(({ unitId }) => unitId),
  )
  const checked = [...checkedUnits].filter((unitId) => register.has(unitId)).length
  return {
    register: register.size,
    checked,
    percent: sharePercent(checked, register.size),
    visits: made.filter(({ result }) => result === 'checked').length,
    notAdmitted: made.filter(({ result }) => result === 'notAdmitted').length,
    offRegister: [...checkedUnits].filter((unitId) => !known.has(unitId)),
  }
}

/** A hazard that a campaign took over, to be looked at again; or a new one. */
export type CampaignHazards = {
  /** 在册: ids of the hazards on the list. */
  readonly registered: readonly string[]
  /** Ids of hazards looked at again, once for each look. */
  readonly reinspected: readonly string[]
  /** 新发现: ids of hazards found in the campaign. */
  readonly newlyFound: readonly string[]
}

/** Registered hazards looked at again and newly found ones, counted apart: the new are never inside the registered. */
export const reinspection = ({ registered, reinspected, newlyFound }: CampaignHazards) => {
  const list = new Set(registered)
  const seen = new Set(reinspected.filter((id) => list.has(id)))
  return {
    registered: list.size,
    reinspected: seen.size,
    percent: sharePercent(seen.size, list.size),
    outstanding: [...list].filter((id) => !seen.has(id)),
    newlyFound: new Set(newlyFound.filter((id) => !list.has(id))).size,
  }
}
