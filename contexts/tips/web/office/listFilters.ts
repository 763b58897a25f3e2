import { outcomes, states, topics, type Outcome, type State, type Topic } from '../../rules/tip.ts'

/** What the list of tips may be narrowed by, as it stands in the address bar; empty for any. Names are those of the route. */
export const noFilters = {
  open: '',
  state: '',
  awaitsReply: '',
  overdue: '',
  topic: '',
  outcome: '',
  reward: '',
  region: '',
  posterId: '',
  counts: '',
  from: '',
  to: '',
  find: '',
  order: '',
}

export type FilterName = keyof typeof noFilters
export type FilterValues = Readonly<Record<FilterName, string>>

export const rewardChoices = ['proposed', 'agreed', 'refused', 'paid'] as const
export const countChoices = ['received', 'decided', 'decidedInTime', 'substantiated', 'rewarded', 'rewardYuan'] as const
export const orders = ['received', 'due'] as const

type Asked = Readonly<Partial<Record<Exclude<FilterName, 'state' | 'topic' | 'outcome' | 'reward' | 'counts' | 'order'>, string>>> & {
  readonly state?: State
  readonly topic?: Topic
  readonly outcome?: Outcome
  readonly reward?: (typeof rewardChoices)[number]
  readonly counts?: (typeof countChoices)[number]
  readonly order?: (typeof orders)[number]
}

const day = /^\d{4}-\d\d-\d\d$/

const sound: Readonly<Partial<Record<FilterName, (value: string) => boolean>>> = {
  open: (value) => value === 'true' || value === 'false',
  awaitsReply: (value) => value === 'true' || value === 'false',
  overdue: (value) => value === 'true' || value === 'false',
  state: (value) => (states as readonly string[]).includes(value),
  topic: (value) => (topics as readonly string[]).includes(value),
  outcome: (value) => (outcomes as readonly string[]).includes(value),
  reward: (value) => (rewardChoices as readonly string[]).includes(value),
  counts: (value) => (countChoices as readonly string[]).includes(value),
  order: (value) => (orders as readonly string[]).includes(value),
  from: (value) => day.test(value),
  to: (value) => day.test(value),
}

/** What is asked of the server: the filters in force. What no list knows, and a value that none has, is left out. */
export const queryOf = (values: Readonly<Record<string, string>>): Asked =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== '' && name in noFilters && (sound[name as FilterName]?.(value) ?? true)),
  ) as Asked

/** The views that everybody has, each by the filters that make it. */
export const views = [
  { id: 'open', filters: { open: 'true' }, count: null },
  { id: 'received', filters: { state: 'received' }, count: 'toAccept' },
  { id: 'accepted', filters: { state: 'accepted' }, count: 'toCheck' },
  { id: 'checked', filters: { state: 'checked' }, count: 'toAnswer' },
  { id: 'toReply', filters: { awaitsReply: 'true' }, count: 'toReply' },
  { id: 'overdue', filters: { overdue: 'true' }, count: 'overdue' },
  { id: 'decided', filters: { open: 'false' }, count: null },
  { id: 'all', filters: {}, count: 'total' },
] as const

export type ViewId = (typeof views)[number]['id']

const viewNames: readonly FilterName[] = ['open', 'state', 'awaitsReply', 'overdue']

/** The view whose filters are in force, all of them and no other of theirs. */
export const viewOf = (values: Readonly<Record<string, string>>): ViewId =>
  views.find(({ filters }) =>
    viewNames.every((name) => (values[name] ?? '') === ((filters as Partial<Record<FilterName, string>>)[name] ?? '')),
  )?.id ?? 'all'

export const addressOf = (filters: Readonly<Partial<Record<FilterName, string>>>): string => {
  const parts = Object.entries(filters).filter(([, value]) => value !== '')
  return parts.length === 0 ? '/tips' : `/tips?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
