import type { Pocket } from '../../../../ui/outbox/context.ts'
import { messages } from './messages.ts'
import { beginDraft } from './handIn.ts'
import type { ReportContent } from './deedContent.ts'

/** Begins the report of a hazard; answers where it is filled in. */
export const beginReport = (pocket: Pocket, unit: { readonly unitId: string; readonly name: string } | null): Promise<string> => {
  const content: ReportContent = {
    hazardId: crypto.randomUUID(),
    unitId: unit?.unitId ?? '',
    unitName: unit?.name ?? '',
    description: '',
    proposedLevel: 'general',
    photos: [],
    position: null,
  }
  const title = unit === null ? messages.zh.report : `${messages.zh.report} · ${unit.name}`
  return beginDraft(pocket, { kind: 'hazards.report', title, folder: 'reports', content })
}
