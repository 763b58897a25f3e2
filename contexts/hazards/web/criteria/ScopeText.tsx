import { useMessages, useSay } from '../../../../ui/language.tsx'
import { unitKinds, unitTags } from '../../rules/criteria/unit.ts'
import { messages } from './messages.ts'
import type { Checklist } from './records.ts'

/** Whom a list or an item is for, in words; `anybody` false leaves out what says nothing. */
export const useScopeText = (): ((scope: Checklist['appliesTo']) => string | null) => {
  const m = useMessages(messages)
  const say = useSay()
  return ({ kinds, industries, tags }) => {
    const ways = [
      ...(industries.length === 0 ? [] : [m.scope.within(industries.join(m.scope.join))]),
      ...(tags.length === 0 ? [] : [m.scope.tags(tags.map((tag) => say(unitTags[tag])).join(m.scope.join))]),
    ]
    const parts = [
      ...(kinds.length === 0 ? [] : [m.scope.kinds(kinds.map((kind) => say(unitKinds[kind])).join(m.scope.join))]),
      ...(ways.length === 0 ? [] : [ways.join(m.scope.or)]),
    ]
    return parts.length === 0 ? null : parts.join(m.scope.and)
  }
}
