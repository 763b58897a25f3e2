import type { z } from 'zod'
import type { action, SentAction } from '../../contract/hazardActions.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { foundByAuthority, levels, staffMeans, type Hazard } from '../../rules/hazard.ts'
import type { Tier } from '../../rules/people.ts'
import type { MissingPart } from '../../rules/refusalFacts.ts'

export type ChosenPerson = { readonly personId: string; readonly organisationId: string; readonly name: string }
export type ChosenAuthority = { readonly organisationId: string; readonly name: string; readonly tier: Exclude<Tier, 'unit'> }
export type ChosenHazard = { readonly hazardId: string; readonly foundAt: string; readonly name: string }

/** What a person fills in, whatever the action; of each action only some of it is asked for. */
export type Draft = {
  readonly level: (typeof levels)[number] | ''
  readonly answer: 'yes' | 'no' | ''
  readonly to: 'authority' | 'staff' | ''
  readonly means: (typeof staffMeans)[number]
  readonly evaluatedBy: 'ownExperts' | 'qualifiedBody'
  readonly reason: string
  readonly requirement: string
  readonly description: string
  readonly dueOn: string
  readonly toOn: string
  readonly redoOn: string
  readonly suspend: boolean
  readonly longerReason: string
  readonly interimControls: string
  readonly controls: string
  readonly body: string
  readonly opinion: string
  readonly documentNo: string
  readonly noPositionReason: string
  readonly fundsYuan: string
  readonly responsibility: string
  readonly measures: string
  readonly contingency: string
  readonly costYuan: string
  readonly assignee: ChosenPerson | null
  readonly people: readonly ChosenPerson[]
  readonly authority: ChosenAuthority | null
  readonly earlier: ChosenHazard | null
  readonly evidence: readonly string[]
}

export type FieldName = keyof Draft | 'position'

/** A number of yuan as typed, with or without separators; null where nothing, or no number, was typed. */
export const yuanOf = (typed: string): number | null => {
  const text = typed.replaceAll(/[,，\s元¥]/g, '')
  return /^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : null
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What stands in the form at first: what is on the record already, and whom it is about. */
export const draftOf = (kind: ActionKind, hazard: Hazard, names: Readonly<Record<string, string>>, me: ChosenPerson | null): Draft => {
  const plan = 'plan' in hazard ? hazard.plan : null
  const pending = 'extensions' in hazard ? hazard.extensions.find(({ outcome }) => outcome === 'pending') : undefined
  const assignee =
    'assignee' in hazard && hazard.assignee !== null ? { ...hazard.assignee, name: names[hazard.assignee.personId] ?? '' } : null
  return {
    level: kind === 'classify' ? (hazard.found.item?.makesMajor === true ? 'major' : hazard.found.proposedLevel) : '',
    answer: '',
    to: kind === 'report' ? (hazard.reports.authority === null && !foundByAuthority(hazard) ? 'authority' : 'staff') : '',
    means: 'noticeBoard',
    evaluatedBy: 'ownExperts',
    reason: '',
    requirement: '',
    description: '',
    dueOn: kind === 'plan' ? (plan?.dueOn ?? '') : '',
    toOn: kind === 'decideExtension' ? (pending?.toOn ?? '') : '',
    redoOn: '',
    suspend: false,
    longerReason: '',
    interimControls: kind === 'askExtension' ? (hazard.controls?.text ?? '') : '',
    controls: hazard.controls?.text ?? '',
    body: '',
    opinion: '',
    documentNo: '',
    noPositionReason: '',
    fundsYuan: plan?.fundsYuan === null || plan?.fundsYuan === undefined ? '' : String(plan.fundsYuan),
    responsibility: plan?.responsibility ?? '',
    measures: plan?.measures ?? '',
    contingency: plan?.contingency ?? '',
    costYuan: '',
    assignee: null,
    people: kind === 'selfCheck' ? [assignee ?? me].filter((person) => person !== null) : [],
    authority: null,
    earlier: null,
    evidence: [],
  }
}

/** What the form of an action asks for, in this order; some of it only by what was answered before. */
export const fieldsOf = (kind: ActionKind, hazard: Hazard, draft: Draft): readonly FieldName[] => {
  switch (kind) {
    case 'classify':
      return ['level', 'reason']
    case 'raise':
    case 'askSoftening':
    case 'askWithdrawal':
    case 'lift':
      return ['reason']
    case 'decideSoftening':
    case 'decideWithdrawal':
      return ['answer', 'reason']
    case 'order':
      return ['assignee', 'requirement', 'dueOn', 'longerReason', ...(hazard.level === 'major' ? (['interimControls'] as const) : [])]
    case 'control':
      return ['controls']
    case 'report':
      return draft.to === 'staff' ? ['to', 'means', 'evidence'] : ['to', 'evidence']
    case 'plan':
      return ['responsibility', 'measures', 'fundsYuan', 'dueOn', 'contingency']
    case 'start':
    case 'close':
      return []
    case 'askExtension':
      return ['toOn', 'reason', 'interimControls']
    case 'decideExtension':
      return draft.answer === 'no' ? ['answer', 'reason'] : draft.answer === 'yes' ? ['answer', 'toOn'] : ['answer']
    case 'transfer':
      return ['assignee', 'reason']
    case 'handOver':
      return ['authority', 'reason']
    case 'selfCheck':
      return ['evidence', 'description', 'people', 'costYuan']
    case 'evaluate':
      return ['evaluatedBy', 'body', 'people', 'answer', 'opinion', 'evidence']
    case 'applyForReview':
      return ['evidence']
    case 'review':
      return [
        'position',
        ...(hazard.level === 'major' ? [] : (['noPositionReason'] as const)),
        'evidence',
        'answer',
        'opinion',
        ...(draft.answer === 'no' ? (['redoOn', 'suspend'] as const) : []),
      ]
    case 'list':
      return ['documentNo', 'dueOn']
    case 'linkRecurrence':
      return ['earlier', 'reason']
  }
}

/** What is still to be chosen before there is an action at all: a day, a side, a person. */
export type Lacking = 'level' | 'answer' | 'to' | 'dueOn' | 'toOn' | 'assignee' | 'authority' | 'earlier'

export type Drafted = { readonly sent: z.input<typeof action> & SentAction } | { readonly lacking: Lacking }

const ready = (sent: SentAction): Drafted => ({ sent: sent as z.input<typeof action> & SentAction })

/** The action that a draft stands for, or what is lacking to make it one. Texts may be blank: that is the rules' to say. */
export const actionOf = (kind: ActionKind, draft: Draft): Drafted => {
  const { reason, evidence, answer, opinion } = draft
  const yes = answer === 'yes'
  const people = draft.people.map(({ personId }) => personId)
  const assignee = draft.assignee === null ? null : { personId: draft.assignee.personId, organisationId: draft.assignee.organisationId }
  const seen = { opinion, evidence: [...evidence], noPositionReason: orNull(draft.noPositionReason) }
  switch (kind) {
    case 'classify':
      return draft.level === '' ? { lacking: 'level' } : ready({ kind, level: draft.level, reason: orNull(reason) })
    case 'raise':
    case 'askSoftening':
    case 'askWithdrawal':
      return ready({ kind, reason })
    case 'decideSoftening':
    case 'decideWithdrawal':
      return answer === '' ? { lacking: 'answer' } : ready({ kind, agree: yes, reason: orNull(reason) })
    case 'order':
      if (draft.dueOn === '') return { lacking: 'dueOn' }
      return ready({
        kind,
        assignee,
        requirement: draft.requirement,
        dueOn: draft.dueOn,
        longerReason: orNull(draft.longerReason),
        interimControls: orNull(draft.interimControls),
      })
    case 'control':
      return ready({ kind, controls: draft.controls })
    case 'report':
      if (draft.to === '') return { lacking: 'to' }
      return draft.to === 'staff'
        ? ready({ kind, to: 'staff', means: draft.means, evidence: [...evidence] })
        : ready({ kind, to: 'authority', evidence: [...evidence] })
    case 'plan':
      return ready({
        kind,
        five: {
          responsibility: orNull(draft.responsibility),
          measures: orNull(draft.measures),
          fundsYuan: yuanOf(draft.fundsYuan),
          dueOn: orNull(draft.dueOn),
          contingency: orNull(draft.contingency),
        },
      })
    case 'start':
    case 'close':
      return ready({ kind })
    case 'askExtension':
      return draft.toOn === '' ? { lacking: 'toOn' } : ready({ kind, toOn: draft.toOn, reason, interimControls: draft.interimControls })
    case 'decideExtension':
      if (answer === '') return { lacking: 'answer' }
      if (!yes) return ready({ kind, grant: false, reason })
      return draft.toOn === '' ? { lacking: 'toOn' } : ready({ kind, grant: true, toOn: draft.toOn })
    case 'transfer':
      return assignee === null ? { lacking: 'assignee' } : ready({ kind, to: assignee, reason })
    case 'handOver': {
      if (draft.authority === null) return { lacking: 'authority' }
      const { organisationId, tier } = draft.authority
      return ready({ kind, to: { organisationId, tier }, reason })
    }
    case 'selfCheck':
      return ready({
        kind,
        rectifiedBy: people,
        description: draft.description,
        evidence: [...evidence],
        costYuan: yuanOf(draft.costYuan),
      })
    case 'evaluate':
      if (answer === '') return { lacking: 'answer' }
      return ready({ kind, by: draft.evaluatedBy, body: draft.body, evaluators: people, opinion, passed: yes, evidence: [...evidence] })
    case 'applyForReview':
      return ready({ kind, evidence: [...evidence] })
    case 'review':
      if (answer === '') return { lacking: 'answer' }
      return yes
        ? ready({ kind, ...seen, passed: true })
        : ready({ kind, ...seen, passed: false, redoOn: orNull(draft.redoOn), suspend: draft.suspend })
    case 'list':
      return draft.dueOn === '' ? { lacking: 'dueOn' } : ready({ kind, documentNo: draft.documentNo, dueOn: draft.dueOn })
    case 'lift':
      return ready({ kind, reason: orNull(reason) })
    case 'linkRecurrence':
      return draft.earlier === null ? { lacking: 'earlier' } : ready({ kind, earlierHazardId: draft.earlier.hazardId, reason })
  }
}

/** At which field each missing part of a deed is told. */
export const fieldOfPart: { readonly [Part in MissingPart]: FieldName } = {
  description: 'description',
  reason: 'reason',
  evidence: 'evidence',
  requirement: 'requirement',
  assignee: 'assignee',
  interimControls: 'interimControls',
  controls: 'controls',
  rectifiedBy: 'people',
  body: 'body',
  opinion: 'opinion',
  documentNo: 'documentNo',
}
